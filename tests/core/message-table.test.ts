import { describe, expect, it } from 'vitest'
import { requestCommands } from '@/lib/core/commands/index'
import { type MessageKey, messageRules } from '@/lib/core/handbook/messages/index'
import { messageEffects } from '@/lib/core/machine/message-effects'
import type { Outcome } from '@/lib/core/request/request'
import type { WindowReason } from '@/lib/core/request/response-window'
import { system } from '@/tests/factories/system'
import { priya, requester, robin, sam } from './cast'
import { aRequest, type Story, siblings, ticket } from './given'

// The handbook's table of messages (section 7): sent when, by whom, with which effect.
type Effect = {
  outcome?: Outcome
  window?: [WindowReason, number]
  task?: [string, string]
}
type Line = readonly [
  key: string,
  by: 'system' | 'support-engineer' | 'privacy',
  make: () => Story,
  effect: Effect,
]

const risky = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun()
const medium = () => aRequest({ privateProjects: 1 }, { rating: 'medium' }).begun()
const banned = () => aRequest({ accountState: 'banned' }).begun()
const enterprise = () => aRequest({ enterprise: true }, { type: 'enterprise-deletion' }).begun()
const deceased = () =>
  aRequest(
    {},
    { type: 'deceased-deletion', relationship: 'authorized-agent', requesterEmail: 'kim@family.example' },
  )
const exporting = () => aRequest({}, { type: 'data-export', country: 'NL' }).begun()
const working = () => aRequest().begun()
const gitlab = 'gitlab-deletion'
const note = 'x'
function repeated(): Story {
  const earlier = aRequest({ accountState: 'banned' }, { name: 'earlier', on: '2026-05-01T12:00' }).begun()
  const later = banned()
  siblings(earlier, later)
  return later
}
const ownDeletion = { accountState: 'blocked', blockedReason: 'self_deletion' } as const

const table: readonly Line[] = [
  ['request-received', 'system', () => aRequest(), { window: ['confirmation', 7] }],
  ['no-account-found', 'system', () => aRequest(null).begun(), { outcome: 'no-account' }],
  [
    'duplicate-request',
    'support-engineer',
    () => repeated().does(sam, 'mark-duplicate'),
    { outcome: 'duplicate' },
  ],
  [
    'medium-risk-gitlab-account-verification-question',
    'support-engineer',
    () => medium().asked(),
    { window: ['verification', 7] },
  ],
  [
    'high-risk-gitlab-account-verification-question',
    'support-engineer',
    () => risky().asked(),
    { window: ['verification', 7] },
  ],
  ['reminder', 'system', () => risky().asked().days(5), {}],
  [
    'failed-verification',
    'system',
    () => risky().asked().days(8),
    { outcome: 'not-verified', task: [gitlab, 'exception'] },
  ],
  [
    'failed-verification',
    'support-engineer',
    () => risky().asked().does(sam, 'fail-verification', { note }),
    { outcome: 'not-verified', task: [gitlab, 'exception'] },
  ],
  [
    'blocked-account-deletion-request',
    'support-engineer',
    () => aRequest(ownDeletion).begun().says('blocked-account-deletion-request'),
    { task: [gitlab, 'complete'] },
  ],
  ['security-review-requested', 'support-engineer', () => banned().reviewRequested(), {}],
  [
    'security-review-complete',
    'support-engineer',
    () => banned().reviewRequested().reviewed('unblocked'),
    {},
  ],
  [
    'security-review-denied',
    'support-engineer',
    () => banned().reviewRequested().reviewed('denied'),
    { outcome: 'security-denied', task: [gitlab, 'exception'] },
  ],
  [
    'account-already-deleted',
    'support-engineer',
    () => working().vanished().says('account-already-deleted'),
    { task: [gitlab, 'complete'] },
  ],
  [
    'account-already-deleted',
    'system',
    () => aRequest({ accountState: 'deleted' }).begun(),
    { task: [gitlab, 'complete'] },
  ],
  [
    'subject-confirmation',
    'system',
    () =>
      aRequest({}, { actingAs: 'authorized-agent', requesterEmail: 'kim@law.example' })
        .begun()
        .validated({ confirmation: true }),
    { window: ['subject-confirmation', 14] },
  ],
  [
    'clarification-needed',
    'support-engineer',
    () =>
      aRequest({}, { type: 'data-access' })
        .begun()
        .does(sam, 'ask-clarification', { question: 'All of it, or this year’s tickets?' }),
    { window: ['clarification', 7] },
  ],
  ['on-hold', 'system', () => aRequest({ subscriptionEndsOn: '2026-07-01' }).begun(), {}],
  ['enterprise-user', 'system', enterprise, { window: ['owner-consent', 7] }],
  [
    'no-enterprise-admin-permission-deletion',
    'system',
    () => enterprise().days(8),
    { outcome: 'no-permission', task: [gitlab, 'exception'] },
  ],
  [
    'no-enterprise-admin-permission-deletion',
    'system',
    () => enterprise().consented('no'),
    { outcome: 'no-permission', task: [gitlab, 'exception'] },
  ],
  [
    'no-enterprise-admin-permission-deletion',
    'support-engineer',
    () => enterprise().ownerDecided(false),
    { outcome: 'no-permission', task: [gitlab, 'exception'] },
  ],
  [
    'enterprise-user-access-not-available',
    'system',
    () => aRequest({ enterprise: true }, { type: 'data-access' }).begun(),
    { outcome: 'not-controller' },
  ],
  ['documents-needed', 'privacy', () => deceased().begun().documentsNeeded(), { window: ['documents', 30] }],
  ['authority-not-established', 'privacy', () => deceased().begun().rejected(), { outcome: 'no-authority' }],
  [
    'authority-not-established',
    'system',
    () => deceased().begun().documentsNeeded().days(31),
    { outcome: 'no-authority' },
  ],
  ['security-notice', 'system', () => aRequest({}, { requesterEmail: 'second@people.example' }).begun(), {}],
  [
    'embargoed-country',
    'system',
    () => aRequest({}, { type: 'data-export', country: 'CU' }).begun(),
    { outcome: 'embargoed', task: ['export', 'exception'] },
  ],
  [
    'project-export-self-serve',
    'support-engineer',
    () => exporting().selfServed(),
    { window: ['self-serve', 7] },
  ],
  [
    'project-export-complete',
    'support-engineer',
    () =>
      exporting().selfServed().helped().ticked('export').uploaded('export').says('project-export-complete'),
    { task: ['export', 'complete'] },
  ],
  [
    'files-ready',
    'support-engineer',
    () => aRequest({}, { type: 'data-access' }).begun().completed('access'),
    { task: ['access', 'complete'] },
  ],
  [
    'deadline-extended',
    'privacy',
    () => working().does(priya, 'extend-deadline', { reason: 'complexity', words: 'Words' }),
    {},
  ],
  [
    'request-refused',
    'privacy',
    () => working().does(priya, 'close', { outcome: 'refused', note }),
    { outcome: 'refused' },
  ],
  ['request-closed', 'system', () => working().does(requester('id'), 'withdraw'), { outcome: 'withdrawn' }],
  ['request-closed', 'system', () => exporting().selfServed().days(8), { outcome: 'no-response' }],
  [
    'request-fulfilled',
    'system',
    () => working().completed(gitlab).foundNowhere().marketed(),
    { outcome: 'fulfilled' },
  ],
  [
    'request-fulfilled',
    'system',
    () => aRequest({ accountState: 'deleted' }).begun().foundNowhere().marketed(),
    { outcome: 'already-deleted' },
  ],
]

describe('the table of messages', () => {
  it('has every message that the handbook names', () => {
    // A link to one's own page and a free answer carry nothing and aren't in it; appeals come from the laws.
    const ours = [
      'access-link',
      'download-code',
      'general-reply',
      'appeal-received',
      'appeal-extended',
      'appeal-answered',
      'complaint-progress',
    ]
    // So does a message that is only sent.
    const only = (key: MessageKey, by: string) => by === 'send-message' && !messageEffects[key]
    const named = [...messageRules.values()]
      .filter(({ key, by }) => !ours.includes(key) && !only(key, by))
      .map(({ key }) => key)
    expect([...new Set(table.map(([key]) => key))].toSorted()).toEqual(named.toSorted())
  })
  it.each(table)('%s, by %s', (key, by, make, { outcome = null, window, task }) => {
    const story = make()
    expect(story.message(key).sender).toBe(by)
    if (outcome) expect(story.request.outcome).toBe(outcome)
    if (outcome && key !== 'request-fulfilled') expect(story.sent).not.toContain('request-fulfilled')
    if (window) {
      const opened = story.request.windows.at(-1)
      expect([opened?.reason, opened?.days]).toEqual(window)
    }
    if (task) expect(story.task(task[0]).resolution).toBe(task[1])
  })
  it('a message that ends a request also closes it: one act, one click', () => {
    for (const [key, , make, { outcome }] of table)
      if (outcome) {
        const story = make()
        const from = story.facts.find(fact => Array.isArray(fact.messages) && fact.messages.includes(key))
        expect(from?.outcome, key).toBe(outcome)
      }
  })
  it('“unconfirmed” sends nothing', () => {
    const story = aRequest().days(8)
    expect(story.request.outcome).toBe('unconfirmed')
    expect(story.sent).toEqual(['request-received'])
  })
  it.each([...messageRules.values()])(
    'send-message runs the same command with the same checks, or refuses and names the command: $key',
    ({ key, by }) => {
      const story = working()
      const before = story.request
      const decision = story.decide(sam, 'send-message', { message: key })
      if (by === 'send-message') expect(decision.ok ? [key] : decision.reason).not.toBe('use-command')
      else expect(decision).toMatchObject({ ok: false, reason: 'use-command', detail: by })
      if (by !== 'send-message' && by !== 'system') expect(requestCommands.has(by)).toBe(true)
      expect(story.request).toBe(before)
    },
  )
})

describe('response windows start when the mail server has accepted the message', () => {
  it.each(
    table
      .filter(([, , , { window }]) => window && window[0] !== 'confirmation')
      .map(([key, , make]) => [key, make] as const),
  )('%s', (key, make) => {
    const story = make()
    const { reason } = story.request.windows.at(-1) ?? {}
    expect(story.facts.findLast(fact => fact.window === reason)?.command, key).toBe('record-delivery')
  })
  it('and says so of the days of an owner, who is written to on a ticket', () => {
    const story = enterprise().consented().does(sam, 'request-owner-contact', { ticket })
    expect(story.request.windows.at(-1)).toMatchObject({ reason: 'owner-decision', days: 10 })
  })
})

describe('the wording of what is told about an account', () => {
  it('is the same whichever of the checks failed', () => {
    const none = aRequest(null).begun()
    const mismatch = aRequest()
    mismatch.mismatch = true
    mismatch.account = { ...robin, username: 'somebody-else' }
    mismatch.begun()
    expect(mismatch.sent).toEqual(none.sent)
    expect(mismatch.variables('no-account-found')).toEqual(none.variables('no-account-found'))
    expect(mismatch.does(system, 'send-access-link').request.outcome).toBe('no-account')
  })
})
