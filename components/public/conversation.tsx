import { DateText } from '@/components/ui/date-text'

export interface Said {
  id: string
  key: string
  direction: 'in' | 'out'
  subject: string
  body: string
  at: Date
  late: boolean
  /** The person said it by telephone, letter or the like, and we wrote it down. */
  recorded: boolean
}

/** Mails that only carry a link or a code: what was said is in another. */
const carriers = ['request-received', 'access-link', 'download-code']

const whoSpoke = ({ direction, recorded }: Said): string =>
  direction === 'out' ? 'We wrote' : recorded ? 'You told us' : 'You wrote'

/** What was written, newest first, word for word; read-only. */
export function Conversation({
  said,
  now,
  timeZone,
}: {
  said: readonly Said[]
  now: Date
  timeZone: string
}) {
  if (said.length === 0) return <p className="text-ink-soft">Nothing was written yet.</p>
  const open = said.findLast(message => !carriers.includes(message.key))
  return (
    <ol className="flex flex-col gap-3">
      {said.toReversed().map(message => (
        <li key={message.id}>
          <details
            open={message.id === open?.id}
            className="group rounded-lg border border-line bg-surface open:bg-canvas"
          >
            <summary className="flex min-h-control flex-wrap items-baseline gap-x-3 px-4 py-2.5">
              <span className="text-sm text-ink-soft">{whoSpoke(message)}</span>
              <bdi className="min-w-0 grow basis-60 font-semibold group-open:text-ink">{message.subject}</bdi>
              <span className="text-sm text-ink-soft">
                <DateText at={message.at} now={now} timeZone={timeZone} />
                {message.late && ', after the time to answer'}
              </span>
            </summary>
            <p dir="auto" className="max-w-measure px-4 pb-4 break-words whitespace-pre-line">
              {message.body}
            </p>
          </details>
        </li>
      ))}
    </ol>
  )
}
