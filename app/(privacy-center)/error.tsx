'use client'

import { Fault } from '@/components/ui/fault'

/** A public page that failed. What was typed on earlier pages is kept on the server. */
export default function PublicError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Fault title="Something went wrong on our side" error={error} retry={retry}>
      <p>
        This page didn’t load. What you sent us before is kept. Try again in a moment; if it happens again,
        write to us and name the number below.
      </p>
    </Fault>
  )
}
