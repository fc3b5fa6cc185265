import { randomUUID } from 'node:crypto'
import type { AccountFacts } from '@/lib/core/account/checks'
import { submitRequest } from '@/lib/door/run/submit'
import type { World } from './world'

export interface Begun {
  reference: string
  email: string
  username: string
  accountId: string
}

/** A request of a type for a new account, confirmed and checked; types of staff are opened by an engineer. */
export async function beginOf(
  world: World,
  type: string,
  { facts = {}, fields = {} }: { facts?: Partial<AccountFacts>; fields?: object } = {},
): Promise<Begun> {
  const account = await world.account(facts)
  const { email, username } = account
  const input = { type, email, username, name: 'Robin Example', country: 'DE', ...fields }
  const sent = await submitRequest(world.staff('support-engineer'), input, {
    commandId: randomUUID(),
    source: 'api',
  })
  if (!sent.ok) throw new Error(`not submitted: ${sent.reason} ${JSON.stringify(sent.fields)}`)
  await world.work()
  const confirmed = await world.run('requester', sent.reference, 'confirm')
  if (!confirmed.ok) throw new Error(`not confirmed: ${confirmed.reason}`)
  await world.work()
  return { ...account, reference: sent.reference }
}
