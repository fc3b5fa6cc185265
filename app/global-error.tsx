'use client'

import { Fault } from '@/components/ui/fault'
import './globals.css'

/** The last resort, when the page's own frame failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <title>Something went wrong</title>
        <main data-face="public" className="mx-auto max-w-3xl px-4 py-12 sm:px-6">
          <Fault title="Something went wrong on our side" error={error} retry={retry}>
            <p>The page didn’t load. What you sent us before is kept. Try again in a moment.</p>
          </Fault>
        </main>
      </body>
    </html>
  )
}
