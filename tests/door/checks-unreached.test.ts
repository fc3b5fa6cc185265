import { expect, test } from 'vitest'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { journey } from '../factories/journey'
import { aWorld } from '../factories/world'

const world = await aWorld()
const me = journey(world)
const { get, run, sql, work } = world

/** Lets the time between two attempts go by. */
const again = async () => {
  await sql('update graphile_worker._private_jobs set run_at = now()')
  await work()
}

test('a check that can’t be reached is retried, then shown as failed for a person, and is never “no account”', async () => {
  const account = await world.account()
  const reference = await world.submit(account)
  await work()
  await sql('alter table account rename to account_out_of_reach')
  await run('requester', reference, 'confirm')
  for (let attempt = 1; attempt < 5; attempt++) {
    await again()
    expect(await get(reference), `attempt ${attempt}`).toMatchObject({
      state: 'checking',
      checksFailedAt: null,
    })
  }
  await again()
  const failed = await get(reference)
  expect(failed).toMatchObject({ state: 'checking', checksFailedAt: expect.any(Date), accountId: null })
  expect(waitingOn(failed)).toBe('support')
  await sql('alter table account_out_of_reach rename to account')
  await again()
  expect((await get(reference)).state, 'and waits for a person').toBe('checking')
  await me.command('support-engineer', reference, 'retry-checks')
  expect(await get(reference)).toMatchObject({ state: 'processing', accountId: account.accountId })
  expect(await me.keys(reference)).not.toContain('no-account-found')
})
