import { z } from 'zod'
import { type Actor, roles } from '@/lib/core/people/actor'
import { settingSchemas, writeSetting } from '@/lib/store/settings/settings'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from './changing'

/** What admins set about signing in: who must have a second factor, and when sessions end. */

const ability = 'manage-people'

const factorInput = z.object({ roles: z.array(z.enum(roles)) })

/** Roles whose people must have a second factor. It counts at once, for sessions that are open, too. */
export async function saveSecondFactorRoles(actor: Actor, input: unknown, commandId: string): Promise<Done> {
  const parsed = factorInput.safeParse(input)
  if (!parsed.success) return mayDo(actor, ability) ? invalid(parsed.error) : refusal('not-allowed')
  const demanded = roles.filter(role => parsed.data.roles.includes(role))
  return await changing({ actor, ability, command: 'demand-second-factor', commandId }, async tx => {
    await writeSetting(tx, 'second-factor', demanded)
    return { answer: {}, facts: { roles: demanded } }
  })
}

const hours = (most: number) =>
  z.coerce
    .number('Type a number of hours.')
    .int('Type whole hours.')
    .min(1, 'At least one hour.')
    .max(most, `At most ${most} hours.`)
const endsInput = z
  .object({ idleHours: hours(24), longestHours: hours(168) })
  .refine(({ idleHours, longestHours }) => idleHours <= longestHours, {
    path: ['idleHours'],
    error: 'A session can’t be idle for longer than it lasts.',
  })

/** After how many hours sessions end. It counts at once, for sessions that are open, too. */
export async function saveSessionEnds(actor: Actor, input: unknown, commandId: string): Promise<Done> {
  const parsed = endsInput.safeParse(input)
  if (!parsed.success) return mayDo(actor, ability) ? invalid(parsed.error) : refusal('not-allowed')
  const ends = settingSchemas['session-ends'].parse(parsed.data)
  return await changing({ actor, ability, command: 'change-session-ends', commandId }, async tx => {
    await writeSetting(tx, 'session-ends', ends)
    return { answer: {}, facts: { idleHours: ends.idleHours, longestHours: ends.longestHours } }
  })
}
