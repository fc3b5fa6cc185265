import { z } from 'zod'
import { newToken, tokenHash } from '@/lib/auth/tokens'
import { type Actor, roles } from '@/lib/core/people/actor'
import { endToken, insertToken } from '@/lib/store/staff/tokens'
import { invalid } from '../answer/invalid'
import { Refused, refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from './changing'

const ability = 'manage-tokens'

const input = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(100),
  role: z.enum(roles, 'Choose a role.'),
})

/**
 * Makes an API token. Only the answer has it, and only the first time: a button that was pressed twice makes one token.
 * @returns without `token` where this command ran before
 */
export async function giveToken(
  actor: Actor,
  given: unknown,
  commandId: string,
): Promise<Done<{ token?: string }>> {
  const parsed = input.safeParse(given)
  if (!parsed.success) return mayDo(actor, ability) ? invalid(parsed.error) : refusal('not-allowed')
  const { name, role } = parsed.data
  return await changing({ actor, ability, command: 'create-token', commandId }, async tx => {
    const token = newToken()
    const id = await insertToken(tx, { name, role, tokenHash: tokenHash(token) })
    return { answer: { token }, facts: { token: id, role } }
  })
}

/** Ends a token at once and for good; refused where there is no such live token. */
export const revokeToken = (actor: Actor, id: string, commandId: string): Promise<Done> =>
  changing({ actor, ability, command: 'revoke-token', commandId }, async tx => {
    if (!(await endToken(tx, id))) throw new Refused(refusal('not-found'))
    return { answer: {}, facts: { token: id } }
  })
