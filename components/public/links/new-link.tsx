import { randomUUID } from 'node:crypto'
import { ClearButton } from '@/components/public/clear-button'
import { MailLimitsText } from '@/components/public/mail-limits-text'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'

/** Offers a new link by mail. What is asked for goes to the address on file only, so the answer is the same for everybody. */
export function NewLink({
  title,
  lead,
  asked,
  kept = false,
  typed,
}: {
  title: string
  lead: string
  asked?: 'sent' | 'busy'
  /** What the person wrote was not sent, and waits for them. */
  kept?: boolean
  /** What was typed before and could not be sent. */
  typed?: Readonly<Record<string, string>> | null
}) {
  return (
    <>
      {kept && (
        <div className="mb-8">
          <Notice kind="warning" live title="Your message was not sent yet">
            <p>
              Your visit had ended. We keep what you wrote: open your request by a new link in this browser,
              and you find it there.
            </p>
          </Notice>
        </div>
      )}
      {asked === 'sent' && (
        <div className="mb-8">
          <Notice kind="success" live title="Check your email">
            <p>If the reference and the address belong together, we email a new link to that address.</p>
            <p className="mt-2">
              <MailLimitsText />
            </p>
          </Notice>
        </div>
      )}
      {asked === 'busy' && (
        <div className="mb-8">
          <Notice kind="warning" live title="Too much is coming from your network">
            <p>Nothing was sent. What you typed is below. Please try again in a few minutes.</p>
          </Notice>
        </div>
      )}
      <PageHeading title={title} lead={lead} />
      <h2 className="mb-4 text-xl">Get a new link</h2>
      <form method="post" action="/my/link/send" className="flex flex-col items-stretch gap-6">
        <input type="hidden" name="press" value={randomUUID()} />
        <TextField
          name="reference"
          label="Reference"
          hint="It is in every email about your request, and looks like PR-7K3M-9QXD."
          defaultValue={typed?.reference}
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <TextField
          name="email"
          label="Email address"
          hint="The one that you made the request with."
          defaultValue={typed?.email}
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
          required
        />
        <p className="flex flex-wrap items-center gap-2">
          <Button tone="primary">Email me a new link</Button>
          {typed && <ClearButton />}
        </p>
      </form>
      <p className="mt-10">
        <a href="/" className="link">
          Go to the start page
        </a>
      </p>
    </>
  )
}
