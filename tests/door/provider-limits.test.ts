import { beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '@/lib/door/sign-in/caller'
import {
  countProvidersWord,
  countReturn,
  countSending,
  giveBackReturn,
  proofOfComing,
} from '@/lib/door/sign-in/provider-limits'
import { home } from '@/tests/factories/signing-in'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { sql, url } = await testDatabase()
testEnvironment(url)

beforeEach(async () => {
  await sql('truncate rate_limit')
})

const from = (address: string): Caller => ({ ...home, address })
const ofSite = (network: number) => from(`2001:db8:7:${network.toString(16)}::1`)
const elsewhere = from('2001:db8:8::1')

/** How many of so many networks of one site may go on, one try each. */
async function allowed(count: typeof countSending, networks: number): Promise<number> {
  let fine = 0
  for (let at = 1; at <= networks; at++) if ((await count(ofSite(at))).ok) fine += 1
  return fine
}

describe.each([
  ['being sent to the provider', countSending, 300],
  ['coming back from it', countReturn, 60],
  ['what is said to be its word that a session has ended', countProvidersWord, 600],
])('%s', (_what, count, most) => {
  test('is limited for a whole site of IPv6, and not for another', async () => {
    await count(ofSite(0))
    await sql('update rate_limit set points = $1', [most * 8 - 10])
    expect(await allowed(count, 20)).toBe(10)
    expect(await count(ofSite(0xffff))).toMatchObject({ ok: false, retryAfterSeconds: expect.any(Number) })
    expect(await count(elsewhere)).toMatchObject({ ok: true })
  })
  test('a network that is refused uses up nothing of its site', async () => {
    await count(ofSite(0))
    await sql('update rate_limit set points = $1', [most * 8 - 2])
    for (let at = 0; at < 20; at++) expect((await count(ofSite(0))).ok).toBe(false)
    expect(await count(ofSite(1))).toMatchObject({ ok: true })
  })
  test('a network of IPv4 is its own site', async () => {
    await count(from('192.0.2.7'))
    await sql('update rate_limit set points = $1', [most - 1])
    expect(await count(from('192.0.2.7'))).toMatchObject({ ok: true })
    expect(await count(from('192.0.2.7'))).toMatchObject({ ok: false })
    expect(await count(from('192.0.2.8'))).toMatchObject({ ok: true })
  })
})

test('who is let in uses up nothing, neither of their network nor of its site', async () => {
  for (let at = 0; at < 100; at++) {
    expect(await countReturn(ofSite(0))).toMatchObject({ ok: true })
    await giveBackReturn(ofSite(0))
  }
  expect(await sql('select 1 from rate_limit where points <> 0')).toEqual([])
})

test.each([
  ['sent there', countSending],
  ['back', countReturn],
])(
  'a browser that has come in before is %s, also once its site has used up its share',
  async (_what, count) => {
    const known = { ...ofSite(0), device: proofOfComing(ofSite(0)) }
    await count(ofSite(0))
    await sql('update rate_limit set points = 1000000')
    expect(await count(ofSite(0))).toMatchObject({ ok: false })
    expect(await count(known)).toMatchObject({ ok: true })
  },
)
