import { Panel } from '@/components/request/panels/panel'
import { OpenForm } from '@/components/request/step/open-form'
import { zoneOf } from '@/lib/core/deadlines/days'
import { askedAgainOn, mayBeFollowed } from '@/lib/core/derived/reopening'
import { can } from '@/lib/core/people/permissions'
import { openFollowUpAction } from '../follow-up'
import type { Opened } from '../request-frame'

const fields = [
  {
    name: 'receivedOn',
    label: 'Day they asked again',
    hint: 'Leave it empty if that is today. The law counts from this day.',
    required: false,
    kind: 'time',
  },
] as const

/** For a closed request that isn't reopened, where something was missed: the button that opens one after it. */
export function FollowUpOf({ opened: { staff, request, context } }: { opened: Opened }) {
  if (!can(staff.actor.role, 'open-request') || !mayBeFollowed(request)) return null
  const askedOn = askedAgainOn(request, zoneOf(request, context.timeZone))
  return (
    <Panel id="follow-up" title="Was something missed?">
      <p className="mb-3 max-w-measure">
        This request isn’t reopened. Open one that follows it, for the same person and account. They confirm
        their mailbox again, and everything is checked anew.
      </p>
      <OpenForm
        action={openFollowUpAction}
        fields={fields}
        known={askedOn ? { receivedOn: askedOn } : {}}
        fixed={{ reference: request.reference, commandId: crypto.randomUUID() }}
        countries={[]}
        regions={[]}
      />
    </Panel>
  )
}
