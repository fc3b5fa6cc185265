const pages = [
  { href: '/usage-data', label: 'Promises' },
  { href: '/usage-data/dictionary', label: 'Dictionary' },
  { href: '/usage-data/changes', label: 'Changes' },
  { href: '/usage-data/licences', label: 'Programs' },
] as const

/** The public pages about usage data, above each of them. */
export function UsagePages({ current }: { current: (typeof pages)[number]['href'] }) {
  return (
    <nav aria-label="Usage data" className="mb-8">
      <ul className="flex flex-wrap gap-x-6 border-b border-line">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={href === current ? 'page' : undefined}
              className={`-mb-px inline-flex min-h-11 items-center border-b-2 ${
                href === current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-ink-soft hover:text-ink'
              }`}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
