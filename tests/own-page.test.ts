import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ConfirmLink } from '@/components/public/links/confirm-link'
import { ObjectLink } from '@/components/public/links/object-link'
import { SubjectLink } from '@/components/public/links/subject-link'
import { AnswerBy } from '@/components/public/own/answer-by'
import { Disagree, kindNamed } from '@/components/public/own/disagreement'
import { waitingWords } from '@/components/public/standing'
import { remediesNow } from '@/lib/core/advice/remedies-now'
import { lawForPerson } from '@/lib/core/deadlines/law-basis'
import { priya, requester } from './core/cast'
import { aRequest } from './core/given'

type Place = [country: string, region?: string]
const from = (...[country, region]: Place) => aRequest({}, { country, ...(region && { region }) }).begun()
const refused = (...place: Place) =>
  from(...place).does(priya, 'close', { outcome: 'refused', note: 'We must keep it' })

const kinds = (story: ReturnType<typeof from>) =>
  remediesNow(story.request, story.context(requester(story.request.id))).map(({ kind }) => kind)

describe('the day of our answer', () => {
  const said = (now: string) =>
    renderToStaticMarkup(
      createElement(AnswerBy, {
        request: from('NL').request,
        now: new Date(now),
        timeZone: 'Europe/Amsterdam',
      }),
    ).replace(/<[^>]+>/g, '')
  test('is a promise as long as it can be kept', () => {
    expect(said('2026-07-01T21:59:59Z')).toMatch(/^We will answer by .*1 Jul 2026/)
  })
  test('is said to be late once it is past', () => {
    expect(said('2026-07-01T22:00:00Z')).toMatch(
      /^Our answer was due by .*1 Jul 2026.*We are sorry that it is late/,
    )
  })
  test('follows the law of Hong Kong, and not that of China, for somebody who lives there', () => {
    expect(lawForPerson(from('CN', 'CN-HK').request, 'you live')).toContain('the privacy law of Hong Kong')
  })
})

describe('the day of asking', () => {
  const { request } = aRequest({}, { country: 'US', region: 'US-CA' }).begun()
  const elsewhere = {
    ...request,
    receivedAt: new Date('2026-11-11T04:30:00Z'),
    timeZone: 'America/Los_Angeles',
  }
  const given = { token: 't', request: elsewhere, type: undefined, timeZone: 'Europe/Amsterdam' }
  test.each([
    ['to confirm', createElement(ConfirmLink, { ...given, press: 'p' })],
    ['to object', createElement(ObjectLink, { ...given, typed: '' })],
    ['to agree', createElement(SubjectLink, { ...given, typed: '' })],
  ])('on the page of a link %s is that of the zone in which the request is counted', (_which, page) => {
    expect(renderToStaticMarkup(page)).toContain('10 Nov 2026, 20:30')
  })
})

describe('whose subscription we wait for', () => {
  const until = new Date('2026-12-14T22:59:59Z')
  const title = (actingAs: 'self' | 'parent') => {
    const { request } = aRequest().begun()
    const hold = {
      id: 'h',
      reason: 'subscription',
      note: null,
      placedAt: new Date(0),
      placedBy: 'system',
      until,
    } as const
    const open = { ...hold, basis: null, releasedAt: null, releasedBy: null, releasedNote: null }
    return waitingWords({ ...request, actingAs, holds: [open] }, 'Europe/Amsterdam')?.title
  }
  test('is said by who asked', () => {
    expect(title('self')).toBe('We are waiting for your subscription to end')
    expect(title('parent')).toBe('We are waiting for the subscription of the account to end')
  })
})

describe('the ways to disagree', () => {
  test('are an appeal and a complaint where a request has ended under a law that has appeals', () => {
    expect(kinds(refused('US', 'US-VA'))).toEqual(['appeal', 'complaint'])
  })
  test('are a complaint under any other law, and while a request is open', () => {
    for (const country of ['DE', 'GB', 'MV']) expect(kinds(refused(country)), country).toEqual(['complaint'])
    expect(kinds(from('US', 'US-VA'))).toEqual(['complaint'])
  })
  test('are none while one is open, and both again after its answer', () => {
    const story = refused('US', 'US-VA')
    story.does(requester(story.request.id), 'open-appeal', { ground: 'The law ended.' })
    expect(kinds(story)).toEqual([])
    story.does(priya, 'answer-appeal', { granted: false, answer: 'It was extended.' })
    expect(kinds(story)).toEqual(['appeal', 'complaint'])
  })

  const page = (open?: 'appeal' | 'complaint', error?: string) => {
    const story = refused('US', 'US-VA')
    const remedies = remediesNow(story.request, story.context(requester(story.request.id)))
    const given = { remedies, ended: true, open, typed: 'As I said', press: 'p', ...(error && { error }) }
    return renderToStaticMarkup(createElement(Disagree, given))
  }
  const buttons = (markup: string) => [...markup.matchAll(/<button[^>]*>([^<]*)</g)].map(([, said]) => said)

  test('are buttons that say Appeal and Complain, and no form is in the way before one is pressed', () => {
    expect(buttons(page())).toEqual(['Appeal', 'Complain'])
    expect(page()).not.toContain('<textarea')
    expect(page()).toContain('action="/my/request#disagree"')
  })
  test('open a form that keeps what was typed and says what is wrong beside the field', () => {
    expect(buttons(page('appeal'))).toEqual(['Send my appeal', 'Complain'])
    expect(buttons(page('complaint'))).toEqual(['Send my complaint', 'Appeal'])
    const wrong = page('appeal', 'Use at most 10,000 characters.')
    expect(wrong).toContain('>As I said</textarea>')
    expect(wrong).toContain('Use at most 10,000 characters.')
    expect(wrong).toContain('aria-invalid="true"')
  })
  test('are told one after the other, and alone where there is one', () => {
    const told = (markup: string) => [...markup.matchAll(/You can[^.]*\./g)].map(([said]) => said)
    const [appeal, complain] = ['You can appeal.', 'You can also complain about how we handled it.']
    expect(told(page())).toEqual([appeal, complain])
    expect(told(page('appeal'))).toEqual([appeal, complain])
    expect(told(page('complaint'))).toEqual([
      'You can complain about how we handled it.',
      'You can also appeal.',
    ])
  })
  test('are not opened by an address that says anything else', () => {
    expect([kindNamed('appeal'), kindNamed('complaint')]).toEqual(['appeal', 'complaint'])
    expect([kindNamed('withdraw'), kindNamed(['appeal', 'x']), kindNamed(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('the day of the answer', () => {
  const told = (...place: Place) => lawForPerson(from(...place).request, 'you live')
  test('is said to follow the privacy law of the person’s place, by its name', () => {
    expect(told('DE')).toBe('This day follows the privacy law of Germany: GDPR art. 12(3).')
    expect(told('US', 'US-CA')).toMatch(/^This day follows the privacy law of California: CCPA/)
  })
  test('is said to follow another rule where no law is known, and which', () => {
    expect(told('MV')).toBe('We don’t know a privacy law for the Maldives, so this day follows our own rule.')
    expect(told('US', 'US-WY')).toBe(
      'We don’t know a privacy law for Wyoming, so this day follows the shortest time that a privacy law in the United States allows.',
    )
    expect(told('US')).toBe(
      'We don’t know in which part of the United States you live, so this day follows the shortest time that a privacy law there allows.',
    )
  })
  test('never asks where somebody who has died lives', () => {
    const { request } = aRequest({}, { type: 'deceased-deletion', relationship: 'authorized-agent' })
    const nowhere = { ...request, country: null, region: null, lawBasis: 'default' as const }
    expect(lawForPerson(nowhere, null)).toBe('This day follows our own rule.')
    expect(lawForPerson(nowhere, 'they live')).toBe(
      'We don’t know in which country they live, so this day follows our own rule.',
    )
  })
})
