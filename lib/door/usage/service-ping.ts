import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { env } from '@/lib/env'
import { databaseNow, type Tx } from '@/lib/store/database/transaction'
import { readSetting, type ServicePing, writeSetting } from '@/lib/store/settings/settings'
import { insertChange, lockAnnouncements } from '@/lib/store/usage/announcements'
import { leadsInside, receiverProblem } from '@/lib/systems/ping-receiver'
import { isAllowedTarget } from '@/lib/systems/target'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from '../staff/changing'

const pingInput = z
  .object({
    on: z.boolean().default(false),
    address: z.string().trim().max(500).default(''),
  })
  .superRefine(({ on, address }, context) => {
    const problem = address
      ? receiverProblem(address, env().allowedPrivateHosts)
      : on
        ? 'Enter where the ping goes.'
        : null
    if (problem) context.addIssue({ code: 'custom', path: ['address'], message: problem })
  })

/** Switches the sending of the weekly ping, and says where to; a new receiver is told in the change log, without its address. */
export async function saveServicePing(actor: Actor, input: unknown, commandId: string): Promise<Done> {
  const ability = 'manage-service-ping'
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = pingInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const next = parsed.data
  if (next.address && !(await isAllowedTarget(next.address, env().allowedPrivateHosts)))
    return refusal('invalid-input', { fields: { address: leadsInside } })
  return await changing({ actor, ability, command: 'change-service-ping', commandId }, async tx => {
    await lockAnnouncements(tx)
    const before = await readSetting('service-ping', tx)
    await writeSetting(tx, 'service-ping', next)
    const change = await tellRecipients(tx, before, next, actor.kind === 'staff' ? actor.id : null)
    return { answer: {}, facts: { on: next.on, ...(change && { change }) } }
  })
}

async function tellRecipients(
  tx: Tx,
  before: ServicePing,
  { on, address }: ServicePing,
  announcedById: string | null,
): Promise<string | null> {
  const began = on && !before.on
  const moved = on && before.on && before.address !== address
  const ended = !on && before.on
  if (!began && !moved && !ended) return null
  const at = await databaseNow(tx)
  // Everybody can read this: the address would tell them about the network of this installation.
  const title = began
    ? 'The Service Ping is sent each week'
    : moved
      ? 'The Service Ping’s receiver changed'
      : 'The Service Ping is no longer sent'
  const body = ended
    ? 'From now on no Service Ping leaves this installation. It is still made each week, for the admins here to read.'
    : `From now on the weekly Service Ping goes to ${moved ? 'another' : 'a'} receiver that the admins here chose. It holds counts of this installation and nothing about single people; the dictionary lists every figure in it.`
  return await insertChange(tx, { at, kind: 'recipient', title, body, announcedById })
}
