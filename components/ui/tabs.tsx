import Link from 'next/link'

export interface Tab {
  href: string
  label: string
  current?: boolean
  /** How many wait there; nothing is shown for none. */
  count?: number
}

/**
 * Pages side by side, as links: the parts of a request, the views of a queue. Where they don't fit, they take another
 * row; on a phone they scroll sideways.
 * @example <Tabs label="Parts of this request" tabs={[{ href: 'details', label: 'Details', current: true }]} />
 */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="-mb-px flex gap-1 overflow-x-auto px-1 pt-1 md:flex-wrap">
        {tabs.map(tab => (
          <li key={tab.href} className="shrink-0">
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? 'page' : undefined}
              className={`flex min-h-control items-center gap-1.5 rounded-t-md border-b-2 px-3 focus-visible:-outline-offset-2 ${
                tab.current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-ink-soft forced-colors:border-[Canvas] hover:border-line-strong hover:text-ink'
              }`}
            >
              {tab.label}
              {tab.count ? (
                <span className="rounded-full bg-sunken px-1.5 text-xs font-medium text-ink-soft tabular-nums">
                  {tab.count}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
