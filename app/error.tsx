'use client'

import { Fault } from '@/components/ui/fault'

/** A failure outside both faces. */
export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main data-face="public" className="mx-auto max-w-3xl px-4 py-12 sm:px-6">
      <Fault title="Something went wrong on our side" error={error} retry={retry}>
        <p>The page didn’t load. What you sent us before is kept. Try again in a moment.</p>
      </Fault>
    </main>
  )
}
