import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { refusalWords } from '@/lib/core/api/refusal-words'
import { appealDeadline, appealUnder } from '@/lib/core/deadlines/appeal'
import { dayInWords, parseDay } from '@/lib/core/deadlines/days'
import { laws } from '@/lib/core/deadlines/laws/index'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { represent } from '@/lib/core/view/representation'
import { carl, priya, requester, sam } from './cast'
import { aRequest } from './given'
import { at, local, zone } from './runner'

/** A request that Privacy has refused on 2026-06-01, by where the person lives. */
const refused = (country = 'US', region: string | null = 'US-VA') =>
  aRequest({}, { country, ...(region && { region }) })
    .begun()
    .does(priya, 'close', { outcome: 'refused', note: 'We must keep it' })
const ground = 'You say that you must keep it. The law that you name ended last year.'
const appealed = () => refused().does(sam, 'open-appeal', { ground })
const due = (story: ReturnType<typeof refused>) => local(story.request.appeals.at(-1)?.dueOn ?? new Date(0))

describe('an appeal', () => {
  it('is opened by support or Privacy on a closed request, with a due date of its own', () => {
    const story = appealed()
    expect(story.request.appeals).toMatchObject([{ kind: 'appeal', ground, granted: null, answeredAt: null }])
    expect(due(story)).toBe('2026-07-31T23:59:59')
    expect(story.request.state).toBe('closed')
    expect(story.request.outcome).toBe('refused')
  })
  it('leaves the request’s own due date alone', () => {
    expect(appealed().request.dueOn).toEqual(refused().request.dueOn)
  })
  it('is acknowledged at once, with the day by which the person hears, and Privacy is told', () => {
    const story = appealed()
    expect(story.sent.at(-1)).toBe('appeal-received')
    expect(story.variables('appeal-received')).toEqual({
      appeal: 'appeal',
      appeal_due_on: '2026-07-31',
    })
    expect(story.told('privacy').at(-1)).toBe('appeal')
  })
  it('waits for Privacy, who alone answer it', () => {
    const story = appealed()
    expect(waitingOn(story.request)).toBe('privacy')
    expect(adviceFor(story.request)[0]?.steps.map(step => step.command)).toEqual(['answer-appeal'])
    for (const actor of [sam, carl])
      expect(story.attempt(actor, 'answer-appeal', { granted: true, answer: 'Yes' })).toBe('not-allowed')
  })
  it.each([
    [true, /change our answer/],
    [false, /our answer stays/],
  ])('answered (granted: %s) tells the person, and whom they can turn to next', (granted, decision) => {
    const story = appealed().days(3)
    story.does(priya, 'answer-appeal', { granted, answer: 'The law was extended.' })
    expect(story.request.appeals).toMatchObject([
      { granted, answer: 'The law was extended.', answeredAt: story.now, answeredById: 'priya' },
    ])
    expect(story.sent.at(-1)).toBe('appeal-answered')
    expect(story.variables('appeal-answered')).toEqual({
      appeal: 'appeal',
      appeal_decision: expect.stringMatching(decision),
      appeal_answer: 'The law was extended.',
      complaint_authority: 'the state’s Attorney General',
      court: '',
    })
    expect(waitingOn(story.request)).toBe('nobody')
    expect(story.request.outcome).toBe('refused')
  })
  it('counts from the day on which it arrived, which may be earlier', () => {
    const story = refused().days(10)
    expect(story.attempt(sam, 'open-appeal', { ground, receivedOn: '2026-05-31' })).toBe('invalid-input')
    expect(story.attempt(sam, 'open-appeal', { ground, receivedOn: '2026-06-20' })).toBe('invalid-input')
    story.does(sam, 'open-appeal', { ground, receivedOn: '2026-06-04' })
    expect(due(story)).toBe('2026-08-03T23:59:59')
  })
  it('can’t have come before the request ended; a complaint can', () => {
    const ended = () => {
      const story = aRequest({}, { country: 'US', region: 'US-VA' }).begun().days(5)
      return story.does(priya, 'close', { outcome: 'refused', note: 'x' }).days(3)
    }
    const receivedOn = '2026-06-03'
    expect(ended().attempt(sam, 'open-appeal', { ground, receivedOn })).toBe('invalid-input')
    expect(ended().attempt(sam, 'open-appeal', { ground, receivedOn: '2026-06-06' })).toBeNull()
    expect(ended().attempt(sam, 'open-complaint', { ground, receivedOn })).toBeNull()
    expect(ended().attempt(sam, 'open-complaint', { ground, receivedOn: '2026-05-31' })).toBe('invalid-input')
    expect(refusalWords('invalid-input', { detail: 'receivedOn' })).toContain('before what it answers')
  })
  it('is one at a time, and another one can follow', () => {
    const story = appealed()
    expect(story.attempt(sam, 'open-appeal', { ground })).toBe('appeal-open')
    story.does(priya, 'answer-appeal', { granted: false, answer: 'It stays' })
    expect(story.attempt(priya, 'answer-appeal', { granted: true, answer: 'x' })).toBe('no-appeal-open')
    expect(story.attempt(priya, 'open-appeal', { ground })).toBeNull()
  })
  it('is against an answer: not while the request is open, nor where nobody has confirmed it', () => {
    const open = aRequest({}, { country: 'US', region: 'US-VA' })
    expect(open.attempt(sam, 'open-appeal', { ground })).toBe('illegal-state')
    open.clock('2026-06-09T00:00')
    expect(open.request.outcome).toBe('unconfirmed')
    expect(open.attempt(sam, 'open-appeal', { ground })).toBe('illegal-state')
  })
  it('is no appeal to us where the law has none', () => {
    for (const [country, region] of [
      ['NL', null],
      ['US', 'US-CA'],
      ['US', 'US-UT'],
      ['BR', null],
    ] as const)
      expect(refused(country, region).attempt(sam, 'open-appeal', { ground }), region ?? country).toBe(
        'no-appeal',
      )
  })
  it('can still be answered when the request was reopened meanwhile', () => {
    const story = aRequest({ privateProjects: 3 }, { country: 'US', region: 'US-VA', rating: 'high' })
    story.begun().asked().does(sam, 'fail-verification', { note: 'Wrong' })
    story.does(sam, 'open-appeal', { ground }).does(sam, 'reopen', { reason: 'They have a point' })
    expect(story.state).toBe('verifying')
    expect(story.attempt(priya, 'answer-appeal', { granted: true, answer: 'You are right' })).toBeNull()
  })
  it('is shown by the API, its words to support and Privacy alone', () => {
    const { request } = appealed()
    const shown = (actor: typeof sam) => represent(request, actor, zone, { fourEyes: [] }).appeals
    expect(shown(sam)).toMatchObject([{ kind: 'appeal', dueOn: '2026-07-31T23:59:59+02:00', ground }])
    expect(shown(carl)).toMatchObject([{ kind: 'appeal', ground: null, answer: null }])
  })
})

describe('the person themselves', () => {
  const robin = requester('id')
  it('appeal on their own page, where the law has an appeal', () => {
    const story = refused().does(robin, 'open-appeal', { ground })
    expect(story.request.appeals).toMatchObject([{ kind: 'appeal', ground, openedById: null }])
    expect(due(story)).toBe('2026-07-31T23:59:59')
    expect(story.sent.at(-1)).toBe('appeal-received')
    expect(story.told('privacy').at(-1)).toBe('appeal')
    expect(refused('NL', null).attempt(robin, 'open-appeal', { ground })).toBe('no-appeal')
  })
  it('can’t say that it arrived on another day', () => {
    const story = refused().days(3)
    expect(story.attempt(robin, 'open-appeal', { ground, receivedOn: '2026-06-02' })).toBe('invalid-input')
  })
  it.each([
    ['verifying', aRequest({ accountState: 'banned' }, { country: 'GB', on: '2026-06-20T12:00' })],
    ['processing', aRequest({}, { country: 'GB', on: '2026-06-20T12:00' })],
  ])(
    'complain about a request that is %s, which continues as before once Privacy has read it',
    (state, story) => {
      story.begun()
      const advice = adviceFor(story.request)[0]
      const turn = waitingOn(story.request)
      story.does(robin, 'open-complaint', { ground: 'You take too long.' })
      expect(story.request).toMatchObject({ state, appeals: [{ kind: 'complaint' }] })
      expect(due(story)).toBe('2026-07-20T23:59:59')
      expect(waitingOn(story.request)).toBe('privacy')
      story.does(priya, 'mark-read')
      expect(waitingOn(story.request)).toBe(turn)
      expect(adviceFor(story.request)[0]).toEqual(advice)
      expect(
        adviceFor(story.request)
          .at(-1)
          ?.steps.map(step => step.command),
      ).toEqual(['answer-appeal'])
      expect(story.variables('appeal-received')).toMatchObject({ appeal: 'complaint' })
    },
  )
  it('complain under a law that has no appeal, and hear within the organisation’s own 30 days', () => {
    for (const [country, region] of [
      ['NL', null],
      ['US', 'US-CA'],
      ['US', 'US-VA'],
    ] as const) {
      const story = refused(country, region).does(robin, 'open-complaint', { ground })
      expect(story.request.appeals).toMatchObject([{ kind: 'complaint' }])
      expect(due(story), region ?? country).toBe('2026-07-01T23:59:59')
      expect(story.attempt(priya, 'extend-appeal', { reason: 'complexity' })).toBe('not-extendable')
    }
  })
  it('complain once at a time, and again after the answer', () => {
    const story = aRequest({}, { country: 'NL' }).begun().does(robin, 'open-complaint', { ground })
    expect(story.attempt(robin, 'open-complaint', { ground })).toBe('appeal-open')
    story.does(priya, 'answer-appeal', { decision: 'partly', answer: 'You are right about the delay.' })
    expect(story.attempt(robin, 'open-complaint', { ground })).toBeNull()
    expect(story.request.appeals).toHaveLength(2)
  })
  it('complain of nothing that nobody has confirmed', () => {
    expect(aRequest().attempt(robin, 'open-complaint', { ground })).toBe('illegal-state')
    const silent = aRequest().days(8)
    expect(silent.attempt(robin, 'open-complaint', { ground })).toBe('illegal-state')
  })
})

describe('an answer in part', () => {
  it('is said as such, and is kept beside whether anything changes', () => {
    const story = appealed().does(priya, 'answer-appeal', {
      decision: 'partly',
      answer: 'The invoices stay.',
    })
    expect(story.request.appeals).toMatchObject([{ granted: true, decision: 'partly' }])
    expect(story.variables('appeal-answered')).toMatchObject({
      appeal_decision: 'You are right in part, and we change that part of our answer.',
    })
    expect(story.last).toMatchObject({ granted: true, decision: 'partly' })
    expect(represent(story.request, priya, zone, { fourEyes: [] }).appeals).toMatchObject([
      { granted: true, decision: 'partly' },
    ])
  })
  it('needs a decision, and none that contradicts itself', () => {
    const story = appealed()
    expect(story.attempt(priya, 'answer-appeal', { answer: 'x' })).toBe('invalid-input')
    const both = { granted: false, decision: 'partly', answer: 'x' }
    expect(story.attempt(priya, 'answer-appeal', both)).toBe('invalid-input')
  })
})

describe('a complaint in the United Kingdom', () => {
  const complained = (on: string) =>
    aRequest({}, { country: 'GB', on })
      .begun()
      .does(priya, 'close', { outcome: 'refused', note: 'We must keep it' })
  it('is acknowledged at once and answered within 30 days', () => {
    const story = complained('2026-06-20T12:00').does(sam, 'open-appeal', { ground })
    expect(story.request.appeals).toMatchObject([{ kind: 'complaint' }])
    expect(story.variables('appeal-received')).toMatchObject({ appeal: 'complaint' })
    expect(due(story)).toBe('2026-07-20T23:59:59')
  })
  it('has that clock since 19 June 2026', () => {
    expect(complained('2026-06-18T12:00').attempt(sam, 'open-appeal', { ground })).toBe('no-appeal')
    expect(complained('2026-06-19T12:00').attempt(sam, 'open-appeal', { ground })).toBeNull()
  })
})

describe('the laws’ clocks for appeals', () => {
  it.each([
    ['us_va', 60],
    ['us_co', 45],
    ['us_ct', 60],
    ['us_tx', 60],
    ['us_or', 45],
    ['us_mt', 60],
    ['us_ia', 60],
    ['us_fl', 60],
    ['us_mn', 45],
    ['us_nj', 45],
    ['us_md', 60],
    ['us_std', 60],
    ['us_de', 60],
    ['us_nh', 60],
    ['us_wa', 45],
    ['us_ri', 60],
    ['us_ok', 45],
    ['uk_gdpr', 30],
  ])('%s: %s days, which roll forward in the United Kingdom alone', (id, days) => {
    const law = laws.find(law => law.id === id)
    const receivedAt = at('2027-09-01T12:00')
    const appeal = law && appealUnder(law, receivedAt, zone)
    if (!law || !appeal) throw new Error(`${id} has no appeal`)
    const day = new Date(Date.parse('2027-09-01T12:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)
    const calendar = { name: 'a calendar', on: (on: object) => (String(on) === day ? 'Closed' : null) }
    const { dueOn, working } = appealDeadline({ law, appeal, receivedAt, timeZone: zone, calendar })
    // 1 October 2027 is a Friday.
    const last = id === 'uk_gdpr' ? '2027-10-04' : day
    expect(local(dueOn)).toBe(`${last}T23:59:59`)
    expect(working).toEqual(
      expect.arrayContaining([
        `${law.name}, ${appeal.kind}: ${days} days`,
        `Due at the end of ${dayInWords(parseDay(last))}`,
      ]),
    )
  })
  it('are no other law’s', () => {
    const having = laws.filter(law => law.appeal).map(law => law.id)
    expect(having).toHaveLength(18)
  })
})
