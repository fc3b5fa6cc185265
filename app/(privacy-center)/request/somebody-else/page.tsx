import type { Metadata } from 'next'
import { actingChoices, actingNamed } from '@/components/public/acting-choices'
import { BackLink } from '@/components/public/back-link'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/form/choice-field'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { PageHeading } from '@/components/ui/page-heading'
import { typesActedFor } from '@/lib/core/intake/intake-form'
import { readSetting } from '@/lib/store/settings/settings'
import { contactAddress } from '../contact'
import { only, type WithQuery } from '../steps'

const unchosen = 'Choose how you act for them.'

export async function generateMetadata({ searchParams }: WithQuery): Promise<Metadata> {
  const failed = (await only(searchParams, 'problem')) === 'as'
  return { title: `${failed ? 'Error: ' : ''}Somebody else` }
}

const list = 'flex list-disc flex-col gap-2 ps-5 marker:text-line-strong'

/** Who may act for somebody who is alive, and how; and how to help a person who can ask themselves. */
export default async function SomebodyElsePage({ searchParams }: WithQuery) {
  const error = (await only(searchParams, 'problem')) === 'as' ? unchosen : undefined
  const chosen = actingNamed(await only(searchParams, 'as'))
  const offered = typesActedFor(await readSetting('unpublished')).length > 0
  const address = await contactAddress()
  return (
    <>
      <BackLink href="/request/new?who=other" />
      {error && <ErrorSummary errors={[{ field: 'as', message: error }]} />}
      <PageHeading
        title="You ask for somebody else"
        lead="You can ask in their name if you show us that you may. Our privacy team reads what you send before anything is done."
      />
      {offered ? (
        <form method="get" action="/request/what" noValidate className="flex flex-col gap-8">
          <input type="hidden" name="who" value="other" />
          <input type="hidden" name="asked" value="as" />
          <RadioGroup
            required
            name="as"
            label="How do you act for them?"
            choices={actingChoices}
            error={error}
            defaultValue={chosen ?? undefined}
          />
          <ul className={list}>
            <li className="ps-1">We write to you. We also let the person know, at their own address.</li>
            <li className="ps-1">Sometimes we ask the person to confirm it. We don’t ask a child.</li>
          </ul>
          <p>
            <Button tone="primary">Continue</Button>
          </p>
        </form>
      ) : (
        <p className="max-w-measure">
          There is no form for this at the moment. Please write to{' '}
          <a href={`mailto:${address}`} className="link break-all">
            {address}
          </a>
          .
        </p>
      )}
      <section aria-labelledby="help" className="mt-12 max-w-measure">
        <h2 id="help" className="text-xl">
          Can they ask themselves?
        </h2>
        <p className="mt-3">
          Then that is faster, and you can help. Sit with them while they fill in the form. They need the
          email address and the username of their account, and they confirm by the email that we send them.{' '}
          <a href="/request/new?who=me" className="link">
            Start the form together with them
          </a>
          .
        </p>
      </section>
    </>
  )
}
