import { createHash } from 'node:crypto'
import { z } from 'zod'
import { siteOf } from '@/lib/auth/client-address'
import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import {
  actingIn,
  type IntakeAnswers,
  intakeAnswers,
  intakeFrom,
  mailboxOf,
  offeredType,
  problemsOf,
} from '@/lib/core/intake/intake-form'
import type { Language } from '@/lib/core/intake/languages'
import { type Proof, proofKinds, proofKindsFor, proofSchema } from '@/lib/core/intake/proof'
import { publicActor } from '@/lib/core/people/make-actor'
import { fileStorage } from '@/lib/files/storage'
import { newSecret } from '@/lib/secrets'
import type { Allowance } from '@/lib/store/database/limits'
import type { Tx } from '@/lib/store/database/transaction'
import { referenceOf } from '@/lib/store/request/requests'
import { readSetting } from '@/lib/store/settings/settings'
import {
  changeDraft,
  changeDraftIn,
  deleteDraft,
  FORM_HOURS,
  findDraft,
  keepDraft,
  type StoredDraft,
} from '@/lib/store/visits/drafts'
import { allowDraft, allowFromNetwork } from '../answer/public-limits'
import { Refused, refusal } from '../answer/refusal'
import { runRequestCommand } from '../run/run'
import { submitRequest } from '../run/submit'
import { systemFor } from '../run/system-for'

const payload = intakeAnswers.extend({
  proofs: z.array(proofSchema).default([]),
  /** Why the last files were not taken, which one it was, and as what it came. */
  proofProblem: z
    .object({ reason: z.string(), file: z.string().optional(), kind: z.enum(proofKinds).optional() })
    .optional(),
  /** After sending: the mark of the answers that were sent. */
  sent: z.string().optional(),
})
export type DraftPayload = z.output<typeof payload>

/** A form between its pages, or after it was sent. */
export interface IntakeDraft {
  id: string
  commandId: string
  answers: IntakeAnswers
  proofs: Proof[]
  proofProblem: DraftPayload['proofProblem']
  /** Of the request that it became; from then on it is only shown. */
  reference: string | null
  /** Tells these answers and documents from any others, so that only what was looked at is sent; once sent, those that were. */
  mark: string
}

const markOf = (answers: IntakeAnswers, proofs: readonly Proof[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([answers.type, Object.entries(answers.values).sort(), proofs.map(proof => proof.id)]),
    )
    .digest('base64url')

function draftOf({ id, commandId, reference, payload: stored }: StoredDraft): IntakeDraft | null {
  const read = payload.safeParse(stored)
  if (!read.success) return null
  const { type, values, proofs, proofProblem, sent } = read.data
  const answers = { type, values }
  return { id, commandId, reference, answers, proofs, proofProblem, mark: sent ?? markOf(answers, proofs) }
}

/** The draft of a cookie, or null: none, none any more, or one of an older version. */
export async function readIntakeDraft(secret: string | undefined): Promise<IntakeDraft | null> {
  const draft = await findDraft(secret)
  return draft && draftOf(draft)
}

/**
 * Changes a form that was not sent yet, for two hours more. Its documents are kept as long.
 * @param change is given the form as it is by now, another window's changes included, and may be asked again
 * @returns false where it was sent or cleared meanwhile
 */
export async function changeIntakeDraft(
  { id, proofs }: IntakeDraft,
  change: (current: IntakeDraft) => DraftPayload,
): Promise<boolean> {
  for (const { storageKey } of proofs) await fileStorage().touch(storageKey)
  return await changeDraft(id, stored => {
    const current = draftOf(stored)
    return current && { payload: change(current) }
  })
}

/** A type that this organisation's form offers now. */
export const publicType = async (key: unknown): Promise<RequestType | null> =>
  offeredType(key, await readSetting('unpublished'))

/** `busy`: the form is a new one, and its network has begun too many. */
export type Keeping = { ok: true; secret: string } | { ok: false; busy: Allowance }

/**
 * As {@link keepAnswers}, for a form that comes from outside: only so many may be begun from one network.
 * @param address of the client
 */
export async function keepForm(
  secret: string | undefined,
  answers: IntakeAnswers,
  address: string,
): Promise<Keeping> {
  const draft = await readIntakeDraft(secret)
  if (!draft || draft.reference) {
    const busy = await allowDraft(address)
    if (!busy.ok) return { ok: false, busy }
  }
  return { ok: true, secret: await keepAnswers(secret, answers, address) }
}

/**
 * Keeps the answers of the form, right or wrong, so that nothing typed is ever lost. What was sent already is left
 * alone: a new draft begins.
 * @returns the cookie's value from now on
 */
export async function keepAnswers(
  secret: string | undefined,
  answers: IntakeAnswers,
  address = '0.0.0.0',
): Promise<string> {
  const draft = await readIntakeDraft(secret)
  if (secret && draft && (await changeIntakeDraft(draft, ({ proofs }) => ({ ...answers, proofs }))))
    return secret
  const fresh = newSecret()
  await keepDraft(fresh, answers, { hours: FORM_HOURS, network: siteOf(address) })
  return fresh
}

/** Forgets what was typed, with its documents. A request that was sent stays. */
export async function clearAnswers(secret: string | undefined): Promise<void> {
  const found = await findDraft(secret)
  if (!found) return
  // Only what was deleted tells whether it became a request meanwhile, which then owns the documents.
  const gone = await deleteDraft(found.id)
  const draft = gone && draftOf(gone)
  if (!draft || draft.reference) return
  for (const { storageKey } of draft.proofs) await fileStorage().remove(storageKey)
}
/** How they act stays known, for the words of the page that follows. */
const actingOnly = ({ values: { actingAs } }: IntakeAnswers) => (actingAs ? { actingAs } : {})

export type Sending =
  | { kind: 'sent' }
  | { kind: 'none' }
  /** Another window of the same browser has other answers, or has sent others. */
  | { kind: 'changed'; sent: boolean }
  | { kind: 'incomplete'; answers: IntakeAnswers }
  | { kind: 'busy'; allowance: Allowance }

/**
 * Sends the checked answers. One draft makes one request, however often this is called, and known
 * and unknown people get the same answer.
 * @param address of the client
 * @param locale that the client's browser prefers
 * @param seen the mark of the answers that were looked at; without it, the stored answers are sent
 */
export async function sendIntake(
  secret: string | undefined,
  address: string,
  locale: Language = 'en',
  seen?: string,
): Promise<Sending> {
  const draft = await readIntakeDraft(secret)
  if (!draft) return { kind: 'none' }
  if (seen !== undefined && seen !== draft.mark) return { kind: 'changed', sent: draft.reference !== null }
  if (draft.reference) return { kind: 'sent' }
  const { answers, commandId } = draft
  const type = await publicType(answers.type)
  if (!type || problemsOf(type, answers).length > 0) return { kind: 'incomplete', answers }
  const allowance = await allowFromNetwork(address)
  if (!allowance.ok) return { kind: 'busy', allowance }
  const result = await submitRequest(
    publicActor(),
    { ...intakeFrom(answers), locale },
    {
      commandId,
      source: 'privacy-center',
      proofs: draft.proofs.filter(({ kind }) => proofKindsFor(type, actingIn(answers)).includes(kind)),
      within: (tx, requestId) => noteSent(tx, requestId, draft),
    },
  )
  if (result.ok) return { kind: 'sent' }
  if (result.reason !== 'conflict') return { kind: 'incomplete', answers }
  const now = await readIntakeDraft(secret)
  return now ? { kind: 'changed', sent: now.reference !== null } : { kind: 'none' }
}

/**
 * Makes the draft the request's own, in its transaction: who takes a document out of the form later must not take it from the
 * request. Only the page that names the mail's address needs the draft from here on.
 * @throws {Refused} where it isn't any more what is being sent
 */
async function noteSent(tx: Tx, requestId: string, { id, answers, mark }: IntakeDraft): Promise<void> {
  const reference = await referenceOf(requestId, tx)
  const values = { ...actingOnly(answers), email: mailboxOf(answers) }
  const noted =
    reference !== null &&
    (await changeDraftIn(tx, id, stored =>
      draftOf(stored)?.mark === mark
        ? { payload: { type: answers.type, values, sent: mark }, reference }
        : null,
    ))
  if (!noted) throw new Refused(refusal('conflict'))
}

/**
 * Mails the confirmation link again to the address that the draft was sent with. The answer doesn't reveal whether the request is still unconfirmed.
 * @param press tells one press of the button from the next
 * @returns what the network may still do
 */
export async function resendConfirmation(
  secret: string | undefined,
  press: string,
  address: string,
): Promise<Allowance> {
  const allowance = await allowFromNetwork(address)
  const draft = await readIntakeDraft(secret)
  if (allowance.ok && draft?.reference) {
    const commandId = `resend:${draft.id}:${press.slice(0, 40)}`
    await runRequestCommand(systemFor.newLink, draft.reference, 'resend-confirmation', {}, { commandId })
  }
  return allowance
}
