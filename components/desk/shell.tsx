import Link from 'next/link'
import type { ReactNode } from 'react'
import { OfflineGuard } from '@/components/ui/form/offline-guard'
import { Icon } from '@/components/ui/icon'
import { SkipLink } from '@/components/ui/skip-link'
import type { Role } from '@/lib/core/people/actor'
import { Entries, type ShownEntry } from './entries'
import { type DeskPage, entriesFor, roleTitle } from './navigation'
import { SignOut } from './sign-out'

interface DeskShellProps {
  role: Role
  /** Id of the person who is signed in. */
  person: string
  /** The person who is signed in. */
  name: string
  /** How many wait for this person, by page; nothing is shown for none. Null for somebody who may open nothing but their account yet. */
  counts: Partial<Record<DeskPage, number>> | null
  /** Server action that ends the session. */
  signOut: () => Promise<void>
  children: ReactNode
}

interface PersonProps extends Pick<DeskShellProps, 'name' | 'role' | 'signOut'> {
  hasKeys: boolean
}

function Person({ name, role, signOut, hasKeys }: PersonProps) {
  return (
    <div className="border-t border-line px-2.5 pt-3">
      <Link
        href="/account"
        prefetch={false}
        title={`Your account, ${name}`}
        className="-mx-2.5 mb-1 block rounded-md px-2.5 py-1 hover:bg-sunken"
      >
        <span className="block truncate font-medium">
          <bdi>{name}</bdi>
        </span>
        <span className="block text-xs text-ink-soft">{roleTitle(role)} · your account</span>
      </Link>
      {hasKeys && (
        <button
          type="button"
          data-keys=""
          className="-mx-2.5 flex min-h-control w-[calc(100%+1.25rem)] items-center gap-2.5 rounded-md px-2.5 text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <Icon name="keyboard" className="size-4" />
          Keys
        </button>
      )}
      <SignOut action={signOut} className="-mx-2.5">
        <button
          type="submit"
          className="flex min-h-control w-full items-center gap-2.5 rounded-md px-2.5 text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <Icon name="log-out" className="size-4 rtl:-scale-x-100" />
          Sign out
        </button>
      </SignOut>
    </div>
  )
}

function Navigation({ entries }: { entries: readonly ShownEntry[] }) {
  if (entries.length === 0) return null
  return (
    <nav aria-label="Desk">
      <Entries entries={entries} />
    </nav>
  )
}

/** What surrounds every desk page: navigation at the side, folded into a menu on a narrow screen. */
export function DeskShell({ role, person: personId, name, counts, signOut, children }: DeskShellProps) {
  const entries: ShownEntry[] = (counts ? entriesFor(role) : []).map(({ page, href, label, icon }) => ({
    page,
    href,
    label,
    icon: <Icon name={icon} className="size-4" />,
    count: counts?.[page],
  }))
  const person = { name, role, signOut, hasKeys: counts !== null }
  return (
    <div
      data-face="desk"
      data-person={personId}
      className="min-h-dvh lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <OfflineGuard />
      <SkipLink />
      <header
        data-chrome
        className="border-line bg-surface max-lg:border-b lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-e lg:px-2 lg:py-3"
      >
        <Link
          href="/requests"
          prefetch={false}
          className="hidden px-2.5 pb-3 text-lg font-semibold tracking-tight lg:block"
        >
          Habeas
        </Link>
        <div className="hidden grow lg:block">
          <Navigation entries={entries} />
        </div>
        <div className="hidden lg:block">
          <Person {...person} />
        </div>
        <details className="group lg:hidden">
          <summary className="flex min-h-12 items-center gap-2 px-4">
            <span className="grow text-lg font-semibold tracking-tight">Habeas</span>
            Menu
            <Icon name="chevron-down" className="size-4 group-open:rotate-180" />
          </summary>
          <div className="flex flex-col gap-3 border-t border-line p-2 pb-3">
            <Navigation entries={entries} />
            <Person {...person} />
          </div>
        </details>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-4 outline-none lg:px-6 lg:py-5">
        {children}
      </main>
    </div>
  )
}
