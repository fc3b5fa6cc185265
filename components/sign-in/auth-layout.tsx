import type { ReactNode } from 'react'
import { OfflineGuard } from '@/components/ui/form/offline-guard'

/** The layout of pages outside the desk: signing in, setting a password. */
export function AuthLayout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div data-face="public" className="grid min-h-dvh place-items-center px-4 py-10">
      <OfflineGuard />
      <main id="main" className="w-full max-w-sm">
        <p className="mb-6 font-semibold tracking-tight text-ink-soft">Habeas · privacy desk</p>
        <h1 className="mb-6 text-xl">{title}</h1>
        {children}
      </main>
    </div>
  )
}
