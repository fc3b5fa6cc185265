import { DateText } from '@/components/ui/date-text'
import { Icon } from '@/components/ui/icon'
import type { SystemForForm } from '@/lib/door/systems/shown-systems'

interface LastTestProps {
  test: NonNullable<SystemForForm['lastTest']>
  now: Date
  timeZone: string
}

/** What the last test of the connection found, line by line. */
export function LastTest({ test: { at, checks }, now, timeZone }: LastTestProps) {
  return (
    <section aria-labelledby="last-test" className="max-w-measure rounded-lg border border-line p-4">
      <h2 id="last-test" className="font-semibold">
        The last test, <DateText at={at} now={now} timeZone={timeZone} />
      </h2>
      <ul className="mt-2 flex flex-col gap-2">
        {checks.map(({ name, ok, words }) => (
          <li key={`${name} ${words}`} className="flex items-start gap-2">
            <Icon
              name={ok ? 'circle-check' : 'circle-x'}
              className={`mt-[0.2em] size-[1.1em] ${ok ? 'text-done' : 'text-overdue'}`}
            />
            <span className="min-w-0 break-words">
              <span className="font-medium">
                {name}: {ok ? 'ok' : 'not ok'}
              </span>
              <span className="block text-ink-soft">{words}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
