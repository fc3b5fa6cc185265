import { randomUUID } from 'node:crypto'
import { siteOf } from '@/lib/auth/client-address'
import { placeOf } from '@/lib/core/intake/place-fields'
import { chosenAnswer } from '@/lib/core/off-channel/answers'
import {
  type ComplaintInput,
  complaintInput,
  complaintProblems,
  type TypedComplaint,
  typedComplaint,
} from '@/lib/core/off-channel/complaint'
import { dueOf, nextReminderOf, progressOf } from '@/lib/core/off-channel/due'
import { publicActor } from '@/lib/core/people/make-actor'
import { keyedHash, newSecret } from '@/lib/secrets'
import { findReplay, lockCommand } from '@/lib/store/audit/audit'
import type { Allowance } from '@/lib/store/database/limits'
import { inTransaction } from '@/lib/store/database/transaction'
import { insertOffChannel } from '@/lib/store/request/off-channel'
import { FORM_HOURS, findDraft, keepDraft } from '@/lib/store/visits/drafts'
import { allowDraft, allowFromNetwork } from '../answer/public-limits'
import { mailComplainant } from '../off-channel/mail-complainant'
import { tellPrivacy } from '../off-channel/tell-privacy'
import { contextFor } from '../run/context'
import { recordChange } from '../run/record-change'
import { forgetTyped } from './typed-form'

/** What was typed into the form and could not be sent yet; null where there is nothing. */
export async function readTypedComplaint(secret: string | undefined): Promise<TypedComplaint | null> {
  const parsed = typedComplaint.safeParse((await findDraft(secret))?.payload)
  return parsed.success ? parsed.data : null
}

/** `kept`: nothing was sent, and what was typed is under this secret. `refused`: nothing was sent or kept. */
export type ComplaintSent =
  | { kind: 'sent' }
  | { kind: 'kept'; because: 'wrong' | 'busy'; secret: string }
  | { kind: 'refused'; busy: Allowance }

/**
 * Takes a complaint by somebody who needs no request: Privacy sees it with its due date, and the address that was given is told
 * that it has come. The answer is the same for everybody, known or not.
 * @param secret of what was typed before, where there is some
 * @param address of the client
 * @param press tells one press of the button from the next
 */
export async function sendComplaint(
  secret: string | undefined,
  typed: TypedComplaint,
  address: string,
  press: string,
): Promise<ComplaintSent> {
  const parsed = complaintInput.safeParse(typed)
  const wrong = !parsed.success || Object.keys(complaintProblems(typed)).length > 0
  if (wrong || !(await allowFromNetwork(address)).ok) {
    const known = secret && (await findDraft(secret)) ? secret : null
    const busy = known ? null : await allowDraft(address)
    if (busy && !busy.ok) return { kind: 'refused', busy }
    const kept = known ?? newSecret()
    await keepDraft(kept, typed, { hours: FORM_HOURS, network: siteOf(address) })
    return { kind: 'kept', because: wrong ? 'wrong' : 'busy', secret: kept }
  }
  await take(parsed.data, press.slice(0, 40) || randomUUID())
  await forgetTyped(secret)
  return { kind: 'sent' }
}

async function take({ email, about, words, ...sent }: ComplaintInput, press: string): Promise<void> {
  const actor = publicActor()
  const answer = chosenAnswer('complaint', undefined)
  if (!answer) throw new Error('the handbook has no answer to complaints')
  const place = placeOf(sent)
  await inTransaction(async tx => {
    // What was changed after going back in the browser is another complaint, although it is the same press.
    const commandId = `complain:${keyedHash('pressed complaint', JSON.stringify([press, email, about, words, ...Object.values(place)]))}`
    await lockCommand(tx, commandId)
    if (await findReplay(commandId, tx)) return
    const context = await contextFor(tx, actor)
    const at = context.now
    const due = dueOf(answer, { receivedAt: at, ...place }, context)
    if (!due) throw new Error('a complaint needs a due date')
    const { dueOn } = due
    const channel = 'privacy-center'
    const asksFor = 'complaint'
    const id = await insertOffChannel(tx, {
      channel,
      ticket: null,
      asksFor,
      answer: answer.key,
      destination: null,
      note: null,
      ...place,
      ...due,
      reminderAt: nextReminderOf(dueOn, at, context.timeZone),
      loggedById: null,
      receivedAt: at,
      at,
      complaint: { email, about, words, progressAt: progressOf(at, dueOn) },
    })
    await tellPrivacy(tx, { id, asksFor, dueOn }, at)
    await mailComplainant(tx, 'complaint-received', { id, email, receivedAt: at, ...due })
    const facts = {
      offChannel: id,
      channel,
      asksFor,
      about,
      dueOn: dueOn.toISOString(),
      dueRule: due.dueRule,
    }
    await recordChange(tx, { actor, command: 'complain', commandId, facts })
  })
}
