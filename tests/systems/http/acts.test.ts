import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ActResult, Connection, Subject } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { http } from '@/lib/systems/http'
import { HttpSystem } from '@/tests/support/stand-ins/http-system'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import { doing, faults, nobody, wireTo } from '@/tests/support/stand-ins/wires'

const NOON = new Date('2031-05-06T12:00:00Z')

let system: HttpSystem
let portal: Connection
let ledger: MemoryLedger

const connect = (role = 'customers-portal', secret = system.secret) =>
  http.connect({ url: system.url, secret, role }, wireTo(system.host, { name: 'Portal' }))

beforeEach(async () => {
  system = await new HttpSystem().listen()
  system.people = [{ id: '7', email: 'ada@work.example.com' }]
  portal = connect()
  ledger = new MemoryLedger(() => NOON)
})
afterEach(async () => await system.close())

const ada: Subject = { ...nobody, accountId: '301', emails: ['ada@example.com', 'ada@work.example.com'] }
const stranger: Subject = { ...nobody, emails: ['lee@example.com'] }
type ActName = 'find-customer' | 'delete-customer' | 'verify-customer-gone'

async function run(act: ActName, { subject = ada, minutes = 0 } = {}): Promise<ActResult> {
  const found = portal.acts?.[act]
  if (!found) throw new Error(`no ${act}`)
  return await found.run(doing(ledger, { subject, begunAt: new Date(+NOON - minutes * 60_000) }))
}
const previewOf = async (act: ActName, subject = ada) =>
  await portal.acts?.[act]?.preview(subject, await ledger.all())
const resultOf = (result: ActResult) => (result.is === 'done' ? result.evidence[0]?.result : result)

describe('finding', () => {
  test('goes by every address, and says what the system says', async () => {
    const result = await run('find-customer')
    expect(result).toMatchObject({ is: 'done', changed: false })
    expect(resultOf(result)).toBe('customer 7')
    expect(system.calls[0]?.json).toEqual({
      requestId: expect.any(String),
      subject: { accountId: '301', emails: ['ada@example.com', 'ada@work.example.com'] },
    })
    expect(await portal.find?.(ada)).toEqual({
      ids: ['customer 7'],
      words: 'A customer was found: customer 7',
    })
  })
  test('says where nobody was found', async () => {
    expect(resultOf(await run('find-customer', { subject: stranger }))).toBe('No customer was found.')
    expect(await portal.find?.(stranger)).toEqual({ ids: [], words: 'No customer was found.' })
  })
  test('shows no address that the system repeats', async () => {
    system.people = [{ id: 'of ada@example.com', email: 'ada@example.com' }]
    expect(JSON.stringify(await run('find-customer'))).not.toContain('ada@example.com')
  })
  test('needs somebody to look for', async () => {
    for (const act of ['find-customer', 'delete-customer', 'verify-customer-gone'] as const)
      expect(await run(act, { subject: nobody })).toMatchObject({ is: 'by-hand' })
    expect(system.calls).toHaveLength(0)
  })
})

describe('erasing', () => {
  test('is asked for with the id of its record, and answered at once', async () => {
    const result = await run('delete-customer')
    expect(result).toMatchObject({ is: 'done', changed: true })
    expect(resultOf(result)).toBe('erasure effect-1')
    expect(system.did('erase')).toBe(1)
    expect(JSON.stringify(ledger.records)).not.toContain('example.com')
  })
  test('of nobody changes nothing', async () => {
    const result = await run('delete-customer', { subject: stranger })
    expect(result).toMatchObject({ is: 'done', changed: false })
    expect(resultOf(result)).toBe('No customer was found. There was nothing to erase.')
  })
  test('follows a job until it is done, and asks for the erasure once', async () => {
    system.polls = 2
    const waiting = { is: 'waiting', afterSeconds: 5, words: 'Portal is still erasing.' }
    expect(await run('delete-customer')).toEqual(waiting)
    expect(await run('delete-customer')).toEqual(waiting)
    const result = await run('delete-customer')
    expect(result).toMatchObject({ is: 'done', changed: true })
    expect(resultOf(result)).toBe('erasure effect-1')
    expect(system.got(/^POST \/erase/)).toHaveLength(1)
  })
  test('is remembered when the system has forgotten its job', async () => {
    system.polls = 0
    const result = await run('delete-customer')
    system.forgetJobs()
    expect(await run('delete-customer')).toEqual(result)
  })
  test('becomes work by hand where the job failed or is unknown, and is never asked for again', async () => {
    system.polls = 0
    system.fails = true
    const failed = await run('delete-customer')
    expect(failed).toMatchObject({
      is: 'by-hand',
      words: expect.stringContaining('locked by [hidden] since'),
    })
    system.forgetJobs()
    expect(await run('delete-customer')).toMatchObject({
      is: 'by-hand',
      words: expect.stringContaining('no longer knows the job'),
    })
    expect(system.got(/^POST \/erase/)).toHaveLength(1)
  })
  test('keeps its id when the answer was lost, so that it happens once', async () => {
    system.fault(/^POST \/erase/, { kind: 'reset-after' })
    await expect(run('delete-customer')).rejects.toThrow(SystemFailure)
    ledger.dieBeforeWriting()
    await expect(run('delete-customer')).rejects.toThrow('killed')
    expect(await run('delete-customer')).toMatchObject({ is: 'done', changed: true })
    const ids = system.got(/^POST \/erase/).map(({ json }) => JSON.stringify(json).match(/effect-\d+/)?.[0])
    expect(ids).toEqual(['effect-1', 'effect-1', 'effect-1'])
    expect(system.did('erase')).toBe(1)
  })
  test('isn’t done because it was accepted', async () => {
    system.fault(/erase/, { kind: 'status', status: 202, body: '{"found":true}' })
    await expect(run('delete-customer')).rejects.toThrow('Portal answered 202 and named no job.')
  })
  test('signs each try anew', async () => {
    system.polls = 1
    await run('delete-customer')
    await run('delete-customer')
    const ids = system.calls.map(call => call.headers['webhook-id'])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('verifying', () => {
  test('is done when nobody is found', async () => {
    await run('delete-customer')
    expect(resultOf(await run('verify-customer-gone'))).toBe('No customer was found.')
  })
  test('waits an hour for it, and is then work by hand', async () => {
    expect(await run('verify-customer-gone', { minutes: 59 })).toMatchObject({ is: 'waiting' })
    expect(await run('verify-customer-gone', { minutes: 60 })).toEqual({
      is: 'by-hand',
      words:
        'Portal still finds the customer (customer 7) after an hour. Look there what is left, and erase it.',
    })
  })
})

describe('a preview', () => {
  test('says what would be done, from what is there now, and does nothing', async () => {
    expect(await previewOf('find-customer')).toEqual({
      acts: ['Portal will be asked for the customer by 2 addresses.'],
      nothingToDo: false,
    })
    expect(await previewOf('delete-customer')).toEqual({
      acts: ['What Portal holds about the customer (customer 7) will be erased.'],
      nothingToDo: false,
    })
    expect(await previewOf('delete-customer', stranger)).toEqual({
      acts: ['No customer was found.'],
      nothingToDo: true,
    })
    expect((await previewOf('verify-customer-gone'))?.acts[0]).toContain('still finds the customer')
    expect(system.effects).toEqual([])
  })
  test('says that an erasure was asked for already', async () => {
    await run('delete-customer')
    expect((await previewOf('delete-customer'))?.acts[0]).toContain('was asked for already')
  })
})

describe('an answer that goes wrong is neither "not found" nor "done"', () => {
  describe.each(faults)('%s', (_words, fault) => {
    test.each(['find-customer', 'delete-customer', 'verify-customer-gone'] as const)('%s', async act => {
      const planted = system.fault(/^POST/, fault)
      await expect(run(act, { subject: stranger })).rejects.toThrow(SystemFailure)
      expect(planted.hits).toHaveLength(1)
      expect(ledger.records.every(({ state }) => state === 'begun')).toBe(true)
    })
    test('find', async () => {
      system.fault(/^POST/, fault)
      await expect(portal.find?.(stranger)).rejects.toThrow(SystemFailure)
    })
    test('a job', async () => {
      system.polls = 0
      system.fault(/^GET \/jobs/, fault)
      await expect(run('delete-customer')).rejects.toThrow(SystemFailure)
      expect(await run('delete-customer')).toMatchObject({ is: 'done', changed: true })
      expect(system.did('erase')).toBe(1)
    })
  })
  test('a 429 says how long to wait', async () => {
    system.fault(/^POST/, { kind: 'status', status: 429, headers: { 'retry-after': '7' } })
    await expect(run('find-customer')).rejects.toMatchObject({ reason: 'limited', retryAfterSeconds: 7 })
  })
  test('an answer that never comes', async () => {
    system.fault(/^POST/, { kind: 'hang' })
    const impatient = http.connect(
      { url: system.url, secret: system.secret, role: 'customers-portal' },
      wireTo(system.host, { patienceMs: 200 }),
    )
    await expect(impatient.find?.(ada)).rejects.toMatchObject({ reason: 'timeout', mayHaveActed: true })
  })
})

describe('marketing', () => {
  test('erases by itself, and has nothing of the Customers Portal', async () => {
    const marketing = connect('marketing')
    expect(Object.keys(marketing.acts ?? {})).toEqual(['erase-marketing'])
    const result = await marketing.acts?.['erase-marketing']?.run(doing(ledger, { subject: ada }))
    expect(result).toMatchObject({ is: 'done', changed: true })
    expect(system.did('erase')).toBe(1)
  })
})
