import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { id } = await world.get(await world.submit(await world.account()))
const now = new Date()

/** Writes a row past the application, as its owner. */
async function write(table: string, row: Record<string, unknown>): Promise<void> {
  const full: Record<string, unknown> = { id: randomUUID(), request_id: id, ...row }
  const columns = Object.keys(full)
  const places = columns.map((_, index) => `$${index + 1}`)
  await world.sql(`insert into ${table} (${columns.join()}) values (${places.join()})`, Object.values(full))
}

const permission = { round: 1, asked_at: now }
const authority = { round: 1, opened_at: now }
const question = { reason: 'r', question: 'q', checked: 'c', asked_at: now }

test.each([
  ['an unknown consent', 'owner_permission', { ...permission, consent: 'maybe', consent_at: now }],
  [
    'an owner contacted against a person’s will',
    'owner_permission',
    { ...permission, contacted_at: now, contact_ticket: 't' },
  ],
  [
    'an owner contacted after a no',
    'owner_permission',
    { ...permission, consent: 'no', consent_at: now, contacted_at: now, contact_ticket: 't' },
  ],
  ['a decision without its ticket', 'owner_permission', { ...permission, granted: true, decided_at: now }],
  ['an authority that nobody validated', 'authority', { ...authority, result: 'valid', decided_at: now }],
  ['an unknown end of an authority', 'authority', { ...authority, result: 'perhaps', decided_at: now }],
  ['an unknown end of a question', 'escalation', { ...question, state: 'lost', answered_at: now }],
  [
    'an answer without words',
    'escalation',
    { ...question, state: 'answered', answered_at: now, answer: ' ' },
  ],
  ['an unknown reason to pause', 'pause', { reason: 'holiday', from_at: now }],
  ['a pause that ends before it began', 'pause', { reason: 'identity', from_at: now, to_at: new Date(0) }],
])('the database refuses %s', async (_what, table, row) => {
  await expect(write(table, row)).rejects.toThrow(/violates check constraint/)
})

test('the database refuses a second open question on one request', async () => {
  await write('escalation', question)
  await expect(write('escalation', question)).rejects.toThrow(/escalation_one_open/)
})

test('the database refuses an extension without a reason of a law’s', async () => {
  const set = (sets: string) => world.sql(`update request set ${sets} where id = $1`, [id])
  await expect(set('extended_at = now()')).rejects.toThrow(/request_extended_for_a_reason/)
  await expect(set("extended_at = now(), extension_reason = 'busy'")).rejects.toThrow(
    /violates check constraint/,
  )
  await expect(set("relationship = 'designated-account-manager'")).rejects.toThrow(
    /request_relationship_known/,
  )
})
