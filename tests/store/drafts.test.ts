import { describe, expect, test } from 'vitest'
import { newSecret } from '@/lib/secrets'
import { changeDraft, findDraft, keepDraft } from '@/lib/store/visits/drafts'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'

const { sql, url } = await testDatabase()
testEnvironment(url)

const begin = async (network: string, size: number, most = { bytes: 1_000_000, rows: 1000 }) => {
  const secret = newSecret()
  await keepDraft(secret, 'x'.repeat(size), { network, most })
  const [row] = await sql<{ id: string }>('select id from intake_draft order by expires_at desc limit 1')
  return { secret, id: row?.id ?? '' }
}
const held = async () =>
  (
    await sql<{ bytes: number; rows: number }>(
      'select coalesce(sum(octet_length(payload)), 0)::int as bytes, count(*)::int as rows from intake_draft',
    )
  )[0]
const there = async ({ secret }: { secret: string }) => (await findDraft(secret)) !== null

describe('the room for drafts', () => {
  test('holds also where drafts that were begun small grow', async () => {
    await sql('delete from intake_draft')
    const quiet = await begin('192.0.2.1', 500)
    const most = { bytes: 50_000, rows: 1000 }
    const flood = []
    for (let form = 0; form < 60; form += 1) flood.push(await begin(`192.0.2.${2 + (form % 2)}`, 10))
    for (const { id } of flood.toReversed()) {
      await changeDraft(id, () => ({ payload: 'y'.repeat(9000) }), most)
      expect((await held())?.bytes).toBeLessThanOrEqual(most.bytes)
    }
    expect(await there(quiet)).toBe(true)
    await Promise.all(flood.map(({ id }) => changeDraft(id, () => ({ payload: 'z'.repeat(12_000) }), most)))
    expect((await held())?.bytes).toBeLessThanOrEqual(most.bytes)
    expect(await there(quiet)).toBe(true)
  })

  test('is taken from the network with the most drafts where there are too many, not from the longest letter', async () => {
    await sql('delete from intake_draft')
    const letter = await begin('192.0.2.1', 100_000)
    const most = { bytes: 1_000_000, rows: 60 }
    for (let round = 0; round < 3; round += 1)
      for (let network = 0; network < 30; network += 1) await begin(`198.51.100.${network}`, 10, most)
    expect(await there(letter)).toBe(true)
    expect((await held())?.rows).toBe(60)
  })

  test('is taken from the network with the most bytes where there are too many, not from the most drafts', async () => {
    await sql('delete from intake_draft')
    const small = []
    for (let form = 0; form < 10; form += 1) small.push(await begin('192.0.2.1', 10))
    const long = await begin('192.0.2.2', 20_000)
    const newest = await begin('192.0.2.3', 5000, { bytes: 22_000, rows: 1000 })
    expect(await Promise.all(small.map(there))).toEqual(small.map(() => true))
    expect([await there(long), await there(newest)]).toEqual([false, true])
  })

  test('is not taken by what a person keeps on their own page', async () => {
    await sql('delete from intake_draft')
    await keepDraft(newSecret(), 'x'.repeat(50_000))
    const first = await begin('192.0.2.1', 10)
    await begin('192.0.2.2', 10, { bytes: 10_000, rows: 1000 })
    expect(await there(first)).toBe(true)
    expect((await held())?.rows).toBe(3)
  })
})
