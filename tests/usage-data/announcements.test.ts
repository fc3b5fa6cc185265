import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Role } from '@/lib/core/people/actor'
import {
  announceChanges,
  ownDefinitions,
  publishFirstEntry,
  shownAs,
  waitingChanges,
} from '@/lib/door/usage/announce'
import { rotateKey } from '@/lib/door/usage/rotate'
import { env } from '@/lib/env'
import { announcedFingerprints, readChanges } from '@/lib/store/usage/announcements'
import { currentKeyVersion, keyVersions, retainedKeyVersions } from '@/lib/store/usage/keys'
import { usageKey } from '@/lib/usage-data/collecting/keys'
import type { Definitions } from '@/lib/usage-data/definitions/described'
import { describeAll } from '@/lib/usage-data/definitions/described'
import { eventSubject, fingerprint } from '@/lib/usage-data/definitions/fingerprint'
import { staffOf } from '@/tests/factories/staff'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'

const { url, sql } = await testDatabase()
testEnvironment(url)

const press = () => `test:${randomUUID()}`
// One with fields, so that what the database gives back is compared in depth.
const first = ownDefinitions.events.find(event => event.action === 'pipeline_started')
if (!first) throw new Error('there is no such event')
const subject = eventSubject(first)
/** The product after an update that keeps one event for longer. */
const updated: Definitions = {
  ...ownDefinitions,
  events: ownDefinitions.events.map(event => (event === first ? { ...event, keptMonths: 36 } : event)),
}
const inForce = async () => (await announcedFingerprints()).get(subject)
const entry = { title: 'Kept for longer', text: 'We compare years.' }
const choose = async (definitions: Definitions) =>
  Object.fromEntries((await waitingChanges(definitions)).map((change, at) => [String(at), shownAs(change)]))

describe('before anything was announced', () => {
  test('nothing is in force, and the first version of the key is used', async () => {
    expect((await announcedFingerprints()).size).toBe(0)
    expect([await currentKeyVersion(), await retainedKeyVersions()]).toEqual([1, [1]])
  })
  test('the system tells of everything, once, however many processes begin', async () => {
    const made = await Promise.all([publishFirstEntry(), publishFirstEntry(), publishFirstEntry()])
    expect(made.filter(Boolean)).toHaveLength(1)
    expect(await publishFirstEntry()).toBe(false)
    const entries = await readChanges(10)
    expect(entries).toMatchObject([{ kind: 'definitions', title: 'What we collect, from the first day' }])
    for (const event of ownDefinitions.events) expect(entries[0]?.body).toContain(event.action)
    const told = await announcedFingerprints()
    for (const item of describeAll(ownDefinitions)) expect(told.get(item.subject)).toBe(item.fingerprint)
    expect(await waitingChanges()).toEqual([])
    expect(await keyVersions()).toMatchObject([{ version: 1, changeId: entries[0]?.id }])
    expect(await sql(`select actor_kind, command from audit_entry`)).toEqual([
      { actor_kind: 'system', command: 'announce-usage' },
    ])
  })
})

describe('a changed definition', () => {
  test('is out of force until Privacy has announced it', async () => {
    const changes = await waitingChanges(updated)
    expect(changes).toMatchObject([{ subject, kind: 'changed', words: ['Kept for: 24 months → 36 months'] }])
    const current = updated.events.find(event => event.action === first.action)
    expect(await inForce()).not.toBe(current && fingerprint(current))
  })
  test('needs a title, a reason, something chosen, and the role', async () => {
    const subjects = await choose(updated)
    const refused = (input: object, role: Role = 'privacy') =>
      announceChanges(staffOf(role), { subjects, ...entry, ...input }, press(), updated)
    expect(await refused({ title: ' ' })).toMatchObject({ fields: { title: 'Give it a title.' } })
    expect(await refused({ text: '' })).toMatchObject({ fields: { text: expect.any(String) } })
    expect(await refused({ subjects: {} })).toMatchObject({
      fields: { subjects: 'Choose what to announce.' },
    })
    expect(await refused({}, 'admin')).toMatchObject({ status: 403 })
    expect(await readChanges(10)).toHaveLength(1)
  })
  test('is not announced by a page that showed something else', async () => {
    const stale = { 0: `${subject} ${'0'.repeat(64)}` }
    const input = { ...entry, subjects: stale }
    expect(await announceChanges(staffOf('privacy'), input, press(), updated)).toMatchObject({
      ok: false,
      status: 422,
    })
  })
  test('has its entry in the log the moment that it is in force, and once', async () => {
    const input = { ...entry, subjects: await choose(updated) }
    const commandId = press()
    const done = await Promise.all(
      [1, 2].map(() => announceChanges(staffOf('privacy'), input, commandId, updated)),
    )
    expect(done.every(outcome => outcome.ok)).toBe(true)
    const [newest, ...older] = await readChanges(10)
    expect(older).toHaveLength(1)
    expect(newest).toMatchObject({ kind: 'retention', title: entry.title })
    expect(newest?.body).toBe(
      `We compare years.\n\nChanged: the event ${first.action}\n- Kept for: 24 months → 36 months`,
    )
    expect(await inForce()).toBe(describeAll(updated).find(item => item.subject === subject)?.fingerprint)
    expect(await waitingChanges(updated)).toEqual([])
  })
  test('ends by an announcement, too', async () => {
    const without = { ...updated, events: updated.events.filter(event => event.action !== first.action) }
    const input = { title: 'Less', text: 'Not needed.', subjects: await choose(without) }
    expect(await announceChanges(staffOf('privacy'), input, press(), without)).toMatchObject({ ok: true })
    expect(await inForce()).toBeUndefined()
    const [newest] = await readChanges(1)
    expect(newest?.body).toContain(`Ended: the event ${first.action}`)
  })
  test('leaves a row in the audit log without the words', async () => {
    const rows = await sql<{ facts: object }>(
      `select facts from audit_entry where command = 'announce-usage' and actor_role = 'privacy'`,
    )
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain('compare years')
  })
})

describe('another key', () => {
  test('is begun by Privacy only, with an entry that says so', async () => {
    expect(await rotateKey(staffOf('admin'), entry, press())).toMatchObject({ status: 403 })
    expect(await rotateKey(staffOf('privacy'), { title: '', text: 'x' }, press())).toMatchObject({
      ok: false,
    })
    const rotated = await rotateKey(
      staffOf('privacy'),
      { title: 'A new key', text: 'Someone left.' },
      press(),
    )
    expect(rotated).toMatchObject({ ok: true, version: 2 })
    const [newest] = await readChanges(1)
    expect(newest).toMatchObject({ kind: 'key', title: 'A new key' })
    expect(newest?.body).toContain('can’t be tied to what comes after')
    expect((await keyVersions())[0]).toMatchObject({ version: 2, changeId: newest?.id })
  })
  test('breaks history, and deletions still look under the old one', async () => {
    expect(await currentKeyVersion()).toBe(2)
    expect(await retainedKeyVersions()).toEqual([2, 1])
    const { key } = env()
    expect(usageKey(key, 1).equals(usageKey(key, 2))).toBe(false)
    expect(usageKey(key, 2).equals(usageKey(key, 2))).toBe(true)
  })
  test('comes one version at a time, however many press at once', async () => {
    const done = await Promise.all([1, 2, 3].map(() => rotateKey(staffOf('privacy'), entry, press())))
    expect(done.map(outcome => (outcome.ok ? outcome.version : 0)).sort()).toEqual([3, 4, 5])
  })
})
