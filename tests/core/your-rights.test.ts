import { describe, expect, it } from 'vitest'
import { laws } from '@/lib/core/deadlines/laws/index'
import { lawOf as lawOfRequest } from '@/lib/core/deadlines/of-request'
import { declines, yourRights } from '@/lib/core/derived/your-rights'
import { declinesBy } from '@/lib/core/handbook/outcomes'
import { type Outcome, outcomes } from '@/lib/core/request/request'
import { priya, requester, sam } from './cast'
import { aRequest, type Story, siblings } from './given'
import { at, rules, zone } from './runner'

const note = 'x'
const risky = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun()
const deceased = {
  type: 'deceased-deletion',
  relationship: 'authorized-agent',
  requesterEmail: 'kim@family.example',
} as const
const exporting = { type: 'data-export', country: 'NL' }

function duplicate(): Story {
  const earlier = aRequest({ accountState: 'banned' }, { name: 'earlier', on: '2026-05-01T12:00' }).begun()
  const later = aRequest({ accountState: 'banned' }).begun()
  siblings(earlier, later)
  return later.does(sam, 'mark-duplicate')
}

/** A request that has ended so. */
const ended: Readonly<Record<Outcome, () => Story>> = {
  fulfilled: () => aRequest().begun().completed('gitlab-deletion').foundNowhere().marketed(),
  'already-deleted': () => risky().vanished().says('account-already-deleted'),
  'no-account': () => aRequest(null).begun(),
  duplicate,
  'not-verified': () => risky().asked().days(8),
  'no-permission': () => aRequest({ enterprise: true }, { type: 'enterprise-deletion' }).begun().days(8),
  'not-controller': () => aRequest({ enterprise: true }, { type: 'data-access' }).begun(),
  'security-denied': () => aRequest({ accountState: 'banned' }).begun().reviewRequested().reviewed('denied'),
  embargoed: () => aRequest({}, { ...exporting, country: 'IR' }).begun(),
  'no-authority': () => aRequest({}, deceased).begun().rejected(),
  'no-response': () => aRequest({}, exporting).begun().selfServed().days(8),
  withdrawn: () => aRequest().begun().does(requester('id'), 'withdraw'),
  unconfirmed: () => aRequest().days(8),
  refused: () => aRequest().begun().does(priya, 'close', { outcome: 'refused', note }),
}

/** The keys of the messages that carry the person's rights. */
const carrying = (story: Story) =>
  story.effects.flatMap(effect => (effect.kind === 'message' && effect.declines ? [effect.key] : []))

const said = (story: Story, law = laws[0]) => {
  if (!law) throw new Error('no law')
  return yourRights(story.request, {
    law,
    authority: law.complaint,
    at: at('2027-06-01T12:00'),
    timeZone: zone,
  }).join('\n\n')
}
const lawOf = (id: string) => laws.find(law => law.id === id)

describe('how a request ends', () => {
  it.each(outcomes)(
    '%s: the message that ends it carries the person’s rights exactly where it declines',
    outcome => {
      const story = ended[outcome]()
      expect(story.request.outcome).toBe(outcome)
      const last = story.sent.at(-1)
      const declined = declinesBy[outcome] === 'always' || outcome === 'already-deleted'
      expect(declines(story.request)).toBe(declined)
      expect(carrying(story)).toEqual(declined ? [last] : [])
    },
  )

  it.each(
    outcomes
      .filter(outcome => declinesBy[outcome] === 'always')
      .flatMap(outcome => laws.map(law => [outcome, law] as const)),
  )(
    '%s under $id: says how to disagree with us, by when we decide, and who hears them after us',
    (outcome, law) => {
      const words = said(ended[outcome](), law)
      const { appeal } = law
      if (appeal?.kind === 'appeal') {
        expect(words).toContain(`You can appeal to us. We will decide within ${appeal.respond.n} days.`)
        expect(words).toContain(`After that you can complain to ${appeal.authority}.`)
        expect(words).toContain('press Appeal')
      } else {
        expect(words).toMatch(/You can complain to us\. We will answer within \d+ days\./)
        expect(words).toContain(`You can also complain to ${law.complaint}.`)
        expect(words).toContain('press Complain')
      }
      expect(/court/.test(words)).toBe(law.court !== undefined)
      expect(words.includes('could not authenticate')).toBe(outcome === 'not-verified')
    },
  )

  it('already deleted, with the rest done, declines nothing', () => {
    const story = aRequest({ accountState: 'deleted' }).begun().foundNowhere().marketed()
    expect(story.request.outcome).toBe('already-deleted')
    expect(carrying(story)).toEqual([])
  })

  it('refused after a reopening says it again', () => {
    const story = ended['not-verified']().does(sam, 'reopen', { reason: 'Was away' })
    story.does(priya, 'close', { outcome: 'refused', note })
    expect(carrying(story)).toEqual(['failed-verification', 'request-refused'])
  })
})

describe('the words', () => {
  it('in Virginia are an appeal, its days, and the Attorney General after it, and no court', () => {
    expect(said(ended.refused(), lawOf('us_va'))).toBe(
      'You can appeal to us. We will decide within 60 days. After that you can complain to the state’s Attorney General.\n\nTo appeal, open the page of your request and press Appeal.',
    )
  })
  it.each(laws.filter(law => law.id.startsWith('us_')))('under $id claim no right to go to court', law => {
    expect(said(ended.refused(), law)).not.toMatch(/court/i)
  })
  it('name the organisation’s own choice where the law only stands in, also for one that has appeals', () => {
    const law = lawOf('us_va')
    if (!law) throw new Error('no law')
    const story = aRequest({}, { country: 'AQ', rules: { defaultLaw: 'us_va' } }).begun()
    story.does(priya, 'close', { outcome: 'refused', note })
    const given = { law, authority: 'the ombudsman', at: story.now, timeZone: zone }
    const words = yourRights(story.request, given).join(' ')
    expect(words).toContain(
      'You can appeal to us. We will decide within 60 days. After that you can complain to the ombudsman.',
    )
  })
  it('in the United States without a known state are the shortest appeal of its laws, and no court', () => {
    const story = aRequest({}, { country: 'US' }).begun()
    story.does(priya, 'close', { outcome: 'refused', note })
    const words = said(story, lawOfRequest(story.request, { timeZone: zone, rules }))
    expect(words).toMatch(
      /^You can appeal to us\. We will decide within 45 days\. After that you can complain to /,
    )
    expect(words).not.toMatch(/court/i)
  })
  it.each(['gdpr', 'uk_gdpr'])('under %s name the court, too', id => {
    expect(said(ended.refused(), lawOf(id))).toContain('You can also take us to court.')
  })
  it('in the United Kingdom have the law’s 30 days for a complaint', () => {
    expect(said(ended.refused(), lawOf('uk_gdpr'))).toContain(
      'You can complain to us. We will answer within 30 days. You can also complain to the Information Commissioner’s Office (ico.org.uk).',
    )
  })
  it('say what would help where the request could not be authenticated', () => {
    expect(said(ended['not-verified'](), lawOf('us_ct'))).toMatch(
      /could not authenticate this request.*It would help to have your answers/,
    )
  })
  it('ask those who act for another, or for somebody who has died, for nothing that only the owner knows', () => {
    const acting = { actingAs: 'authorized-agent', requesterEmail: 'kim@law.example' } as const
    for (const given of [deceased, acting]) {
      const story = aRequest({ privateProjects: 1 }, { ...given, rating: 'high' })
        .begun()
        .validated()
      story.asked().days(31)
      expect(story.request.outcome).toBe('not-verified')
      expect(said(story, lawOf('us_ct'))).toMatch(/as far as you can know them, or more documents/)
      expect(said(story, lawOf('us_ct'))).not.toContain('only the account’s owner')
    }
  })
  it('send nobody to a page of their own who never confirmed', () => {
    const story = aRequest({}, { type: 'forum-deletion' }).days(8)
    expect(story.request).toMatchObject({ outcome: 'no-response', confirmedAt: null })
    expect(said(story, lawOf('gdpr'))).toBe(
      'You can complain to the data protection authority of the country you live in. You can also take us to court.',
    )
  })
})
