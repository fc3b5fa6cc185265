import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { databaseNow, type Tx } from '@/lib/store/database/transaction'
import { readSetting, type ServicePing, writeSetting } from '@/lib/store/settings/settings'
import { insertChange, lockAnnouncements } from '@/lib/store/usage/announcements'
import { receiverProblem, shownReceiver } from '@/lib/systems/ping-receiver'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from '../staff/changing'

const pingInput = z
  .object({
    on: z.boolean().default(false),
    address: z.string().trim().max(500).default(''),
  })
  .superRefine(({ on, address }, context) => {
    const problem = address ? receiverProblem(address) : on ? 'Enter where the ping goes.' : null
    if (problem) context.addIssue({ code: 'custom', path: ['address'], message: problem })
  })

/** Switches the sending of the weekly ping, and says where to; a new recipient is told in the change log. */
export async function saveServicePing(actor: Actor, input: unknown, commandId: string): Promise<Done> {
  const ability = 'manage-service-ping'
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = pingInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const next = parsed.data
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
  const began = on && (!before.on || before.address !== address)
  const ended = !on && before.on
  if (!began && !ended) return null
  const at = await databaseNow(tx)
  const title = began ? 'The Service Ping is sent each week' : 'The Service Ping is no longer sent'
  const body = began
    ? `From now on the weekly Service Ping goes to ${shownReceiver(address)}. It holds counts of this installation and nothing about single people; the dictionary lists every figure in it.`
    : 'From now on no Service Ping leaves this installation. It is still made each week, for the admins here to read.'
  return await insertChange(tx, { at, kind: 'recipient', title, body, announcedById })
}
