import { expect, test } from 'vitest'
import { pressObjection } from '@/lib/door/requester/account-links'
import { askForLink, pressLink, viewLink, visitorOf } from '@/lib/door/requester/requester'
import { newSecret } from '@/lib/secrets'
import { transaction } from '@/lib/store/database/client'
import { createAccessLink, findAccessLink, type LinkPurpose } from '@/lib/store/visits/access-links'
import { beginOf } from '@/tests/factories/of-type'
import { aWorld } from '@/tests/factories/world'
import { linkTokensIn } from '@/tests/support/smtp'

const world = await aWorld()
let network = 0
const elsewhere = () => `198.51.100.${++network}`

async function linkTo(reference: string, purpose: LinkPurpose): Promise<string> {
  const { id: requestId } = await world.get(reference)
  return await transaction(tx =>
    createAccessLink(tx, { requestId, purpose, sentTo: 'a@people.example', days: 30 }),
  )
}
const stateOf = async (token: string) => (await findAccessLink(token))?.state
async function visitTo(reference: string): Promise<string> {
  const entry = await pressLink(await linkTo(reference, 'page'), 'continue', elsewhere(), newSecret())
  if (entry.kind !== 'in') throw new Error('not let in')
  return entry.secret
}
const refuse = (reference: string) =>
  world.run('privacy', reference, 'close', { outcome: 'refused', note: 'It is not theirs.' })
const newest = (address: string) => world.sink.mailsTo(address).at(-1)?.words ?? ''

test('once a request has closed, only the links to its page open anything', async () => {
  const { reference } = await world.begin()
  const links = {
    confirm: await linkTo(reference, 'confirm'),
    object: await linkTo(reference, 'object'),
    subject: await linkTo(reference, 'subject'),
    page: await linkTo(reference, 'page'),
  }
  for (const [purpose, token] of Object.entries(links)) expect(await stateOf(token), purpose).toBe('open')
  const secret = await visitTo(reference)
  await refuse(reference)
  expect(await stateOf(links.confirm)).toBe('expired')
  expect(await stateOf(links.object)).toBe('expired')
  expect(await stateOf(links.subject)).toBe('expired')
  expect(await pressLink(links.confirm, 'continue', elsewhere(), newSecret())).toEqual({ kind: 'no-link' })
  // There the person can still appeal, complain and read the answer.
  expect(await viewLink(links.page, undefined)).toMatchObject({ shows: 'continue' })
  expect(await visitorOf(secret)).not.toBeNull()
})

/** A request for somebody who has died, to which the account's own mailbox objects. */
async function objected() {
  const agent = `agent-${++network}@people.example`
  const fields = { relationship: 'authorized-agent', requesterEmail: agent }
  const { reference } = await beginOf(world, 'deceased-deletion', { fields })
  const object = await linkTo(reference, 'object')
  const ways = { page: await linkTo(reference, 'page'), visit: await visitTo(reference) }
  expect(await pressObjection(object, 'I am alive.', elsewhere())).toEqual({ kind: 'done' })
  return { reference, agent, ...ways }
}

test('refused over an objection, it is closed to its requester: links, visits and new links', async () => {
  const { reference, agent, page, visit } = await objected()
  expect(await stateOf(page)).toBe('open')
  expect(await visitorOf(visit)).not.toBeNull()
  await refuse(reference)
  await world.work()
  expect(await stateOf(page)).toBe('expired')
  expect(await viewLink(page, undefined)).toBeNull()
  expect(await pressLink(page, 'continue', elsewhere(), newSecret())).toEqual({ kind: 'no-link' })
  expect(await visitorOf(visit)).toBeNull()
  const answer = newest(agent)
  expect(answer, 'they are told where to complain').toContain('/complain')
  expect(linkTokensIn(answer)).toEqual([])
  await askForLink({ reference, email: agent, press: newSecret() }, elsewhere())
  await world.work()
  expect(newest(agent)).toBe(answer)
})

test('an objection that Privacy has settled before closes nothing', async () => {
  const { reference, page, visit } = await objected()
  await world.run('privacy', reference, 'release-hold', { note: 'It was a mistake.' })
  await refuse(reference)
  expect(await stateOf(page)).toBe('open')
  expect(await visitorOf(visit)).not.toBeNull()
})
