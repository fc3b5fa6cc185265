import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Clock } from '@/lib/core/deadlines/law'
import { laws } from '@/lib/core/deadlines/laws/index'
import { roles } from '@/lib/core/people/actor'
import { proposeLawClocks } from '@/lib/door/handbook/law-clocks'
import { previewClocks, previewDefault } from '@/lib/door/handbook/law-preview'
import { applyProposal } from '@/lib/door/handbook/proposals'
import { listLawVersions } from '@/lib/store/settings/law-versions'
import { readProposals } from '@/lib/store/settings/proposals'
import { staffOf } from '@/tests/factories/staff'
import { aWorld } from '../factories/world'

const world = await aWorld()
const [priya, petra] = [staffOf('privacy', 'priya'), staffOf('privacy', 'petra')]
const press = () => `test:${randomUUID()}`

const clocksOf = (id: string) => laws.find(law => law.id === id)?.clocks ?? []
const running = (id: string, change: Partial<Clock>) => clocksOf(id).map(clock => ({ ...clock, ...change }))
const inDays = (n: number) => ({ respond: { n, unit: 'days' as const } })
const propose = (law: string, clocks: unknown, by = priya, note = 'Our own promise') =>
  proposeLawClocks(by, { law, clocks, note }, press())
async function override(law: string, clocks: unknown) {
  const proposed = await propose(law, clocks)
  expect(proposed).toMatchObject({ ok: true })
  const id = proposed.ok ? (proposed.proposal ?? '') : ''
  expect(await applyProposal(petra, id, press())).toMatchObject({ ok: true })
}
const days = (request: { receivedAt: Date; dueOn: Date }) =>
  Math.floor((+request.dueOn - +request.receivedAt) / 86_400_000)

describe('before a law’s clocks are changed', () => {
  it('Privacy sees the old and the new ones, and which open requests would be due on another day', async () => {
    const { reference } = await world.begin({}, { country: 'CH' })
    const request = await world.get(reference)
    const preview = await previewClocks(priya, 'ch_fadp', running('ch_fadp', inDays(5)))
    expect(preview?.changes).toMatchObject([
      { from: expect.stringMatching(/^30 days/), to: expect.stringMatching(/^5 days/) },
    ])
    expect(preview).toMatchObject({ open: 1, lookedAt: 1 })
    expect(preview?.touched).toMatchObject([{ reference, dueOn: request.dueOn }])
    const [touched] = preview?.touched ?? []
    expect(touched && days({ receivedAt: request.receivedAt, dueOn: touched.wouldBeDue })).toBe(5)
    expect((await world.get(reference)).dueOn).toEqual(request.dueOn)
    expect(await previewClocks(staffOf('support-engineer', 'sam'), 'ch_fadp', null)).toBeNull()
    expect(await previewClocks(priya, 'ch_fadp', [])).toBeNull()
  })
  it('the same for another default law: only requests that it is used for', async () => {
    const { reference } = await world.begin({}, { country: 'AQ' })
    const preview = await previewDefault(priya, 'br_lgpd')
    expect(preview?.touched.map(touched => touched.reference)).toEqual([reference])
    expect(await previewDefault(priya, 'shortest')).toMatchObject({ open: 1 })
  })
})

describe('a law’s clocks', () => {
  it('change for new requests only, and only when a second Privacy person applies it', async () => {
    const before = await world.begin({}, { country: 'BR' })
    const counted = await world.get(before.reference)
    expect([days(counted), counted.dueRule]).toEqual([15, 'br_lgpd@2026-11-01'])

    const proposed = await propose('br_lgpd', running('br_lgpd', inDays(5)))
    const id = proposed.ok ? (proposed.proposal ?? '') : ''
    const between = await world.begin({}, { country: 'BR' })
    expect(days(await world.get(between.reference))).toBe(15)
    expect(await applyProposal(priya, id, press())).toMatchObject({ ok: false, reason: 'four-eyes' })
    expect(await applyProposal(petra, id, press())).toMatchObject({ ok: true })

    const after = await world.begin({}, { country: 'BR' })
    const now = await world.get(after.reference)
    expect([days(now), now.dueRule]).toEqual([5, 'br_lgpd@2026-11-01/1'])
    // Counted again later, each under its own version.
    for (const { reference } of [before, after])
      await world.run('support-engineer', reference, 'retype', {
        type: 'data-access',
        note: 'They meant that',
      })
    expect(days(await world.get(before.reference))).toBe(15)
    expect(days(await world.get(after.reference))).toBe(5)
  })
  it('can be taken back to those that Habeas comes with, by two people as well', async () => {
    await override('br_lgpd', null)
    const { reference } = await world.begin({}, { country: 'BR' })
    const request = await world.get(reference)
    expect([days(request), request.dueRule]).toEqual([15, 'br_lgpd@2026-11-01'])
    expect(await listLawVersions(priya, 'br_lgpd')).toMatchObject([
      { version: 2, clocks: null },
      { version: 1, clocks: [{ respond: { n: 5 } }], note: 'Our own promise' },
    ])
  })
  it('Privacy can edit or override every entry', async () => {
    for (const { id } of laws) await override(id, running(id, inDays(33)))
    for (const { id } of laws)
      expect((await listLawVersions(priya, id))[0]?.clocks, id).toEqual(
        expect.arrayContaining([expect.objectContaining(inDays(33))]),
      )
  })
  it.each([
    ['no number', running('gdpr', { respond: { n: 0, unit: 'days' } })],
    ['half a day', running('gdpr', { respond: { n: 1.5, unit: 'days' } })],
    ['three years', running('gdpr', inDays(1095))],
    ['an extension without a reason', running('gdpr', { extend: { by: null, reasons: [] } })],
    ['another action', running('gdpr', { ...inDays(20), actions: ['erasure'] })],
    ['one clock too few', []],
    ['what holds already', running('gdpr', inDays(33))],
  ])('refuse %s', async (_what, clocks) => {
    expect(await propose('gdpr', clocks)).toMatchObject({ ok: false, status: 422 })
    expect(await readProposals(priya, 'law/gdpr')).toEqual([])
  })
  it('of a law that we don’t know, or without a reason, are refused', async () => {
    expect(await propose('atlantis', clocksOf('gdpr'))).toMatchObject({ status: 422 })
    expect(await propose('gdpr', running('gdpr', inDays(3)), priya, ' ')).toMatchObject({ status: 422 })
  })
  it.each(roles.filter(role => role !== 'privacy'))('are nothing that %s proposes', async role => {
    const clocks = running('gdpr', inDays(3))
    expect(await propose('gdpr', clocks, staffOf(role))).toMatchObject({ status: 403 })
  })
  it('leave rows in the audit log that say which law and version', async () => {
    const [row] = await world.sql<{ facts: object }>(
      `select facts from audit_entry where command = 'apply-change' order by id limit 1`,
    )
    expect(row?.facts).toMatchObject({ subject: 'law/br_lgpd', law: 'br_lgpd', version: 1 })
  })
})
