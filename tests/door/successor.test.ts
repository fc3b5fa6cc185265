import { describe, expect, test } from 'vitest'
import { checksOf } from '@/lib/core/request/current'
import { represent } from '@/lib/core/view/representation'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()
let people = 0

/** A request for somebody who has died, whose account names a successor, with the address that was given. */
async function given(
  email: (known: { own: string; successor: string; asker: string }) => string,
  asker?: string,
) {
  const account = await world.account()
  const successor = `heir-${++people}@people.example`
  await world.sql('update account set successor_emails = $1 where id = $2', [[successor], account.accountId])
  const requesterEmail = asker ?? successor
  const reference = await world.submit(
    { email: email({ own: account.email, successor, asker: requesterEmail }), username: account.username },
    { type: 'deceased-deletion', relationship: 'designated-account-successor', requesterEmail },
  )
  await world.work()
  await world.run('requester', reference, 'confirm')
  await world.work()
  return await world.get(reference)
}
const stranger = 'stranger@people.example'

describe('what the directory says of an address given for somebody who has died', () => {
  test.each([
    ['account', true, () => given(({ own }) => own)],
    ['successor', true, () => given(({ successor }) => successor)],
    ['account', false, () => given(({ own }) => own, stranger)],
    ['successor', false, () => given(({ successor }) => successor, stranger)],
    ['requester', false, () => given(({ asker }) => asker, stranger)],
    ['other', false, () => given(() => 'nobody-knows@people.example', stranger)],
  ] as const)('%s, requester is the successor: %s', async (givenAddress, requesterIsSuccessor, make) => {
    const request = await make()
    expect(checksOf(request)?.facts).toMatchObject({ givenAddress, requesterIsSuccessor })
    const rules = { fourEyes: [] }
    expect(represent(request, world.staff('privacy'), 'UTC', rules).checks).toMatchObject({
      givenAddress,
      requesterIsSuccessor,
    })
  })
  test('is not said where the person asks for themselves', async () => {
    const { reference } = await world.begin()
    expect(checksOf(await world.get(reference))?.facts).not.toHaveProperty('givenAddress')
  })
})
