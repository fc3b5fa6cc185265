import { beforeEach, describe, expect, test } from 'vitest'
import { askForNews } from '@/lib/door/usage/subscribe'
import { transaction } from '@/lib/store/database/client'
import { consume } from '@/lib/store/database/limits'
import { askToSubscribe, confirmSubscriber, findSubscriber } from '@/lib/store/usage/subscribers'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()
const DAY_S = 24 * 3600
const site = '2001:db8:7::/48'
const ofSite = (network: number) => `2001:db8:7:${network.toString(16)}::1`
const elsewhere = '2001:db8:8::1'
const busy = { ok: false, retryAfterSeconds: expect.any(Number) }

beforeEach(async () => {
  await world.sql('delete from rate_limit')
  await world.sql('delete from usage_subscriber')
})

describe('asking for news', () => {
  const asks = (email: string) => transaction(tx => askToSubscribe(tx, email))
  /** So many of the addresses that may wait; the first of them has waited longest. */
  const crowd = async (count: number) => {
    const first = await asks('first@people.example')
    await world.sql(
      `insert into usage_subscriber (id, email, token_hash, asked_at)
       select 'w' || n, 'w' || n || '@people.example', 'w' || n, clock_timestamp() from generate_series(2, $1::int) as n`,
      [count],
    )
    return first
  }

  test('one site can ask for its share a day, and pushes nobody out who waits', async () => {
    const first = await crowd(9998)
    for (let at = 0; at < 318; at++) await consume(`news:day:${site}`, 320, DAY_S)
    const answers = []
    for (let at = 1; at <= 5; at++)
      answers.push((await askForNews(`more${at}@people.example`, ofSite(at))).ok)
    expect(answers).toEqual([true, true, false, false, false])
    expect(await findSubscriber(first.token)).not.toBeNull()
    expect(await askForNews('elsewhere@people.example', elsewhere)).toEqual({ ok: true })
  })
  test('one network can ask for forty a day; its site has others', async () => {
    for (let at = 0; at < 40; at++) await consume(`news:day:2001:db8:7:1::/64`, 40, DAY_S)
    expect(await askForNews('more@people.example', ofSite(1))).toEqual({ ok: false, because: busy })
    expect(await askForNews('more@people.example', ofSite(2))).toEqual({ ok: true })
  })
  test('known and unknown addresses use up the same, and are refused alike', async () => {
    await confirmSubscriber((await asks('known@people.example')).id)
    const both = async () => [
      await askForNews('known@people.example', ofSite(1)),
      await askForNews('unknown@people.example', ofSite(1)),
    ]
    for (let at = 0; at < 38; at++) await consume(`news:day:2001:db8:7:1::/64`, 40, DAY_S)
    expect(await both()).toEqual([{ ok: true }, { ok: true }])
    const refused = { ok: false, because: busy }
    expect(await both()).toEqual([refused, refused])
  })
})
