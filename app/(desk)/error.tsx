'use client'

import { Fault } from '@/components/ui/fault'

/** A desk page that failed; the navigation around it stays. */
export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Fault title="This page didn’t load" error={error} retry={retry}>
      <p>
        Something failed on our side. What was saved before is kept, and an act that didn’t answer is done
        either wholly or not at all: look at the request’s Status before you repeat it. What you typed is kept
        in this tab, and is there again once the page loads.
      </p>
    </Fault>
  )
}
