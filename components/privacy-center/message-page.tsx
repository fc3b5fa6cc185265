import type { ReactNode } from 'react'

/** A page that only says something: what happened, what was kept, the next move. Fit for pages without script. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="text-2xl">{title}</h1>
      <div className="mt-4 flex max-w-measure flex-col items-start gap-4">{children}</div>
    </>
  )
}
