import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { deliveryWords } from '@/lib/core/derived/delivery-words'
import { deliveryReasons } from '@/lib/core/request/message-record'
import { CommandForm, type CommandTarget } from '../request/form/command-form'

export interface Entry {
  id: string
  direction: 'in' | 'out' | 'note'
  /** Who it is from, in words. */
  from: string
  subject: string
  body: string
  at: Date
  late: boolean
  delivery: string
  /** Why it came back. */
  deliveryReason: string | null
  /** How and on which day it came, where it came by another road than their page. */
  came: string | null
  /** The person said it, and nobody has read it. */
  unread: boolean
}

const deliveries: Readonly<
  Record<string, { words: string; meaning: 'neutral' | 'done' | 'overdue' | 'soon' }>
> = {
  queued: { words: 'On its way', meaning: 'neutral' },
  accepted: { words: 'Sent', meaning: 'done' },
  bounced: { words: 'Came back', meaning: 'overdue' },
  uncertain: { words: 'Nobody knows whether it arrived', meaning: 'soon' },
  suppressed: { words: 'Not mailed', meaning: 'neutral' },
}

const looks = {
  in: 'me-auto border-line bg-surface',
  out: 'ms-auto border-line bg-accent-soft',
  note: 'mx-auto w-full border-dashed border-line-strong bg-soon-soft',
}

const reasonWords = (key: string | null): string | null => {
  const reason = deliveryReasons.find(known => known === key)
  return reason ? deliveryWords[reason] : null
}

/** Everything that was said, in time order: the requester on one side, us on the other, our notes between, visibly apart. */
export function Conversation({
  on,
  entries,
  mayRead,
  now,
  timeZone,
}: {
  on: CommandTarget
  entries: readonly Entry[]
  /** Whether this person may mark messages as read. */
  mayRead: boolean
  now: Date
  timeZone: string
}) {
  if (entries.length === 0)
    return (
      <EmptyState icon="messages-square" title="Nothing was said yet">
        What is mailed to the requester, and what they answer, appears here.
      </EmptyState>
    )
  const firstUnread = entries.find(entry => entry.unread)?.id
  return (
    <section aria-labelledby="conversation">
      <h2 id="conversation" className="sr-only">
        Conversation
      </h2>
      <ol className="flex flex-col gap-3">
        {entries.map(entry => {
          const delivery = deliveries[entry.delivery]
          return (
            <li
              key={entry.id}
              id={entry.id === firstUnread ? 'unread' : undefined}
              className={`max-w-[44rem] rounded-lg border px-4 py-3 ${looks[entry.direction]}`}
            >
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
                <span className="inline-flex items-center gap-1.5 font-medium text-ink">
                  <Icon
                    name={
                      entry.direction === 'note' ? 'sticky-note' : entry.direction === 'in' ? 'user' : 'send'
                    }
                  />
                  <bdi>{entry.from}</bdi>
                </span>
                <DateText at={entry.at} now={now} timeZone={timeZone} />
                {entry.came && <Chip>{entry.came}</Chip>}
                {entry.unread && (
                  <Chip meaning="soon" icon="mail">
                    New message
                  </Chip>
                )}
                {entry.late && <Chip meaning="soon">Came late</Chip>}
                {delivery && entry.direction === 'out' && (
                  <Chip meaning={delivery.meaning}>{delivery.words}</Chip>
                )}
                {entry.direction === 'out' && reasonWords(entry.deliveryReason)}
              </p>
              {entry.subject && (
                <h3 className="mt-1 font-semibold">
                  <bdi>{entry.subject}</bdi>
                </h3>
              )}
              <p className="mt-1 max-w-measure break-words whitespace-pre-line">
                <bdi>{entry.body}</bdi>
              </p>
              {entry.unread && mayRead && (
                <CommandForm
                  on={on}
                  command="mark-read"
                  form={`read-${entry.id}`}
                  preset={{ message: entry.id }}
                  className="mt-3"
                >
                  <Button icon="check">Mark as read</Button>
                </CommandForm>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
