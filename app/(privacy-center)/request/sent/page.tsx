import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { MailLimitsText } from '@/components/public/mail-limits-text'
import { stepsAhead } from '@/components/public/stages'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { StepsLine } from '@/components/ui/steps-line'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { actingIn, mailboxOf } from '@/lib/core/intake/intake-form'
import { readIntakeDraft } from '@/lib/door/intake/intake-draft'
import { draftSecret } from '../draft-cookie'
import { checkPage, only, type WithQuery, whoPage } from '../steps'

export const metadata: Metadata = { title: 'Check your email' }

/** The end of the form: where the mail went, the reference, what happens next. The same for everybody. */
export default async function SentPage({ searchParams }: WithQuery) {
  const draft = await readIntakeDraft(await draftSecret())
  if (!draft) redirect(`${whoPage}?problem=lost`)
  if (!draft.reference) redirect(checkPage)
  const type = requestTypes.get(draft.answers.type)
  const again = await only(searchParams, 'again')
  return (
    <>
      {again === 'sent' && (
        <div className="mb-8">
          <Notice kind="success" live title="Asked for again">
            <p>If your request still waits to be confirmed, we email you its link again.</p>
          </Notice>
        </div>
      )}
      {again === 'busy' && (
        <div className="mb-8">
          <Notice kind="warning" live title="Too much is coming from your network">
            <p>Your request is safe. Please wait a few minutes before you ask for another email.</p>
          </Notice>
        </div>
      )}
      {again === 'other' && (
        <div className="mb-8">
          <Notice kind="warning" live title="Only one request was sent">
            <p>
              Another window or tab had sent the one below first.{' '}
              <a href={whoPage} className="link">
                Make another request
              </a>{' '}
              if you want something else, too.
            </p>
          </Notice>
        </div>
      )}
      <PageHeading
        title="Check your email"
        lead={
          <>
            We email a link to{' '}
            <bdi className="font-semibold break-all text-ink">{mailboxOf(draft.answers)}</bdi>. Open it to
            confirm your request.
          </>
        }
      />
      <dl className="mb-10 max-w-xl rounded-lg border border-line bg-sunken px-5 py-4">
        <dt className="text-sm text-ink-soft">Your reference</dt>
        <dd data-numbers className="text-xl font-semibold select-all">
          {draft.reference}
        </dd>
      </dl>
      <h2 className="mb-4 text-xl">What happens next</h2>
      <StepsLine steps={type ? stepsAhead(type, actingIn(draft.answers)) : []} />
      <h2 className="mt-12 text-xl">No email?</h2>
      <p className="mt-3 max-w-measure">
        It can take a few minutes. Look in the spam folder, too. If the address above is wrong,{' '}
        <a href={whoPage} className="link">
          start again
        </a>
        ; without a confirmation the first request ends on its own.
      </p>
      <p className="mt-3 max-w-measure">
        <MailLimitsText />
      </p>
      <form method="post" action="/request/sent/again" className="mt-4">
        <input type="hidden" name="press" value={randomUUID()} />
        <Button>Email me the link again</Button>
      </form>
    </>
  )
}
