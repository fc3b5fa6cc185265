import type { ReactNode } from 'react'

export interface SummaryRow {
  label: string
  /** Text is isolated, so that it can't disturb its neighbours. Empty text is shown as empty. */
  value: ReactNode
  /** Where this answer is changed. */
  changeHref?: string
  /** What is changed, for screen readers; the label in lower case unless told. */
  changeWhat?: string
}

/**
 * Answers with their names, and links to change them: "check your answers", and facts on the desk.
 * @example <SummaryList rows={[{ label: 'Email address', value: email, changeHref: '/request/new/details#field-email' }]} />
 */
export function SummaryList({ rows, empty = 'Not given' }: { rows: readonly SummaryRow[]; empty?: string }) {
  const changeable = rows.some(row => row.changeHref)
  return (
    <dl className="border-t border-line">
      {rows.map(row => (
        <div
          key={row.label}
          className={`grid gap-x-6 gap-y-0.5 border-b border-line py-3 in-data-[face=desk]:py-2 ${
            changeable ? 'grid-cols-[1fr_auto] sm:grid-cols-[12rem_1fr_auto]' : 'sm:grid-cols-[12rem_1fr]'
          }`}
        >
          <dt className="font-semibold text-ink in-data-[face=desk]:font-normal in-data-[face=desk]:text-ink-soft">
            {row.label}
          </dt>
          <dd
            className={`min-w-0 break-words ${changeable ? 'col-start-1 row-start-2 sm:col-start-2 sm:row-start-1' : ''}`}
          >
            {row.value === '' || row.value == null ? (
              <span className="text-ink-faint">{empty}</span>
            ) : typeof row.value === 'string' ? (
              <bdi className="whitespace-pre-line">{row.value}</bdi>
            ) : (
              row.value
            )}
          </dd>
          {row.changeHref && (
            <dd className="col-start-2 row-span-2 row-start-1 sm:col-start-3 sm:row-span-1">
              <a href={row.changeHref} className="link -my-2 inline-flex min-h-control items-center px-1">
                Change<span className="sr-only"> {row.changeWhat ?? row.label.toLowerCase()}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
