'use client'

import Link from 'next/link'
import { useSelectedLayoutSegment } from 'next/navigation'
import type { ReactNode } from 'react'

export interface ShownEntry {
  /** First part of its path, by which it knows that it is the one being looked at. */
  page: string
  href: string
  label: string
  icon: ReactNode
  count: number | undefined
}

/** Counting stops at a hundred. */
const shown = (count: number) => (count > 99 ? '99+' : count)

/** The links of the navigation. On the client only to mark the current one without asking the server. */
export function Entries({ entries }: { entries: readonly ShownEntry[] }) {
  const current = useSelectedLayoutSegment()
  return (
    <ul className="flex flex-col gap-0.5">
      {entries.map(entry => (
        <li key={entry.page}>
          <Link
            href={entry.href}
            prefetch={false}
            aria-current={entry.page === current ? 'page' : undefined}
            className={`flex min-h-control items-center gap-2.5 rounded-md px-2.5 ${
              entry.page === current
                ? 'bg-accent-soft font-semibold text-accent'
                : 'text-ink-soft hover:bg-sunken hover:text-ink'
            }`}
          >
            {entry.icon}
            <span className="grow">{entry.label}</span>
            {entry.count ? (
              <span className="text-xs tabular-nums">
                {shown(entry.count)}
                <span className="sr-only"> waiting for you</span>
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}
