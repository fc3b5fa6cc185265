import type { ReactNode } from 'react'
import { OfflineGuard } from '@/components/ui/form/offline-guard'
import { SkipLink } from '@/components/ui/skip-link'

/**
 * What surrounds every public page: the name of the place above, a way to start or sign in below. Plain links, so that
 * each page loads whole, with or without script.
 */
export function PrivacyCenterShell({ children }: { children: ReactNode }) {
  return (
    <div data-face="public" className="flex min-h-dvh flex-col bg-surface">
      <SkipLink />
      <OfflineGuard />
      <header data-chrome className="border-b border-line">
        <div className="mx-auto flex w-full max-w-3xl items-center px-4 sm:px-6">
          <a
            href="/"
            className="-ms-1 inline-flex min-h-14 items-center px-1 font-semibold tracking-[-0.011em] hover:text-accent"
          >
            Privacy Center
          </a>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-3xl grow px-4 pt-8 pb-16 outline-none sm:px-6 sm:pt-12"
      >
        {children}
      </main>
      <footer data-chrome className="border-t border-line bg-canvas text-sm text-ink-soft">
        <div className="mx-auto flex w-full max-w-3xl flex-wrap items-center gap-x-6 px-4 py-4 sm:px-6">
          <p className="grow py-2">We use what you send us for your request, and for nothing else.</p>
          <a
            href="/complain"
            className="inline-flex min-h-11 items-center underline underline-offset-3 hover:text-ink"
          >
            Complaints
          </a>
          <a
            href="/usage-data"
            className="inline-flex min-h-11 items-center underline underline-offset-3 hover:text-ink"
          >
            Usage data
          </a>
          <a
            href="/sign-in"
            className="inline-flex min-h-11 items-center underline underline-offset-3 hover:text-ink"
          >
            Staff sign-in
          </a>
        </div>
      </footer>
    </div>
  )
}
