import { describe, expect, test } from 'vitest'
import { addressPattern, referrerPattern } from '@/lib/usage-data/collecting/address-pattern'
import { pseudonymise } from '@/lib/usage-data/collecting/pseudonymise'
import { context, contexts, described, given, pageView, rules, structured } from './given'

const made = (event: unknown, changed: Parameters<typeof given>[0] = {}) =>
  pseudonymise(event, rules, given(changed))
const stored = (...of: Parameters<typeof made>) => {
  const event = made(...of)
  if ('rejected' in event) throw new Error(`rejected: ${event.rejected.reason}`)
  return event.stored
}
const rejected = (...of: Parameters<typeof made>) => {
  const event = made(...of)
  if ('stored' in event) throw new Error('stored')
  return event.rejected
}
const { hmac } = given()

describe('an event that is taken', () => {
  test('keeps where it happened and makes pseudonyms of who it was', () => {
    const standard = contexts(
      context({ project_id: 34, namespace_id: '12', user_id: 7, plan: 'premium', extra: { a: 'b' } }),
    )
    const event = stored(
      pageView({ ...standard, uid: 'jane@example.com', sid: 's1', duid: 'd1', page: 'Jane’s diary' }),
    )
    expect(event).toMatchObject({
      event: 'page_view',
      projectId: '34',
      namespaceId: '12',
      userPseudonym: hmac('user', '7'),
      sessionPseudonym: hmac('session', 's1'),
      devicePseudonym: hmac('device', 'd1'),
      app: 'gitlab',
      platform: 'srv',
      fields: { tracker: 'node-4.8.0', 'gitlab_standard.plan': 'premium' },
    })
    expect(JSON.stringify(event)).not.toMatch(/jane|diary/i)
  })
  test('replaces what doesn’t have the shape', () => {
    const event = stored(
      pageView({
        ...contexts(context({ project_id: 'jane', plan: 'jane', namespace_id: 4_000_000_000 })),
        aid: 'jane',
      }),
    )
    expect([event.projectId, event.namespaceId, event.app, event.fields['gitlab_standard.plan']]).toEqual([
      hmac('value', 'jane'),
      hmac('value', '4000000000'),
      hmac('value', 'jane'),
      hmac('value', 'jane'),
    ])
  })
  test('has the label, property and value that its definition lets through', () => {
    const named = {
      se_ca: 'pipelines',
      se_ac: 'pipeline_started',
      se_la: 'push',
      se_pr: 'janes-branch',
      se_va: '12',
    }
    expect(stored(structured(named))).toMatchObject({
      event: 'pipeline_started',
      label: 'push',
      property: hmac('value', 'janes-branch'),
      value: 12,
    })
    const odd = stored(structured({ ...named, se_la: 'Jane', se_va: '0612345678' }))
    expect([odd.label, odd.value, odd.fields.value]).toEqual([
      hmac('value', 'Jane'),
      null,
      hmac('value', '0612345678'),
    ])
  })
  test('is found by its schema in any version, with fields that nobody defined left out', () => {
    const data = {
      origin: 'board',
      label_count: 3,
      confidential: false,
      title: 'My secret',
      friend: 'jane',
      constructor: 'x',
    }
    expect(stored(described('iglu:com.gitlab/issue_created/jsonschema/1-2-3', data)).fields).toEqual({
      tracker: 'node-4.8.0',
      origin: 'board',
      label_count: '3',
      confidential: 'false',
    })
  })
  test('drops contexts that nobody defined, and reads nothing inside lists and objects', () => {
    const strange = context({ name: 'Jane' }, 'iglu:org.example/person/jsonschema/1-0-0')
    const nested = context({ user_id: ['jane'], plan: { name: 'jane' } })
    const event = stored(pageView(contexts(strange, nested, { neither: 'jane' })))
    expect(event.userPseudonym).toBeNull()
    expect(event.fields).toEqual({ tracker: 'node-4.8.0' })
  })
  test('names nobody where the tracker asks for that', () => {
    const who = { uid: '7', sid: 's', duid: 'd', ...contexts(context({ user_id: 7 })) }
    expect(stored(pageView(who), { anonymous: true })).toMatchObject({
      userPseudonym: null,
      sessionPseudonym: null,
      devicePseudonym: null,
    })
  })
  test('gives the same person the same pseudonym, wherever the id occurs', () => {
    const [inContext, asParameter] = [contexts(context({ user_id: 7 })), { uid: '7' }].map(who =>
      stored(pageView(who)),
    )
    expect(inContext?.userPseudonym).toBe(asParameter?.userPseudonym)
  })
  test('tells its time by how long it waited, and none that can’t be', () => {
    const at = (times: Record<string, string>) => stored(pageView(times)).happenedAt?.toISOString()
    const clock = String(Date.parse('2026-05-01T00:00:00Z'))
    expect(at({ dtm: clock, stm: String(Number(clock) + 60_000) })).toBe('2026-06-01T11:59:00.000Z')
    expect(at({ ttm: String(Date.parse('2026-05-31T00:00:00Z')) })).toBe('2026-05-31T00:00:00.000Z')
    expect(at({ dtm: '31612345678' })).toBeUndefined()
    expect(at({ dtm: String(Date.parse('2025-01-01')) })).toBeUndefined()
  })
})

describe('an event that isn’t taken', () => {
  test.each([
    ['is no object', 'jane@example.com'],
    ['has a parameter that the protocol doesn’t know', pageView({ email: 'jane@example.com' })],
    ['has values that are no text', { ...pageView(), uid: { name: 'jane' } }],
    ['lacks what the protocol requires', { e: 'pv', uid: 'jane' }],
    ['is packed unreadably', { ...structured(), e: 'ue', ue_px: 'jane' }],
  ])('%s: ill-shaped', (_why, event) => {
    const reason = rejected(event)
    expect(reason.reason).toBe('ill-shaped')
    expect(JSON.stringify(reason)).not.toContain('jane')
  })
  test('nobody defined it: its name is a pseudonym, too', () => {
    const reason = rejected(structured({ se_ca: 'jane', se_ac: 'called', se_la: 'jane', uid: '7' }))
    expect(reason).toMatchObject({ reason: 'unknown-event', event: null, userPseudonym: hmac('user', '7') })
    expect(reason.fields.name).toBe(hmac('value', 'jane/called'))
    expect(JSON.stringify(reason)).not.toContain('jane')
  })
  test.each(['event/page_view', 'fields', 'context/iglu:com.gitlab/gitlab_standard/jsonschema'])(
    'people weren’t told of %s: that it came is all that is kept',
    subject => {
      const changed = new Map(
        [...rules.prints].map(([key, print]) => [key, key === subject ? 'another' : print]),
      )
      expect(rejected(pageView(contexts(context({ user_id: 7 }))), { announced: changed })).toEqual({
        reason: 'not-announced',
        event: 'page_view',
        userPseudonym: null,
        fields: {},
      })
    },
  )
})

describe('addresses', () => {
  const ids = { projectId: '34', namespaceId: '12' }
  test.each([
    ['https://git.example/jane/diary/-/issues?assignee=jane#note_1', '/namespace:12/project:34/-/issues'],
    ['https://git.example/jane/diary/-/issues/5/designs', '/namespace:12/project:34/-/issues/:id/designs'],
    [
      'https://git.example/jane/diary/-/blob/main/jane/cv.md',
      '/namespace:12/project:34/-/blob/:repository_path',
    ],
    ['https://git.example/jane/diary/-/jane/x', '/namespace:12/project:34/-/:value/:value'],
    ['https://git.example/jane/diary', '/namespace:12/project:34'],
    ['https://git.example/', '/'],
    ['https://jane:secret@git.example/-/profile', '/-/profile'],
    ['jane@example.com', ':unreadable'],
    ['javascript:alert("jane")', ':unreadable'],
  ])('%s becomes %s', (address, pattern) => {
    expect(addressPattern(address, ids)).toBe(pattern)
  })
  test('without ids, names of projects are no part', () => {
    const none = { projectId: null, namespaceId: null }
    expect(addressPattern('https://git.example/jane/diary/-/issues/new', none)).toBe('/:path/-/issues/new')
    expect(addressPattern('https://git.example/jane', none)).toBe('/:path')
  })
  test('of the page before, only the same site’s', () => {
    const here = 'https://git.example/jane/diary'
    expect(referrerPattern('https://git.example/bob/-/issues', here)).toBe('/:path/-/issues')
    expect(referrerPattern('https://search.example/?q=jane', here)).toBe(':elsewhere')
  })
})
