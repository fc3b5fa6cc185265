import { describe, expect, it } from 'vitest'
import { windowReasons } from '@/lib/core/request/response-window'
import { sam } from './cast'
import { aRequest, type Story } from './given'
import { local } from './runner'

const died = {
  type: 'deceased-deletion',
  relationship: 'authorized-agent',
  requesterEmail: 'kim@family.example',
} as const
const deceased = () => aRequest({}, died)
const enterprise = () => aRequest({ enterprise: true }, { type: 'enterprise-deletion' }).begun()
const gitlab = 'gitlab-deletion'

// Every window: who is awaited, the days, whether they are reminded, and what their silence ends in.
const windows = [
  ['confirmation', 7, false, () => aRequest(), 'unconfirmed', null, null],
  [
    'confirmation',
    7,
    false,
    () => aRequest({}, { type: 'forum-deletion' }),
    'no-response',
    'request-closed',
    null,
  ],
  [
    'verification',
    7,
    true,
    () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked(),
    'not-verified',
    'failed-verification',
    gitlab,
  ],
  ['owner-consent', 7, true, enterprise, 'no-permission', 'no-enterprise-admin-permission-deletion', gitlab],
  [
    'owner-decision',
    10,
    true,
    () => enterprise().consented().ownerContacted(),
    'no-permission',
    'no-enterprise-admin-permission-deletion',
    gitlab,
  ],
  [
    'documents',
    30,
    true,
    () => deceased().begun().documentsNeeded(),
    'no-authority',
    'authority-not-established',
    null,
  ],
  [
    'self-serve',
    7,
    true,
    () => aRequest({}, { type: 'data-export', country: 'NL' }).begun().selfServed(),
    'no-response',
    'request-closed',
    'export',
  ],
  [
    'subject-confirmation',
    14,
    true,
    () =>
      aRequest({}, { actingAs: 'authorized-agent', requesterEmail: 'kim@law.example' })
        .begun()
        .validated({ confirmation: true }),
    'no-authority',
    'authority-not-established',
    null,
  ],
  [
    'verification',
    30,
    true,
    () =>
      aRequest({ privateProjects: 1 }, { ...died, rating: 'high' })
        .begun()
        .validated()
        .asked(),
    'not-verified',
    'failed-verification',
    gitlab,
  ],
] as const

/** The end of the last day, counted from the day after sending; all of this is sent on 1 June 2026 at noon. */
const lastDay = (days: number, before = 0): string =>
  new Date(Date.UTC(2026, 5, 1 + days - before)).toISOString().slice(0, 10)

describe('the windows', () => {
  it('are all thought of; only silence to what somebody means ends nothing', () => {
    const reasons = new Set<string>(['clarification', ...windows.map(([reason]) => reason)])
    expect(reasons).toEqual(new Set(windowReasons))
  })
  describe.each(windows)('%s, %i days', (reason, days, reminded, make, outcome, told, task) => {
    const reminders = (story: Story) => story.sent.filter(item => item === 'reminder').length
    it('ends at the end of the last day, counted from the day after sending', () => {
      const story = make()
      const opened = story.request.windows.find(window => !window.closedAt)
      expect([opened?.reason, opened?.days]).toEqual([reason, days])
      expect(opened && local(opened.endsAt)).toBe(`${lastDay(days)}T23:59:59`)
      const { state } = story
      expect(story.clock(`${lastDay(days)}T23:59:59`).state).toBe(state)
    })
    it(reminded ? 'is reminded of two days before, once' : 'gets no reminder', () => {
      const story = make()
      expect(reminders(story.clock(`${lastDay(days, 3)}T23:59:59`))).toBe(0)
      expect(reminders(story.clock(`${lastDay(days, 2)}T12:00`))).toBe(reminded ? 1 : 0)
      expect(reminders(story.clock(`${lastDay(days, 1)}T12:00`))).toBe(reminded ? 1 : 0)
    })
    it('then the system acts by itself, says so in the audit, and nothing is deleted', () => {
      const story = make().clock(`${lastDay(days + 1)}T00:00:00`)
      expect(story.request).toMatchObject({ state: 'closed', outcome, erasureBegunAt: null })
      expect(story.last).toMatchObject({ by: 'system', command: 'lapse-window', lapsed: reason })
      expect(story.sent.includes('request-fulfilled')).toBe(false)
      if (told) expect(story.message(told).sender).toBe('system')
      if (task)
        expect(story.task(task)).toMatchObject({ resolution: 'exception', note: expect.stringMatching(/.+/) })
      expect(story.tasksThat('open')).toEqual([])
    })
    it('doesn’t run out while a hold is open', () => {
      const story = make()
      if (story.state === 'submitted') return
      expect(story.held().days(days + 5).state).toBe('verifying')
      expect(reminders(story)).toBe(0)
    })
  })
  it('a search that is done by then stays done, and what it found is not deleted', () => {
    const story = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked()
    story.found({ zendesk: true, customersPortal: true }).days(8)
    expect(story.request.outcome).toBe('not-verified')
    expect(story.request.tasks.map(task => task.key)).not.toContain('zendesk-deletion')
    expect(story.attempt(sam, 'reopen', { reason: 'x' })).toBeNull()
  })
  it('and so does one that found the person in one system: reopened, it isn’t searched again', () => {
    const story = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked()
    story.found({ zendesk: true, customersPortal: false }).days(8).does(sam, 'reopen', { reason: 'Was away' })
    expect(story.task('zendesk-cdot-deletion').resolution).toBe('exception')
    expect(story.task('gitlab-deletion').state).toBe('open')
    expect(story.answered().passed().tasksThat('open')).toContain('zendesk-deletion')
  })
})
