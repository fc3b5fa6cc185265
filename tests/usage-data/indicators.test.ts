import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { writeNote } from '@/lib/door/usage/write-note'
import type { Database } from '@/lib/store/database/client'
import { databaseEvents } from '@/lib/store/usage/database-events'
import { readFigures } from '@/lib/store/usage/figures'
import { readNotes } from '@/lib/store/usage/notes'
import { rollUp } from '@/lib/store/usage/rollups'
import { events } from '@/lib/usage-data/events/index'
import { rolledEvents } from '@/lib/usage-data/figures/rolled'
import { indicators } from '@/lib/usage-data/indicators/index'
import { staffOf } from '@/tests/factories/staff'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'
import { noon, someEvents } from './some-events'

const base = await testDatabase()
const { db, sql, url } = base
testEnvironment(url)
const keys = indicators.map(indicator => indicator.key)

await someEvents(base, [
  ...Array.from({ length: 40 }, (_, at) => ({ event: 'page_view', at: noon(at + 2), user: `old-${at % 4}` })),
  ...Array.from({ length: 6 }, (_, at) => ({ event: 'page_view', at: noon(3), user: `new-${at}` })),
  ...Array.from({ length: 4 }, (_, at) => ({ event: 'pipeline_started', at: noon(3), user: `few-${at}` })),
  ...Array.from({ length: 9 }, () => ({ event: 'pipeline_started', at: noon(4), user: 'one' })),
])
while ((await rollUp(rolledEvents(), db)) > 0);

afterEach(async () => {
  await sql(`delete from indicator_note`)
})

test('definitions fit: every indicator measures an event, every database event has a query, keys are unique', () => {
  expect(indicators.length).toBeGreaterThanOrEqual(4)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { measure } of indicators) {
    const event = rolledEvents().find(candidate => candidate.event === measure.event)
    expect(event, measure.event).toBeDefined()
    if (measure.count === 'users') expect(event?.namesUsers, measure.event).toBe(true)
  }
  const asked = events.flatMap(event => (event.source.from === 'database' ? [event.source.query] : []))
  expect(asked.toSorted()).toEqual(Object.keys(databaseEvents).toSorted())
})

test('figures of few people are not there, neither as users nor as their events', async () => {
  const { of, minimum } = await readFigures(staffOf('admin'), indicators, db)
  expect(minimum).toBe(5)
  const active = of.get('monthly-active-users') ?? []
  // 40 days were counted; the first 27 ends are of spans that began before.
  expect(active.map(event => event.value)).toEqual([...Array(11).fill(null), 10, 10])
  expect(of.get('pipelines-started')?.every(item => item.value === null)).toBe(true)
  // Requests name nobody.
  expect(of.get('late-answers')?.at(-1)?.value).toBe(0)
})

test('the page’s reads are few and touch no event', async () => {
  let asked = 0
  const counting: Database = new Proxy(db, {
    get(target, name, receiver) {
      if (name === '$queryRaw' || name === 'setting' || name === 'staff') asked++
      return Reflect.get(target, name, receiver)
    },
  })
  await sql(`revoke select on usage_event from habeas_app`)
  try {
    await readFigures(staffOf('privacy'), indicators, counting)
    await readNotes(staffOf('privacy'), keys, 3, counting)
    expect(asked).toBe(3)
    await expect(db.$queryRaw`select 1 from usage_event`).rejects.toThrow()
  } finally {
    await sql(`grant select on usage_event to habeas_app`)
  }
})

test('a note of a month replaces what was said of it, and the audit log has none of its words', async () => {
  const note = {
    indicator: 'late-answers',
    month: '2026-01',
    health: '2',
    reasons: 'Two answers were late',
    lessons: 'Holidays',
  }
  const write = (change: object = {}) =>
    writeNote(staffOf('support-engineer'), { ...note, ...change }, randomUUID())
  expect(await write()).toEqual({ ok: true })
  expect(await write({ month: '2026-02', health: '3' })).toEqual({ ok: true })
  expect(await write({ reasons: 'Three were', lessons: '' })).toEqual({ ok: true })
  const notes = await readNotes(staffOf('admin'), keys, 5, db)
  expect(notes.map(note => [note.month.toISOString().slice(0, 7), note.health, note.reasons])).toEqual([
    ['2026-02', 3, 'Two answers were late'],
    ['2026-01', 2, 'Three were'],
  ])
  const log = JSON.stringify(await sql(`select row_to_json(audit_entry) from audit_entry`))
  expect(log).toContain('write-indicator-note')
  expect(log).not.toMatch(/late\b(?!-)|Holidays|Three/)
})

test('a note needs an indicator, a month that has begun, and a reason; and somebody who may', async () => {
  const note = { indicator: 'late-answers', month: '2026-01', health: '2', reasons: 'So', lessons: '' }
  for (const wrong of [
    { indicator: 'none' },
    { month: '2099-01' },
    { month: '2026-13' },
    { health: '7' },
    { reasons: ' ' },
  ])
    expect(await writeNote(staffOf('privacy'), { ...note, ...wrong }, randomUUID())).toMatchObject({
      ok: false,
      reason: 'invalid-input',
    })
  expect(await writeNote(staffOf('forum-admin'), note, randomUUID())).toMatchObject({
    reason: 'not-allowed',
  })
  expect(await readNotes(staffOf('privacy'), keys, 5, db)).toEqual([])
})
