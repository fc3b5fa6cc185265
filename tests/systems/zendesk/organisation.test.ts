import { describe, expect, test } from 'vitest'
import { emails, zendeskBench } from '@/tests/support/stand-ins/zendesk-bench'
import type { Organisation } from '@/tests/support/stand-ins/zendesk-data'

const bench = zendeskBench()
const [first = '', second = ''] = emails
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

function owned(more: Partial<Organisation> = {}) {
  const organisation = bench.server.organisation(more)
  const user = bench.server.user(first, { organisations: [organisation.id] })
  return { organisation, user }
}
const check = (settings = {}) => bench.run('check-organisation', { settings })

describe('the organisation of a user', () => {
  test('that is active owns the data: an exception, and nothing is deleted', async () => {
    const { organisation, user } = owned()
    expect(await check()).toMatchObject({
      is: 'exception',
      note: `An active organisation owns the data (organisation ${organisation.id}).`,
      evidence: [{ what: `Looked for organisations of user ${user.id}` }],
    })
    expect((await bench.preview('check-organisation')).acts.join()).toContain('will end as an exception')
    for (const act of ['close-tickets', 'delete-support-user'] as const)
      expect(await bench.run(act)).toMatchObject({ is: 'by-hand', words: expect.stringContaining('active') })
    expect(bench.server.effects).toEqual([])
  })
  test('need not be there', async () => {
    const user = bench.server.user(first)
    expect(await check()).toMatchObject({
      is: 'done',
      changed: false,
      evidence: [{ result: 'There is none.' }],
    })
    const words = `User ${user.id} belongs to no organisation, so the data can be deleted.`
    expect(await bench.preview('check-organisation')).toEqual({ acts: [words], nothingToDo: false })
  })
  test('isn’t asked for where nobody is found', async () => {
    const result = 'No user was found with any of the 2 addresses.'
    expect(await check()).toMatchObject({ is: 'done', changed: false, evidence: [{ result }] })
    expect(await bench.preview('check-organisation')).toEqual({ acts: [], nothingToDo: true })
  })
  test('counts for each of several users, and each of several organisations', async () => {
    const expired = bench.server.organisation({ tags: ['Expired'] })
    const active = bench.server.organisation()
    bench.server.user(first, { organisations: [expired.id] })
    bench.server.user(second, { organisations: [expired.id, active.id] })
    expect(await check()).toMatchObject({ is: 'exception', note: expect.stringContaining(String(active.id)) })
  })

  test.each<[string, Partial<Organisation>, object, boolean]>([
    ['its tag', { tags: ['expired'] }, {}, true],
    ['another tag', { tags: ['vip'] }, {}, false],
    ['the tag of the settings', { tags: ['former'] }, { expiredTag: 'former' }, true],
    ['an end in the past', { organization_fields: { subscription_end_date: day(-2) } }, {}, true],
    ['an end as a time', { organization_fields: { expires_at: `${day(-2)}T00:00:00+00:00` } }, {}, true],
    ['an end that is today', { organization_fields: { end_date: day(0) } }, {}, false],
    ['an end to come', { organization_fields: { expiration_date: day(2) } }, {}, false],
    ['ends that contradict', { organization_fields: { trial_ends: day(-9), plan_ends: day(9) } }, {}, false],
    ['no end', { organization_fields: { end_date: null, weekend_support: day(-9) } }, {}, false],
    ['a box', { organization_fields: { expired: true } }, {}, true],
    ['a box that is empty', { organization_fields: { expired: false } }, {}, false],
    [
      'a field of the settings',
      { organization_fields: { standing: 'Expired' } },
      { expiredField: 'standing' },
      true,
    ],
    ['a day in that field', { organization_fields: { until: day(-1) } }, { expiredField: 'until' }, true],
    [
      'nothing in that field',
      { organization_fields: { end_date: day(-9) } },
      { expiredField: 'until' },
      false,
    ],
  ])('%s says whether it is a customer', async (_name, more, settings, isExpired) => {
    owned(more)
    expect((await check(settings)).is).toBe(isExpired ? 'done' : 'exception')
  })
})
