import { z } from 'zod'
import type { Facts } from '@/lib/core/machine/decision'
import { type Actor, type Role, roles } from '@/lib/core/people/actor'
import { type RightSubject, rightOf, rightSubject } from '@/lib/core/settings/proposal'
import { databaseNow, type Tx } from '@/lib/store/database/transaction'
import {
  insertProposal,
  type LockedProposal,
  lockProposal,
  settleProposal,
} from '@/lib/store/settings/proposals'
import type { Acting } from '@/lib/store/staff/acting'
import { lockRights } from '@/lib/store/staff/rights'
import { changePerson } from '@/lib/store/staff/staff'
import { endToken, letTokenIn, lockToken } from '@/lib/store/staff/tokens'
import { Refused, refusal } from '../answer/refusal'
import { changing, type Done, refuseBecause } from './changing'
import { giveRole, known } from './known'
import { invite } from './password-link'

/**
 * Rights over personal data take two people: one proposes, and somebody else applies it, who is an admin or of Privacy, and whom
 * the right isn't for. The command line needs no second person.
 */

const ability = 'approve-rights'
const valueSchema = z.object({
  from: z.enum(roles).optional(),
  to: z.enum(roles),
  invited: z.boolean().optional(),
})
type Value = z.output<typeof valueSchema>

/**
 * Keeps a right until a second person applies it, in the caller's transaction.
 * @param proposer the id of the person who acts, or of the token
 * @returns the proposal's id
 * @throws {Refused} where the same waits already
 */
export async function propose(
  tx: Tx,
  about: RightSubject,
  value: { from?: Role; to: Role; invited?: boolean },
  proposer: string,
): Promise<string> {
  const at = await databaseNow(tx)
  const given = { subject: rightSubject(about), value, note: '', proposedById: proposer, at }
  return (
    (await insertProposal(tx, given)) ??
    refuseBecause(
      'role',
      'This waits for a second person already. Withdraw it first, to propose something else.',
    )
  )
}

interface Waiting {
  proposal: LockedProposal
  about: RightSubject
  value: Value
}

async function waiting(tx: Tx, id: string): Promise<Waiting> {
  const proposal = await lockProposal(tx, id)
  const about = proposal && rightOf(proposal.subject)
  const value = valueSchema.safeParse(proposal?.value)
  if (!proposal || !about || !value.success) throw new Refused(refusal('not-found'))
  return { proposal, about, value: value.data }
}

/** Nobody applies what they proposed, or what is for them or for a token of theirs; a token applies nothing. */
async function assertSecondPerson(
  tx: Tx,
  actor: Actor,
  { same }: Acting,
  { proposal, about }: Waiting,
): Promise<void> {
  if (actor.kind !== 'staff' || actor.via !== 'browser') throw new Refused(refusal('not-allowed'))
  const concerned = about.kind === 'token' ? (await lockToken(tx, about.id))?.ownerId : about.id
  if (same.includes(proposal.proposedById) || (concerned && same.includes(concerned)))
    throw new Refused(refusal('four-eyes'))
}

/** Applies a right that somebody else proposed: from now on it counts, and a new person is mailed their link. */
export async function applyRight(actor: Actor, id: string, commandId: string): Promise<Done> {
  const change = { actor, ability, command: 'apply-right', commandId, locks: lockRights } as const
  return await changing(change, async (tx, acting) => {
    const wanted = await waiting(tx, id)
    await assertSecondPerson(tx, actor, acting, wanted)
    const facts = await grant(tx, wanted)
    await settleProposal(tx, id, 'applied', { id: acting.person ?? '', at: await databaseNow(tx) })
    return { answer: {}, facts: { proposal: id, subject: wanted.proposal.subject, ...facts } }
  })
}

/** Takes a right back that waits, one's own or somebody else's. A token that waited is revoked with it. */
export async function withdrawRight(actor: Actor, id: string, commandId: string): Promise<Done> {
  const change = { actor, ability, command: 'withdraw-right', commandId, locks: lockRights } as const
  return await changing(change, async (tx, { person }) => {
    const { proposal, about } = await waiting(tx, id)
    if (about.kind === 'token') await endToken(tx, about.id)
    const by = person ?? (actor.kind === 'staff' ? actor.id : 'system')
    await settleProposal(tx, id, 'withdrawn', { id: by, at: await databaseNow(tx) })
    return { answer: {}, facts: { proposal: id, subject: proposal.subject } }
  })
}

const outdated = (): never =>
  refuseBecause('proposal', 'This has changed since it was proposed. Withdraw it, and propose it again.')

/** What was proposed may no longer fit: it is looked at again. @throws {Refused} where it doesn't */
async function grant(tx: Tx, { about, value }: Waiting): Promise<Facts> {
  const { from, to, invited = false } = value
  if (about.kind === 'token') {
    const token = await lockToken(tx, about.id)
    if (!token || token.role !== to || !(await letTokenIn(tx, about.id))) return outdated()
    return { token: about.id, role: to }
  }
  const person = await known(tx, about.id)
  if (about.kind === 'role') {
    if (person.role !== from) return outdated()
    return await giveRole(tx, person, to)
  }
  if (person.role !== to || !person.disabledAt) return outdated()
  await changePerson(tx, person.id, { disabledAt: null, disabledBy: null })
  if (invited) await invite(tx, person)
  return { staff: person.id, role: to }
}
