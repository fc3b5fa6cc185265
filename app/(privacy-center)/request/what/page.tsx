import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { actingNamed } from '@/components/public/acting-choices'
import { BackLink } from '@/components/public/back-link'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/form/choice-field'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { Notice } from '@/components/ui/notice'
import { portability } from '@/lib/core/handbook/portability'
import { wordsOf } from '@/lib/core/intake/fields-for'
import { offeredTypes, typesActedFor } from '@/lib/core/intake/intake-form'
import { readSetting } from '@/lib/store/settings/settings'
import { contactAddress } from '../contact'
import { actingPage, deceasedPage, only, type WithQuery, whoPage } from '../steps'

const unchosen = 'Choose what you want.'

export async function generateMetadata({ searchParams }: WithQuery): Promise<Metadata> {
  const failed = (await only(searchParams, 'problem')) === 'type'
  return { title: `${failed ? 'Error: ' : ''}What do you want?` }
}

/** Second question, for the person themselves or for somebody who acts for them. */
export default async function WhatPage({ searchParams }: WithQuery) {
  const who = await only(searchParams, 'who')
  if (who === 'deceased') redirect(deceasedPage)
  const as = await only(searchParams, 'as')
  const acting = who === 'other' ? actingNamed(as) : null
  // Without a choice the form sends nothing of it, so it says that it asked.
  const wasAsked = as !== undefined || (await only(searchParams, 'asked')) === 'as'
  if (who === 'other' && !acting) redirect(`${actingPage}${wasAsked ? '?problem=as' : ''}`)
  if (who !== 'me' && who !== 'other') redirect(`${whoPage}?problem=who`)
  const address = await contactAddress()
  const unpublished = await readSetting('unpublished')
  const choices = acting
    ? typesActedFor(unpublished).map(type => ({ key: type.key, ...wordsOf(type, acting) }))
    : [...offeredTypes(unpublished, 'me'), portability]
  const chosen = await only(searchParams, 'type')
  const error = (await only(searchParams, 'problem')) === 'type' ? unchosen : undefined
  return (
    <>
      <BackLink href={acting ? `${actingPage}?as=${acting}` : `${whoPage}?who=me`} />
      {error && <ErrorSummary errors={[{ field: 'type', message: error }]} />}
      <form method="get" action="/request/details" noValidate className="flex flex-col gap-8">
        <input type="hidden" name="who" value={acting ? 'other' : 'me'} />
        {acting && <input type="hidden" name="as" value={acting} />}
        <RadioGroup
          asHeading
          required
          name="type"
          label={acting ? 'What do you want for them?' : 'What do you want?'}
          choices={choices.map(({ key, publicTitle, publicSummary }) => ({
            value: key,
            label: publicTitle,
            hint: publicSummary,
          }))}
          error={error}
          defaultValue={choices.find(choice => choice.key === chosen)?.key}
        />
        <div className="max-w-xl">
          <Notice title="Something else?">
            <p>
              For anything else about your privacy, write to{' '}
              <a href={`mailto:${address}`} className="link break-all">
                {address}
              </a>
              . If you are not happy with how we handle data,{' '}
              <a href="/complain" className="link">
                complain to us
              </a>
              .
            </p>
          </Notice>
        </div>
        <p>
          <Button tone="primary">Continue</Button>
        </p>
      </form>
    </>
  )
}
