import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { actingWords } from '@/components/public/acting-choices'
import { BackLink } from '@/components/public/back-link'
import { Consequences } from '@/components/public/consequences'
import { labelOf, relationshipLabel } from '@/components/public/intake/intake-fields'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { differsByRegion } from '@/lib/core/deadlines/law-for'
import { laws } from '@/lib/core/deadlines/laws/index'
import { regionName } from '@/lib/core/deadlines/region-names'
import type { FieldUse } from '@/lib/core/handbook/request-types/request-type'
import { fieldsFor, wordsOf } from '@/lib/core/intake/fields-for'
import { actingIn, problemsOf } from '@/lib/core/intake/intake-form'
import { optOutField } from '@/lib/core/intake/opt-out-signal'
import { type Proof, proofKindsFor } from '@/lib/core/intake/proof'
import { countryName } from '@/lib/core/request/countries'
import { publicType, readIntakeDraft } from '@/lib/door/intake/intake-draft'
import { draftSecret } from '../draft-cookie'
import {
  actingPage,
  choicePage,
  detailsPage,
  only,
  proofsPage,
  sentPage,
  type WithQuery,
  whatPage,
  whoPage,
} from '../steps'

export const metadata: Metadata = { title: 'Check your answers' }

const whoWords = { me: 'Me', deceased: 'Someone who has died' } as const

/** An answer as it is read. */
function inWords(key: string, value: string): string {
  if (key === 'country' && value) return countryName(value)
  if (key === 'region' && value) return regionName(value)
  return key === 'relationship' ? relationshipLabel(value) : value.trim()
}

const namesOf = (proofs: readonly Proof[]) => proofs.map(proof => proof.name).join('\n')

/** Everything that was answered, each with a way to change it, before anything is sent. */
export default async function CheckPage({ searchParams }: WithQuery) {
  const draft = await readIntakeDraft(await draftSecret())
  if (!draft) redirect(`${whoPage}?problem=lost`)
  if (draft.reference) redirect(sentPage)
  const { answers } = draft
  const type = await publicType(answers.type)
  if (!type) redirect(`${whatPage}&problem=type`)
  const acting = actingIn(answers)
  const details = detailsPage(type, acting)
  if (problemsOf(type, answers).length > 0) redirect(details)
  const words = wordsOf(type, acting)
  const takesProofs = proofKindsFor(type, acting).length > 0
  // A region is asked for only where it decides the law.
  const isShown = ({ key }: FieldUse) =>
    key !== 'region' || Boolean(answers.values.region) || differsByRegion(laws, answers.values.country ?? '')
  const minutes = Number(await only(searchParams, 'busy'))
  const rows: SummaryRow[] = [
    acting === 'self'
      ? { label: 'Who it is about', value: whoWords[type.about], changeHref: `${whoPage}?who=${type.about}` }
      : {
          label: 'Who it is about',
          value: actingWords[acting].about,
          changeHref: `${actingPage}?as=${acting}`,
        },
    { label: 'What you want', value: words.publicTitle, changeHref: choicePage(type, acting) },
    ...fieldsFor(type, acting)
      .filter(isShown)
      .map(use => ({
        label: labelOf(use),
        value: inWords(use.key, answers.values[use.key] ?? ''),
        changeHref: `${details}#field-${use.key}`,
        ...(use.key === 'relationship' && { changeWhat: 'your role' }),
      })),
    ...(answers.values[optOutField]
      ? [{ label: 'Opt-out of marketing', value: 'Keep it for my email address', changeHref: details }]
      : []),
    ...(takesProofs ? [{ label: 'Documents', value: namesOf(draft.proofs), changeHref: proofsPage }] : []),
  ]
  return (
    <>
      <BackLink href={takesProofs ? proofsPage : details} />
      {minutes > 0 && (
        <div className="mb-8">
          <Notice kind="warning" live title="Not sent yet: too much is coming from your network">
            <p>
              Your answers are kept. Please try again in {minutes === 1 ? 'a minute' : `${minutes} minutes`}.
            </p>
          </Notice>
        </div>
      )}
      {(await only(searchParams, 'changed')) && (
        <div className="mb-8">
          <Notice kind="warning" live title="Not sent yet: your answers have changed">
            <p>They were changed in another window or tab. These are the newest. Please check them again.</p>
          </Notice>
        </div>
      )}
      <PageHeading
        title="Check your answers"
        lead="Nothing is sent yet. Once you send it, we email you a link to confirm that it was you."
      />
      <SummaryList rows={rows} />
      <form method="post" action="/request/check/send" className="mt-8 flex flex-col items-start gap-8">
        <input type="hidden" name="seen" value={draft.mark} />
        <Consequences title="Once it is confirmed and checked" sentences={words.destroys} />
        <Button tone="primary">Send my request</Button>
      </form>
    </>
  )
}
