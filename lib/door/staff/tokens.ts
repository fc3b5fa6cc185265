import { z } from 'zod'
import { newToken, tokenHash } from '@/lib/auth/tokens'
import { emailKey } from '@/lib/core/account/matching'
import { type Actor, roles } from '@/lib/core/people/actor'
import { rank } from '@/lib/core/people/rank'
import { databaseNow } from '@/lib/store/database/transaction'
import { lockRights, withdrawRightsOf } from '@/lib/store/staff/rights'
import { endToken, findOwner, insertToken } from '@/lib/store/staff/tokens'
import { invalid } from '../answer/invalid'
import { Refused, refusal } from '../answer/refusal'
import { changing, type Done, mayDo, refuseBecause } from './changing'
import { propose } from './rights'

const ability = 'manage-tokens'

/** A token's end, where nobody says another one. */
export const TOKEN_DAYS = 365
const LONGEST_DAYS = 5 * 365

const days = `A whole number of days, from 1 to ${LONGEST_DAYS}.`
const input = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(100),
  role: z.enum(roles, 'Choose a role.'),
  /** Id or address; without one it is whose browser made it, or the operator's. */
  owner: z.string().trim().min(1).max(320).optional(),
  days: z.coerce.number(days).int(days).min(1, days).max(LONGEST_DAYS, days).default(TOKEN_DAYS),
})

/**
 * Makes an API token with an owner and an end. Only the answer has it, and only the first time: a button that was pressed twice
 * makes one token. One that sees personal data, or is somebody else's, opens nothing before a second person has applied it,
 * unless the command line made it.
 * @returns without `token` where this command ran before
 */
export async function giveToken(
  actor: Actor,
  given: unknown,
  commandId: string,
): Promise<Done<{ token?: string; waits?: boolean }>> {
  const parsed = input.safeParse(given)
  if (!parsed.success) return mayDo(actor, ability) ? invalid(parsed.error) : refusal('not-allowed')
  const { name, role, owner, days } = parsed.data
  const change = { actor, ability, command: 'create-token', commandId, locks: lockRights } as const
  return await changing<{ token?: string; waits?: boolean }>(change, async (tx, acting) => {
    const ownerId = owner ? await findOwner(tx, emailKey(owner)) : acting.person
    if (owner && !ownerId) refuseBecause('owner', 'Nobody who works here has this address.')
    const token = newToken()
    const waits = actor.kind === 'staff' && (rank(role) > 0 || ownerId !== acting.person)
    const id = await insertToken(tx, {
      name,
      role,
      tokenHash: tokenHash(token),
      ownerId,
      days,
      waiting: waits,
    })
    const facts = { token: id, role, days, ...(ownerId && { staff: ownerId }) }
    if (!waits) return { answer: { token }, facts }
    const proposal = await propose(tx, { kind: 'token', id }, { to: role }, acting.person ?? actor.id)
    const about = { proposal, subject: `token/${id}` }
    return { answer: { token, waits }, facts: { ...facts, ...about }, became: 'propose-right' }
  })
}

/** Ends a token at once and for good; refused where there is no such live token. */
export async function revokeToken(actor: Actor, id: string, commandId: string): Promise<Done> {
  const change = { actor, ability, command: 'revoke-token', commandId, locks: lockRights } as const
  return await changing(change, async (tx, { person }) => {
    if (!(await endToken(tx, id))) throw new Refused(refusal('not-found'))
    const by = person ?? (actor.kind === 'staff' ? actor.id : 'system')
    await withdrawRightsOf(tx, `token/${id}`, { id: by, at: await databaseNow(tx) })
    return { answer: {}, facts: { token: id } }
  })
}
