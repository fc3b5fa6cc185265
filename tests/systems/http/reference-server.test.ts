import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '@/lib/systems/contract'
import { http } from '@/lib/systems/http'
import { newWebhookSecret, signed } from '@/lib/systems/standard-webhooks'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import { doing, nobody, wireTo } from '@/tests/support/stand-ins/wires'

/** The server that people copy from: what the documentation shows has to work. */

let server: ChildProcess
let connection: Connection
let url: string
const secret = newWebhookSecret()

beforeAll(async () => {
  server = spawn(process.execPath, ['docs/systems/http-reference-server.mjs', 'ada@example.com'], {
    env: { ...process.env, SECRET: secret, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!server.stdout) throw new Error('no output')
  const [line] = await once(createInterface(server.stdout), 'line')
  url = String(line)
  connection = http.connect({ url, secret, role: 'customers-portal' }, wireTo(new URL(url).host))
})
afterAll(() => {
  server.kill()
})

test('the reference server passes the connection’s test, finds, erases and follows', async () => {
  expect((await connection.check()).filter(line => !line.ok)).toEqual([])
  const how = doing(new MemoryLedger(), { subject: { ...nobody, emails: ['ada@example.com'] } })
  expect(await connection.find?.(how.subject)).toMatchObject({ ids: ['customer-1'] })
  const erase = connection.acts?.['delete-customer']
  expect(await erase?.run(how)).toMatchObject({
    is: 'done',
    changed: true,
    evidence: [{ result: 'customer-1 erased' }],
  })
  expect(await connection.acts?.['verify-customer-gone']?.run(how)).toMatchObject({ is: 'done' })
  expect(await connection.find?.(how.subject)).toMatchObject({ ids: [] })
})

test('it survives a signed body that isn’t of the contract, and refuses an unsigned one', async () => {
  const post = async (body: string, headers = signed(secret, { id: 'msg_1', at: new Date(), body })) =>
    (await fetch(`${url}/find`, { method: 'POST', body, headers })).status
  expect(await post('{')).toBe(400)
  expect(await post('{"requestId":"1"}')).toBe(400)
  const body = '{"requestId":"1","subject":{"emails":[]}}'
  expect(await post(body)).toBe(200)
  expect(await post(body, {})).toBe(401)
  const headers = {
    ...signed(secret, { id: 'msg_1', at: new Date(), body }),
    'webhook-signature': 'é'.repeat(47),
  }
  expect(await post(body, headers)).toBe(401)
})
