import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openJourney } from '@/lib/door/usage/open-journey'
import { staffOf } from '@/tests/factories/staff'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'
import { noon, someEvents } from './some-events'

const base = await testDatabase()
const { sql, url } = base
testEnvironment(url)

const pseudonym = createHash('sha256').update('somebody').digest('base64url')
await someEvents(base, [
  { event: 'second', at: noon(2), user: pseudonym },
  { event: 'first', at: noon(5), user: pseudonym },
  { event: 'somebody else’s', at: noon(3), user: 'other' },
])
const asked = { pseudonym, reason: 'defect', ticket: 'OPS-77' }

test('shows one user’s events in order, and the audit log says why and to whom, not whose', async () => {
  const done = await openJourney(staffOf('privacy'), asked, randomUUID())
  expect(done).toMatchObject({ ok: true, journey: { more: false } })
  expect('journey' in done ? done.journey?.events.map(existing => existing.event) : []).toEqual([
    'first',
    'second',
  ])
  const rows = await sql<{ line: string }>(`select row_to_json(audit_entry)::text as line from audit_entry`)
  expect(rows.length).toBe(1)
  const line = rows[0]?.line ?? ''
  expect(line).toContain('"command":"open-journey"')
  expect(line).toContain('OPS-77')
  expect(line).toContain('a-privacy')
  expect(line).not.toContain(pseudonym)
  expect(line).not.toContain(createHash('sha256').update(pseudonym).digest('hex'))
})

test('nobody but Privacy opens one, and nothing is shown without a reason and a ticket', async () => {
  for (const role of ['support-engineer', 'admin', 'console-engineer'] as const)
    expect(await openJourney(staffOf(role), asked, randomUUID())).toMatchObject({
      ok: false,
      reason: 'not-allowed',
    })
  for (const wrong of [
    { reason: 'curiosity' },
    { reason: '' },
    { ticket: '' },
    { ticket: 'Robin Example asked' },
    { ticket: 'robin@people.example' },
    { ticket: 'ROBIN-EXAMPLE' },
    { pseudonym: 'robin@people.example' },
  ]) {
    const done = await openJourney(staffOf('privacy'), { ...asked, ...wrong }, randomUUID())
    expect(done).toMatchObject({ ok: false, reason: 'invalid-input' })
    expect(JSON.stringify(done)).not.toMatch(/robin/i)
  }
  expect(await sql(`select 1 from audit_entry`)).toHaveLength(1)
})

test('a pseudonym that nobody has is answered alike, and logged alike', async () => {
  const nobody = createHash('sha256').update('nobody').digest('base64url')
  const done = await openJourney(staffOf('privacy'), { ...asked, pseudonym: nobody }, randomUUID())
  expect(done).toMatchObject({ ok: true, journey: { events: [], more: false } })
  expect(await sql(`select 1 from audit_entry`)).toHaveLength(2)
})
