import { randomInt } from 'node:crypto'
import { type Intake, submit } from '@/lib/core/commands/submit'
import { dayOf, wrongDay, wrongDayWords } from '@/lib/core/deadlines/days'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import { type IntakeInput, intakeSchema } from '@/lib/core/intake/intake'
import { placeOf } from '@/lib/core/intake/place-fields'
import { type Proof, proofName } from '@/lib/core/intake/proof'
import type { Context, Effect } from '@/lib/core/machine/decision'
import type { PublicActor, StaffActor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import type { PrivacyRequest, State, SubjectType } from '@/lib/core/request/request'
import { findReplay, lockCommand } from '@/lib/store/audit/audit'
import { inTransaction, type Tx } from '@/lib/store/database/transaction'
import { findClosedRequest, referenceOf } from '@/lib/store/request/requests'
import { insertRequest } from '@/lib/store/request/save-request'
import { readSetting } from '@/lib/store/settings/settings'
import { isTimeZone } from '@/lib/time-zone'
import { invalid } from '../answer/invalid'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { tellWebhooks } from '../webhooks/tell'
import { contextFor } from './context'
import { applyEffects } from './effects'
import { recordChange } from './record-change'
import { assertStillActs } from './still-acts'

export interface SubmitOptions {
  commandId: string
  source: PrivacyRequest['source']
  /** Proofs sent with the form, already in storage. */
  proofs?: readonly Proof[]
  /** What has to be true of the new request in the same transaction. @throws {Refused} to open nothing */
  within?: (tx: Tx, requestId: string) => Promise<void>
}
export type SubmitResult = { ok: true; reference: string; state: State } | DoorRefusal

/** No letters that look like digits or could spell words, because people read references out on the telephone. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ'
const newReference = () => {
  const letters = Array.from({ length: 8 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
  return `PR-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** Accepts a new request. The answer doesn't reveal whether the address is known. */
export async function submitRequest(
  actor: StaffActor | PublicActor,
  input: unknown,
  options: SubmitOptions,
): Promise<SubmitResult> {
  if (actor.kind === 'staff' && !can(actor.role, 'open-request')) return refusal('not-allowed')
  const parsed = intakeSchema.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const wrong = contradiction(actor, parsed.data, await readSetting('unpublished'))
  if (wrong) return refusal('invalid-input', { detail: wrong.field, fields: { [wrong.field]: wrong.words } })
  try {
    return await inTransaction(tx => runLocked(tx, actor, parsed.data, options))
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

function contradiction(
  actor: StaffActor | PublicActor,
  intake: IntakeInput,
  unpublished: readonly string[],
): { field: string; words: string } | null {
  const type = requestTypes.get(intake.type)
  if (!type || (actor.kind === 'public' && (type.openedBy === 'staff' || unpublished.includes(type.key))))
    return { field: 'type', words: 'This can’t be asked for here.' }
  const subjectType = subjectTypeOf(type, intake)
  if (intake.subjectType && intake.subjectType !== subjectType)
    return { field: 'subjectType', words: `What else was sent makes this: ${subjectType}.` }
  if (actor.kind === 'public' && intake.receivedAt)
    return { field: 'receivedAt', words: 'Only staff can say when it was received.' }
  if (actor.kind === 'public' && intake.follows)
    return { field: 'follows', words: 'Only staff can say which request this one follows.' }
  return null
}

async function runLocked(
  tx: Tx,
  actor: StaffActor | PublicActor,
  input: IntakeInput,
  options: SubmitOptions,
): Promise<SubmitResult> {
  await lockCommand(tx, options.commandId)
  await assertStillActs(tx, actor)
  const before = await findReplay(options.commandId, tx)
  if (before) {
    const reference = before.command === 'submit' ? await referenceOf(before.scope, tx) : null
    return reference ? { ok: true, reference, state: 'submitted' } : refusal('key-used')
  }
  const context = await contextFor(tx, actor)
  const receivedAt = input.receivedAt ? new Date(input.receivedAt) : context.now
  const wrong =
    receivedAt > context.now
      ? 'future'
      : wrongDay(dayOf(receivedAt, context.timeZone).toString(), {
          now: context.now,
          zones: [context.timeZone],
        })
  if (wrong)
    return refusal('invalid-input', {
      detail: 'receivedAt',
      fields: { receivedAt: wrongDayWords[wrong] },
    })
  // A closed request that can't be reopened is followed by a new one, linked to it.
  const earlier = input.follows ? await findClosedRequest(tx, input.follows) : undefined
  if (earlier === null)
    return refusal('invalid-input', {
      detail: 'follows',
      fields: { follows: 'There is no closed request with this reference.' },
    })
  const decision = submit(intakeOf(input, receivedAt, options.source), newReference(), context, earlier)
  if (!decision.ok) return refusal(decision.reason)
  const request = { ...decision.next, version: 1 }
  await insertRequest(tx, request)
  await options.within?.(tx, request.id)
  const proofs = (options.proofs ?? []).map(proof => keptProof(proof, context))
  await applyEffects(tx, request, [...decision.effects, ...proofs], context)
  await tellWebhooks(tx, null, request, context.now)
  await recordChange(tx, {
    actor,
    command: 'submit',
    scope: request.id,
    commandId: options.commandId,
    at: context.now,
    facts: { ...decision.facts, ...(proofs.length > 0 && { proofs: proofs.length }) },
  })
  return { ok: true, reference: request.reference, state: request.state }
}

/** In the request's own transaction, so that neither exists without the other. */
function keptProof({ id, size, mediaType, storageKey, sha256, ...proof }: Proof, { now }: Context): Effect {
  const name = proofName(proof)
  const record = { id, taskId: null, name, size, mediaType, purpose: 'proof' as const }
  const added = { addedBy: 'requester', addedAt: now, removedAt: null }
  return { kind: 'keep-file', file: { ...record, ...added, storageKey, sha256 } }
}

function intakeOf(input: IntakeInput, receivedAt: Date, source: PrivacyRequest['source']): Intake {
  const { type, email, username, name, country, region, details, locale, requesterEmail } = input
  const {
    relationship,
    actingAs,
    forumProfile,
    forumUsername,
    timeZone,
    whatIsWrong,
    whatIsRight,
    keepOptOut,
  } = input
  const known = requestTypes.get(type)
  return {
    type,
    subjectType: known ? subjectTypeOf(known, input) : 'individual',
    email,
    username: username ?? null,
    name: name ?? null,
    ...placeOf({ country, region }),
    relationship: relationship ?? null,
    actingAs: actingAs ?? 'self',
    forumProfile: forumProfile ?? null,
    forumUsername: forumUsername ?? null,
    whatIsWrong: whatIsWrong ?? null,
    whatIsRight: whatIsRight ?? null,
    keepOptOut: keepOptOut ?? false,
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : null,
    details: details ?? null,
    locale: locale ?? 'en',
    requesterEmail: requesterEmail ?? email,
    receivedAt,
    source,
  }
}

/** The requester's entitlement decides the data subject type; without one, the request type does. */
function subjectTypeOf(type: RequestType, { relationship }: Pick<IntakeInput, 'relationship'>): SubjectType {
  return type.alsoFor?.includes('agent') && relationship === 'authorized-agent' ? 'agent' : type.subjectType
}
