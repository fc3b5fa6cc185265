import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BackLink } from '@/components/public/back-link'
import { acceptedFiles, fileHint, fileProblem, sizeInWords } from '@/components/public/file-copy'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { FileField } from '@/components/ui/form/file-field'
import { PageHeading } from '@/components/ui/page-heading'
import { wordsOf } from '@/lib/core/intake/fields-for'
import { actingIn, problemsOf } from '@/lib/core/intake/intake-form'
import { type Proof, proofKindsFor } from '@/lib/core/intake/proof'
import { publicType, readIntakeDraft } from '@/lib/door/intake/intake-draft'
import { draftSecret } from '../draft-cookie'
import { checkPage, detailsPage, sentPage, whatPage, whoPage } from '../steps'

/** The form so far, and its type. */
async function formOf() {
  const draft = await readIntakeDraft(await draftSecret())
  return { draft, type: draft && (await publicType(draft.answers.type)) }
}

export async function generateMetadata(): Promise<Metadata> {
  const { draft } = await formOf()
  return { title: `${draft?.proofProblem ? 'Error: ' : ''}Documents` }
}

const kinds = { death: 'Proof of the death', authority: 'Proof that you may act' } as const

/** What is enough, said plainly: of each kind, and by who asks. */
const deathHint = 'For example a certificate.'
const authorityHints = {
  self: 'For example a will, or a letter from the court.',
  'authorized-agent':
    'A permission that the person has signed is enough. You don’t need a power of attorney.',
  parent: 'For example a birth certificate, or a court’s letter that makes you the guardian.',
  'legal-representative': 'For example a court order, a mandate, or a letter that shows your office.',
} as const

function Proofs({ proofs }: { proofs: readonly Proof[] }) {
  return (
    <ul aria-label="Documents so far" className="mb-8 max-w-xl border-t border-line">
      {proofs.map(({ id, kind, name, size }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
          <span className="min-w-0 grow basis-60">
            <span className="block text-sm text-ink-soft">{kinds[kind]}</span>
            <bdi className="font-semibold break-words">{name}</bdi>{' '}
            <span className="text-ink-soft">({sizeInWords(size)})</span>
          </span>
          <form method="post" action="/request/proofs/remove">
            <input type="hidden" name="proof" value={id} />
            <Button tone="quiet" className="-mx-4">
              Remove<span className="sr-only"> {name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** Documents that show the death, and that somebody may act; kept with the form until it is sent, and not needed to send it. */
export default async function ProofsPage() {
  const { draft, type } = await formOf()
  if (!draft) redirect(`${whoPage}?problem=lost`)
  if (draft.reference) redirect(sentPage)
  if (!type) redirect(`${whatPage}&problem=type`)
  const acting = actingIn(draft.answers)
  const taken = proofKindsFor(type, acting)
  if (taken.length === 0) redirect(checkPage)
  if (problemsOf(type, draft.answers).length > 0) redirect(detailsPage(type, acting))
  const proofs = draft.proofs.filter(({ kind }) => taken.includes(kind))
  const { proofProblem } = draft
  const error = proofProblem && fileProblem(proofProblem)
  const wrong = proofProblem?.kind ?? taken[0] ?? 'authority'
  const field = { accept: acceptedFiles, multiple: true }
  return (
    <>
      <BackLink href={detailsPage(type, acting)} />
      {error && <ErrorSummary errors={[{ field: wrong, message: error }]} />}
      <PageHeading
        kicker={wordsOf(type, acting).publicTitle}
        title="Documents"
        lead="Only our privacy team opens them. We delete them 30 days after we have decided."
      />
      {proofs.length > 0 && <Proofs proofs={proofs} />}
      <form
        method="post"
        action="/request/proofs/files"
        encType="multipart/form-data"
        noValidate
        className="flex flex-col items-stretch gap-7"
      >
        <p className="max-w-measure">{fileHint}</p>
        {taken.map(kind => (
          <FileField
            {...field}
            key={kind}
            name={kind}
            label={kinds[kind]}
            hint={kind === 'death' ? deathHint : authorityHints[acting]}
            required={false}
            {...(error && kind === wrong && { error })}
          />
        ))}
        <p className="max-w-measure text-ink-soft">
          If you don’t have them now, you can continue without them. We will ask you for them later.
        </p>
        <p className="flex flex-wrap gap-3">
          <Button tone="primary" name="onward" value="check">
            Continue
          </Button>
          <Button name="onward" value="more">
            Add these and stay here
          </Button>
        </p>
      </form>
    </>
  )
}
