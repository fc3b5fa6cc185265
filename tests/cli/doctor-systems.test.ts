import { afterAll, beforeEach, expect, test } from 'vitest'
import { run as doctor } from '@/lib/cli/doctor'
import { systems } from '@/lib/cli/doctor-systems'
import { sealJson } from '@/lib/store/database/sealing'
import { recordFailure } from '@/lib/store/systems/traffic'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'
import { knowRegister, Register } from '../support/test-kind'

knowRegister()
const site = await new Register().listen()
process.env.ALLOWED_PRIVATE_HOSTS = site.host
const { db, sql, url } = await testDatabase()
testEnvironment(url)
afterAll(() => site.close())
const present = Buffer.from(process.env.HABEAS_KEY ?? '', 'base64')
const token = site.token

beforeEach(async () => {
  site.clearFaults()
  await sql('delete from connected_system')
})

interface Given {
  key?: Uint8Array
  settings?: object
  enabled?: boolean
  kind?: string
}
const connect = (
  name: string,
  { key = present, settings = { url: site.url }, enabled = true, kind = 'register' }: Given = {},
) =>
  db.connectedSystem.create({
    data: {
      key: name,
      kind,
      name,
      settings,
      enabled,
      secrets: sealJson({ token }, 'connected system', key, name),
    },
  })
const said = async () => (await systems()).map(({ level, says }) => `${level} ${says}`)

test('without a system there is nothing wrong', async () => {
  expect(await said()).toEqual(['fine no system is connected; every step is done by hand'])
})

test('each that works is told, and each that is off', async () => {
  await connect('crm')
  await connect('forum', { enabled: false })
  expect(await said()).toEqual(['fine crm is connected and works', 'advice forum is switched off'])
})

test.each<[string, Given, RegExp]>([
  ['secrets of a lost key', { key: new Uint8Array(32).fill(7) }, /Secrets: .*HABEAS_EARLIER_KEYS/],
  ['settings of another version', { settings: { url: 7 } }, /Settings: .*url/],
  [
    'an address that isn’t allowed',
    { settings: { url: 'https://10.0.0.5' } },
    /Address: .*ALLOWED_PRIVATE_HOSTS/,
  ],
  [
    'an address that is no longer allowed',
    { settings: { url: 'http://127.0.0.1:9' } },
    /Address: .*ALLOWED_PRIVATE_HOSTS/,
  ],
  ['a kind that this version lacks', { kind: 'fax' }, /Kind: .*“fax”/],
])('%s is trouble', async (_what, given, words) => {
  await connect('crm', given)
  expect(await said()).toEqual([expect.stringMatching(new RegExp(`^trouble crm: ${words.source}`))])
})

test('a check that fails is told in its own words, with since when calls fail, and without the secret', async () => {
  await connect('crm')
  await recordFailure('crm', 'It can’t be reached.')
  await sql(`update connected_system set health_since = '2026-01-02T03:04:05Z'`)
  site.fault(/whoami/, { kind: 'status', status: 403, body: `{"message": "${token} lacks the scope"}` })
  const [line = '', ...more] = await said()
  expect(more).toEqual([expect.stringContaining('Its calls failed: It can’t be reached.')])
  expect(line).toMatch(/^trouble crm: .*403.*lacks the scope.*\(since 2026-01-02T03:04:05\.000Z\)$/)
  expect(line).not.toContain(token)
})

test('a circuit that is open is trouble, and nothing is called', async () => {
  await connect('crm')
  for (let at = 0; at < 10; at++) await recordFailure('crm', 'It failed.')
  const calls = site.calls.length
  expect(await said()).toEqual([
    expect.stringMatching(/^trouble crm: .*left alone/),
    expect.stringMatching(/^trouble crm: Its calls failed: It failed\. \(since /),
  ])
  expect(site.calls).toHaveLength(calls)
})

test('doctor says it with everything else', async () => {
  await connect('crm', { kind: 'fax' })
  const lines: string[] = []
  const write = (text: string) => void lines.push(text)
  expect(await doctor([], { out: write, err: write, isTTY: false })).toBe(1)
  expect(lines.filter(line => line.includes('crm'))).toEqual([expect.stringMatching(/^TROUBLE crm: Kind/)])
})
