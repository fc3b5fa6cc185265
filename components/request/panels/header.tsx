import { Chip } from '@/components/ui/chip'
import { DueChip } from '@/components/ui/date-text'
import { Icon } from '@/components/ui/icon'
import { PersonMask } from '@/components/ui/person-mask'
import { type Tab, Tabs } from '@/components/ui/tabs'
import { zoneOf } from '@/lib/core/deadlines/days'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { openHolds } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { unreadSince } from '@/lib/core/request/unread'
import { turnOf, typeTitle } from '../labels/labels'
import { StateChip } from '../queue/state-chip'

interface RequestHeaderProps {
  request: PrivacyRequest
  assignee: string | null
  personal: boolean
  tabs: readonly Tab[]
  now: Date
  timeZone: string
}

/** What a request is at a glance: reference, type, person, state, due, assignee; below it the parts of it. */
export function RequestHeader({ request, assignee, personal, tabs, now, timeZone }: RequestHeaderProps) {
  const { reference, type, email, state, outcome, dueOn } = request
  return (
    <header className="mb-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-2xl tabular-nums">{reference}</h1>
        <StateChip state={state} type={type} outcome={outcome} onHold={openHolds(request).length > 0} />
        {unreadSince(request) && (
          <Chip meaning="soon" icon="mail">
            New message
          </Chip>
        )}
        <DueChip dueAt={dueOn} now={now} timeZone={zoneOf(request, timeZone)} closed={state === 'closed'} />
      </div>
      <p className="mt-1 mb-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-ink-soft">
        <span>{typeTitle(type)}</span>
        {personal && <PersonMask value={email} />}
        <span className="inline-flex items-center gap-1.5">
          <Icon name="user" />
          {assignee ? <bdi>{assignee}</bdi> : 'Nobody assigned'}
        </span>
        <span>Turn: {turnOf(waitingOn(request))}</span>
      </p>
      <Tabs label="Parts of this request" tabs={tabs} />
    </header>
  )
}
