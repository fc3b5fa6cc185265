import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { NotOpened, openSealed, sealedAnew } from '@/lib/store/database/open-sealed'
import { openJson, sealJson } from '@/lib/store/database/sealing'
import { resealSecrets } from '@/lib/store/systems/reseal'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'

const { db, url } = await testDatabase()
testEnvironment(url)
const [present, newer, older, lost] = [
  Buffer.from(process.env.HABEAS_KEY ?? '', 'base64'),
  randomBytes(32),
  randomBytes(32),
  randomBytes(32),
]
process.env.HABEAS_EARLIER_KEYS = [newer, older].map(key => key.toString('base64')).join(',')

const secrets = { token: 'glpat-of-before' }
const sealedUnder = (key: Uint8Array, id = 'gitlab') => sealJson(secrets, 'connected system', key, id)

test.each([
  ['the present key', present],
  ['the key before it', newer],
  ['the key before that', older],
])('what was sealed with %s opens', (_which, key) => {
  expect(openSealed(sealedUnder(key), 'connected system', 'gitlab')).toEqual(secrets)
})

test('what was sealed with a lost key, for another row or purpose, or was changed, opens with none', () => {
  const changed = sealedUnder(older)
  changed[20] = (changed[20] ?? 0) ^ 1
  for (const sealed of [sealedUnder(lost), sealedUnder(present, 'other'), changed, new Uint8Array(3)])
    expect(() => openSealed(sealed, 'connected system', 'gitlab')).toThrow(NotOpened)
  expect(() => openSealed(sealedUnder(older), 'webhook', 'gitlab')).toThrow(NotOpened)
})

test('only what an earlier key opens is sealed anew, with the present one', () => {
  expect(sealedAnew(sealedUnder(present), 'connected system', 'gitlab')).toBeNull()
  expect(sealedAnew(sealedUnder(lost), 'connected system', 'gitlab')).toBeNull()
  const anew = sealedAnew(sealedUnder(older), 'connected system', 'gitlab')
  expect(anew && openJson(anew, 'connected system', present, 'gitlab')).toEqual(secrets)
})

test('a worker’s start seals anew what it finds, once, and leaves what no key opens', async () => {
  const system = (key: string, sealed: Uint8Array<ArrayBuffer> | null) =>
    db.connectedSystem.create({ data: { key, kind: 'test', name: key, settings: {}, secrets: sealed } })
  await system('of-before', sealedUnder(newer, 'of-before'))
  await system('of-now', sealedUnder(present, 'of-now'))
  await system('of-a-lost-key', sealedUnder(lost, 'of-a-lost-key'))
  await system('without', null)
  const secret = sealJson('whsec_x', 'webhook', older, 'w')
  await db.webhook.create({ data: { id: 'w', url: 'https://a.example', secret, events: [] } })
  const before = await db.connectedSystem.findMany({ orderBy: { key: 'asc' } })

  expect(await resealSecrets()).toBe(2)
  const after = await db.connectedSystem.findMany({ orderBy: { key: 'asc' } })
  const changed = after.filter(({ secrets: now }, at) => String(now) !== String(before[at]?.secrets))
  expect(changed.map(({ key }) => key)).toEqual(['of-before'])
  const opened = changed.map(
    row => row.secrets && openJson(row.secrets, 'connected system', present, row.key),
  )
  expect(opened).toEqual([secrets])
  const webhook = await db.webhook.findUniqueOrThrow({ where: { id: 'w' } })
  expect(openJson(webhook.secret, 'webhook', present, 'w')).toBe('whsec_x')
  expect(await resealSecrets()).toBe(0)
})
