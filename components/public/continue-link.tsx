import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'

interface ContinueLinkProps {
  token: string
  reference: string
  /** Tells one press of the button from the next. */
  press: string
}

/** The way in from a mailed link. A button, as looking at a link must not use it up. */
export function ContinueLink({ token, reference, press }: ContinueLinkProps) {
  return (
    <>
      <PageHeading
        kicker={
          <>
            Reference <span data-numbers>{reference}</span>
          </>
        }
        title="Your privacy request"
        lead="Your own page shows what has happened so far and what we have written to each other. You stay signed in for a day, in this browser only."
      />
      <form method="post" action={`/r/${token}/open`}>
        <input type="hidden" name="press" value={press} />
        <Button tone="primary">Continue to your request</Button>
      </form>
      <p className="mt-4 max-w-measure text-ink-soft">
        This link works once. You can always ask for a new one.
      </p>
    </>
  )
}
