import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { SettingForm } from './setting-form'

interface ProposalProps {
  id: string
  /** What it would change, where the page doesn't say so already. */
  title: string
  note: string
  proposedBy: string | null
  proposedAt: Date
  /** Nobody applies what they proposed themselves. */
  isOwn: boolean
  /** The value as it would be. */
  children: ReactNode
  now: Date
  timeZone: string
}

/** A change that waits for a second Privacy person. */
export function Proposal({
  id,
  title,
  note,
  proposedBy,
  proposedAt,
  isOwn,
  children,
  now,
  timeZone,
}: ProposalProps) {
  return (
    <section
      aria-labelledby={`proposal-${id}`}
      className="mb-6 max-w-3xl rounded-lg border border-soon-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip meaning="soon">Proposed</Chip>
        <h2 id={`proposal-${id}`} className="font-semibold">
          {title}
        </h2>
        <span className="text-sm text-ink-soft">
          <bdi>{proposedBy ?? 'Somebody'}</bdi>, <DateText at={proposedAt} now={now} timeZone={timeZone} />
        </span>
      </div>
      <p className="mt-1 mb-3">
        Why: <bdi>{note}</bdi>
      </p>
      <div className="mb-3">{children}</div>
      <div className="flex flex-wrap items-start gap-2">
        {isOwn ? (
          <Button unavailableBecause="You proposed it; another Privacy person applies it.">Apply</Button>
        ) : (
          <SettingForm command="apply-change" form={`apply-${id}`} preset={{ id }}>
            <Confirm
              label="Apply"
              tone="primary"
              sentence="It holds from now on, for everything that is done after."
            >
              <Button tone="primary">Apply</Button>
            </Confirm>
          </SettingForm>
        )}
        <SettingForm command="withdraw-change" form={`withdraw-${id}`} preset={{ id }}>
          <Button>{isOwn ? 'Withdraw' : 'Decline'}</Button>
        </SettingForm>
      </div>
    </section>
  )
}
