import { describe, expect, it } from 'vitest'
import { standingOf } from '@/app/(desk)/off-channel/labels'
import { destinationKeys, destinationsByKey } from '@/lib/core/handbook/portability'
import { answerText, macroOf, whatNow } from '@/lib/core/off-channel/answer-text'
import { answerOf, offChannelRules } from '@/lib/core/off-channel/answers'
import { dueOf } from '@/lib/core/off-channel/due'
import { type Answering, channels, type OffChannelAnswer } from '@/lib/core/off-channel/off-channel'
import { at, rules, zone } from './runner'

const words = {
  organisation: 'Example',
  privacy_center: 'https://privacy.example',
  export_steps: 'https://steps.example',
  contact: 'privacy@example.org',
}
const entry = {
  channel: 'letter',
  destination: null,
  dueOn: at('2026-07-01T23:59'),
  reference: null,
  finishedAt: null,
  solved: false,
} as const
const answers = [...offChannelRules.values()].flatMap(({ asks, answers }) =>
  answers.map(answer => [asks, answer.key, answer] as const),
)
const known = (asks: string, key: string): OffChannelAnswer => answerOf(asks, key) ?? expect.unreachable()
const told = (answer: OffChannelAnswer, more: object = {}) =>
  answerText(answer, { ...entry, ...more }, words, { timeZone: zone, now: at('2026-06-01T12:00') })
const deletion = known('account-deletion', 'deletion-instructions')

describe('the handbook’s table of off-channel answers', () => {
  it('has each thing that can be asked for, its answer, and what becomes of the ticket', () => {
    const macro = 'Support::SaaS::Gitlab.com::Account Deletion Instructions - GitLab.com'
    expect(
      answers.map(([asks, key, { ticket, opens, macro, privacyBy }]) => [
        asks,
        key,
        ticket,
        opens ?? macro ?? (privacyBy && 'Privacy'),
      ]),
    ).toEqual([
      ['account-deletion', 'deletion-instructions', 'solved', macro],
      ['data-access', 'privacy-center-link', 'solved', undefined],
      ['data-export', 'privacy-center-link', 'solved', undefined],
      ['data-export', 'open-export', 'kept', 'data-export'],
      ['data-portability', 'portability-instructions', 'kept', undefined],
      ['forum-deletion', 'open-forum-deletion', 'kept', 'forum-deletion'],
      ['rectification', 'privacy-center-link', 'solved', undefined],
      ['objection', 'privacy-center-link', 'solved', undefined],
      ['marketing-opt-out', 'privacy-center-link', 'solved', undefined],
      ['complaint', 'to-privacy', 'kept', 'Privacy'],
      ['restriction', 'to-privacy', 'kept', 'Privacy'],
      ['consent-withdrawal', 'to-privacy', 'kept', 'Privacy'],
      ['other', 'to-privacy', 'kept', 'Privacy'],
    ])
  })
})

describe.each(answers)('%s, %s', (_asks, _key, answer) => {
  it.each(channels)('is answered in words that fit a %s', channel => {
    const text = told(answer, { channel })
    expect(text).not.toMatch(/[{}]/)
    if (channel !== 'support-ticket') {
      expect(text).not.toMatch(/ticket|macro/i)
      expect(macroOf(answer, channel)).toBeNull()
    }
    expect(whatNow(answer, { ...entry, channel })).not.toMatch(
      channel === 'letter' ? /ticket|macro/i : /macro/i,
    )
  })
})

describe('an answer', () => {
  it('names its macro for a support ticket alone', () => {
    expect(channels.filter(channel => macroOf(deletion, channel) !== null)).toEqual(['support-ticket'])
  })
  it('tells those who act for somebody else where the form is, what proof is needed and whom to ask', () => {
    const text = told(deletion)
    for (const part of ['https://privacy.example', 'their signed permission', 'privacy@example.org'])
      expect(text).toContain(part)
  })
  it('asks for what a request needs before it says that one is open', () => {
    for (const [asks, key] of [
      ['forum-deletion', 'open-forum-deletion'],
      ['data-export', 'open-export'],
    ] as const) {
      const answer = known(asks, key)
      expect(told(answer)).toContain('we need to know')
      expect(told(answer)).not.toContain('We have opened')
      expect(told(answer, { reference: 'PR-AAAA-BBBB' })).toContain('We have opened a request')
      expect(whatNow(answer, entry)).toContain('Nothing is open yet')
      expect(whatNow(answer, { ...entry, reference: 'PR-AAAA-BBBB' })).toContain('A request is open for it')
    }
  })
  it('has the steps of the platform that they move to, and asks which it is before', () => {
    const answer = known('data-portability', 'portability-instructions')
    expect(told(answer)).toContain('Which platform do you want to move to?')
    for (const destination of destinationKeys) {
      const text = told(answer, { destination })
      for (const step of destinationsByKey.get(destination)?.steps ?? []) expect(text).toContain(step)
      expect(text).not.toContain('Which platform')
    }
  })
  it('of Privacy’s names the day', () => {
    expect(told(known('complaint', 'to-privacy'))).toContain('by 1 July 2026 at the latest')
  })
  it('of Privacy’s promises no day that is past, where a letter lay somewhere', () => {
    const text = told(known('complaint', 'to-privacy'), { dueOn: at('2026-05-20T23:59') })
    expect(text).not.toContain('at the latest')
    expect(text).toContain('We are sorry that this is late: you should have had an answer by 20 May 2026.')
  })
})

interface Place {
  law?: string
  on?: string
  country?: string | null
  region?: string | null
}

describe('the day by which an arrival is to be answered', () => {
  const knows = (defaultLaw: string) => ({
    rules: { ...rules, defaultLaw },
    timeZone: zone,
    holidaysOf: () => () => null,
    now: at('2026-06-01T12:00'),
  })
  const lawful = (
    asks: string,
    key: string,
    { law = 'gdpr', on = '2026-06-01T12:00', country = null, region = null }: Place = {},
  ) => dueOf(known(asks, key), { receivedAt: at(on), country, region }, knows(law))
  const due = (asks: string, key: string, law = 'gdpr', on = '2026-06-01T12:00') =>
    lawful(asks, key, { law, on })?.dueOn.toISOString().slice(0, 10) ?? null

  it('is the default law’s month', () => {
    for (const asks of ['restriction', 'consent-withdrawal', 'other'])
      expect(due(asks, 'to-privacy'), asks).toBe('2026-07-01')
  })
  it('is 30 days for a complaint under every law, and the next working day in the United Kingdom', () => {
    expect(due('complaint', 'to-privacy', 'gdpr', '2026-07-01T12:00')).toBe('2026-07-31')
    // The thirtieth day is Saturday 1 August.
    expect(due('complaint', 'to-privacy', 'gdpr', '2026-07-02T12:00')).toBe('2026-08-01')
    expect(due('complaint', 'to-privacy', 'uk_gdpr', '2026-07-02T12:00')).toBe('2026-08-03')
  })
  it('is sooner for a consent that is withdrawn, where the default law says so', () => {
    expect(due('consent-withdrawal', 'to-privacy', 'us_ca')).toBe('2026-06-22')
  })
  it('is that of the law of the place where the person lives, where they said it', () => {
    const of = (country: string, region: string | null = null) => {
      const answer = lawful('consent-withdrawal', 'to-privacy', { country, region })
      return (
        answer && [answer.dueRule.split('@')[0], answer.lawBasis, answer.dueOn.toISOString().slice(0, 10)]
      )
    }
    expect(of('BR')).toEqual(['br_lgpd', 'country', '2026-06-16'])
    expect(of('US', 'US-CA')).toEqual(['us_ca', 'region', '2026-06-22'])
    expect(of('US')).toEqual(['shortest-us', 'shortest-of-country', '2026-06-16'])
    expect(of('MV')).toEqual(['gdpr', 'default', '2026-07-01'])
    const complaint = (country: string) =>
      lawful('complaint', 'to-privacy', { country, on: '2026-07-02T12:00' })?.dueOn.toISOString().slice(0, 10)
    expect(complaint('DE')).toBe('2026-08-01')
    expect(complaint('GB')).toBe('2026-08-03')
  })
  it('counts from the day on which it reached us, and not from the one on which it was logged', () => {
    expect(due('other', 'to-privacy', 'gdpr', '2026-05-04T12:00')).toBe('2026-06-04')
  })
  it('counts for a correction, an objection or an opt-out, though the person is sent to the form', () => {
    for (const asks of ['rectification', 'objection', 'marketing-opt-out'])
      expect(due(asks, 'privacy-center-link'), asks).toBe('2026-07-01')
    expect(due('objection', 'privacy-center-link', 'us_ca')).toBe('2026-06-22')
  })
  it('is none where the handbook’s answer is all that there is to it', () => {
    expect(due('data-access', 'privacy-center-link')).toBeNull()
  })
})

describe('an entry that came by itself', () => {
  const from = (answering: Answering, more = {}) => ({
    ...entry,
    channel: 'support-ticket' as const,
    answering,
    systemName: 'Zendesk',
    ...more,
  })
  it('is being answered, and nobody has to do anything', () => {
    expect(whatNow(deletion, from('queued'))).toMatch(/^Zendesk is being answered automatically/)
    expect(whatNow(deletion, from('queued', { finishedAt: new Date(0) }))).toBe(
      'There is nothing left to do.',
    )
  })
  it('says what is left once it was answered', () => {
    expect(whatNow(deletion, from('answered'))).toContain('the ticket isn’t solved')
    expect(whatNow(known('other', 'to-privacy'), from('answered'))).toContain('Privacy now answers')
    const forum = known('forum-deletion', 'open-forum-deletion')
    expect(whatNow(forum, from('answered'))).toContain('They were asked for what the request needs')
    expect(whatNow(forum, from('answered', { reference: 'PR-1' }))).toContain('A request is open for it')
    const moves = known('data-portability', 'portability-instructions')
    expect(whatNow(moves, from('answered'))).toContain('They were asked where they want to move to')
    expect(whatNow(moves, from('answered', { destination: 'github' }))).toContain('Send this answer')
  })
  it('is a person’s to answer where the system couldn’t be', () => {
    expect(whatNow(deletion, from('failed'))).toBe('Send this answer and solve the ticket. Then say so here.')
    const row = { solved: false, finishedAt: null, dueOn: null }
    const standing = (answering: Answering | null, dueOn: Date | null = null) =>
      standingOf({ ...row, dueOn, answering }, new Date(9)).words
    expect([standing(null), standing('queued'), standing('answered')]).toEqual([
      'Open',
      'Being answered',
      'Answered',
    ])
    expect(standing('failed', new Date(0))).toBe('Answer by hand')
    expect(standing('queued', new Date(0))).toBe('Overdue')
  })
})
