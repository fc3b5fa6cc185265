import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { StepsLine } from '@/components/ui/steps-line'
import { offeredTypes, typesActedFor } from '@/lib/core/intake/intake-form'
import { readSetting } from '@/lib/store/settings/settings'

export const metadata: Metadata = {
  title: { absolute: 'Privacy Center: ask about your personal data' },
  description:
    'Ask us for a copy of your personal data, or to delete it. Asking is free, and you don’t have to sign in.',
  robots: { index: true, follow: true },
}

const steps = [
  {
    title: 'Tell us what you want',
    detail: 'A few short questions, about three minutes. You can check your answers before you send them.',
  },
  {
    title: 'Confirm that it was you',
    detail:
      'We send a link to your email address. Nothing happens until you open it and confirm, within 7 days.',
  },
  {
    title: 'We check that the account is yours',
    detail:
      'This protects you from strangers. Sometimes we ask you a question first; you have 7 days to answer.',
  },
  {
    title: 'We do it, and tell you',
    detail:
      'You get an email when it is done. Until then, a page of your own shows how far your request has got.',
  },
].map(step => ({ ...step, state: 'plain' as const }))

/** Start of the Privacy Center: what one can ask for, what happens then, how long it takes, one button. */
export default async function StartPage() {
  const unpublished = await readSetting('unpublished')
  const offers = offeredTypes(unpublished, 'me')
  const [deceased] = offeredTypes(unpublished, 'deceased')
  const acting = typesActedFor(unpublished)
  return (
    <>
      <h1 className="max-w-[22ch] text-2xl">Ask us about your personal data</h1>
      <p className="mt-4 max-w-measure text-lg text-ink-soft">
        Your data is yours. Asking is free, and you don’t have to sign in.
      </p>
      <p className="mt-8">
        <ButtonLink href="/request/new" tone="primary" className="min-h-14! px-6! text-lg">
          Make a Privacy Request
          <Icon name="arrow-right" className="size-[1em] rtl:-scale-x-100" />
        </ButtonLink>
      </p>

      <section aria-labelledby="what" className="mt-14">
        <h2 id="what" className="text-xl">
          What you can ask for
        </h2>
        <ul className="mt-4 border-t border-line">
          {offers.map(offer => (
            <li key={offer.key} className="border-b border-line py-5">
              <h3 className="text-lg">{offer.publicTitle}</h3>
              <p className="mt-1 max-w-measure">{offer.publicSummary}</p>
            </li>
          ))}
        </ul>
        <p className="mt-5 max-w-measure">
          The form says what would be deleted, and what stays, before you decide. If you only want to move to
          another platform,{' '}
          <a href="/request/portability" className="link">
            you can take your projects with you yourself
          </a>
          .
        </p>
      </section>

      <section aria-labelledby="happens" className="mt-14">
        <h2 id="happens" className="mb-6 text-xl">
          What happens
        </h2>
        <StepsLine steps={steps} />
      </section>

      <section aria-labelledby="long" className="mt-14">
        <h2 id="long" className="text-xl">
          How long it takes
        </h2>
        <p className="mt-4 max-w-measure">
          <strong className="font-semibold">In most places at most one month</strong> from the day you send
          the form. The law where you live sets the latest day, and the page of your request names it. Should
          we need longer, we tell you before that day, and why.
        </p>
      </section>

      <section aria-labelledby="complain" className="mt-14">
        <h2 id="complain" className="text-xl">
          Not happy with how we handle data?
        </h2>
        <p className="mt-4 max-w-measure">
          <a href="/complain" className="link">
            Complain to us
          </a>
          . You need no account and no request for that. We tell you by which day you will have our answer.
        </p>
      </section>

      <section aria-labelledby="else" className="mt-14">
        <h2 id="else" className="text-xl">
          Asking for somebody else?
        </h2>
        {acting.length > 0 ? (
          <p className="mt-4 max-w-measure">
            If somebody has asked you to, if it is your child, or if the law lets you act for them,{' '}
            <a href="/request/somebody-else" className="link">
              you can ask in their name
            </a>
            . We check first that you may.
          </p>
        ) : (
          <p className="mt-4 max-w-measure">
            The person whose data it is can ask here. You can help them with the form, and they confirm from
            their own mailbox.
          </p>
        )}
        {deceased && (
          <p className="mt-4 max-w-measure">
            If the person has died,{' '}
            <a href="/request/deceased" className="link">
              somebody who is entitled to act for them can ask
            </a>
            .
          </p>
        )}
      </section>
    </>
  )
}
