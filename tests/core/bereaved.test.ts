import { describe, expect, it } from 'vitest'
import { endingOf } from '@/components/public/endings'
import { stepsOf } from '@/components/public/stages'
import { adviceFor } from '@/lib/core/advice/next-step'
import { documentsWanted } from '@/lib/core/derived/documents-wanted'
import { lateEndOf } from '@/lib/core/derived/ends-too-late'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { proofName } from '@/lib/core/intake/proof'
import { openQuestions } from '@/lib/core/machine/open-questions'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { represent } from '@/lib/core/view/representation'
import { priya, requester, robin, sam } from './cast'
import { aRequest, holder, type Story } from './given'
import { at, type Given, rules, zone } from './runner'

const died: Given = {
  type: 'deceased-deletion',
  relationship: 'authorized-agent',
  requesterEmail: 'kim@family.example',
}
const asked = (account: Partial<typeof robin> | null = {}, given: Given = {}) =>
  aRequest(account, { ...died, ...given }).begun()
const risky = () => asked({ privateProjects: 1 }, { rating: 'high' }).validated()

const judged = (story: Story) => story.asked().answered().passed()
const line = (request: PrivacyRequest) => stepsOf(request, requestTypes.get(request.type), zone)
const now = (story: Story) => line(story.request).find(({ state }) => state === 'now')?.title
const done = (story: Story) =>
  line(story.request).flatMap(({ state, title }) => (state === 'done' ? [title] : []))

describe('the line of steps', () => {
  it('goes on to the questions once the documents are read, and never back to the look for the account', () => {
    const story = risky().asked()
    expect(now(story)).toBe('We check a few more details')
    expect(done(story)).toEqual(
      expect.arrayContaining(['We looked for the account', 'Our privacy team has read the documents']),
    )
  })
  it('goes on to the review of an enterprise account once the organisation has agreed', () => {
    const story = aRequest({ enterprise: true, accountState: 'banned' }, { type: 'enterprise-deletion' })
    story.begun().consented().ownerContacted().ownerDecided(true)
    expect(now(story)).toBe('We check a few more details')
    expect(done(story)).toContain('The organisation has agreed')
  })
  it('goes on to the questions of an export once help was asked for', () => {
    const given: Given = { type: 'data-export', country: 'NL', rating: 'high' }
    const story = aRequest({ privateProjects: 1 }, given).begun().selfServed().helped().asked()
    expect(now(story)).toBe('We check a few more details')
    expect(done(story)).toContain('You asked us for help')
  })
  it('stays at the work where a hold is all that it waits for', () => {
    const story = asked()
    story.account = { ...robin, email: 'other@people.example' }
    expect(now(story.validated())).toBe('We delete the account and its data')
  })
  it.each<[string, Story, (story: Story) => Story]>([
    [
      'somebody who has died',
      aRequest({ privateProjects: 1, accountState: 'banned' }, { ...died, rating: 'high' }),
      story => judged(story.validated()).reviewRequested().reviewed('unblocked'),
    ],
    [
      'an enterprise account',
      aRequest({ enterprise: true, accountState: 'banned' }, { type: 'enterprise-deletion' }),
      story => story.consented().ownerContacted().ownerDecided(true).reviewRequested().reviewed('unblocked'),
    ],
    [
      'an export',
      aRequest({ privateProjects: 1 }, { type: 'data-export', country: 'NL', rating: 'high' }),
      story => judged(story.selfServed().helped()),
    ],
    [
      'an agent',
      aRequest(
        { privateProjects: 1 },
        { actingAs: 'authorized-agent', requesterEmail: 'kim@law.example', rating: 'high' },
      ),
      story => judged(story.validated({ confirmation: true }).does(holder('x'), 'confirm-authority')),
    ],
  ])('keeps every finished step finished: %s', (_who, story, walk) => {
    const finished = (request: PrivacyRequest) => line(request).filter(({ state }) => state === 'done').length
    story.watch = (before, after) => expect(finished(after)).toBeGreaterThanOrEqual(finished(before))
    expect(walk(story.begun()).state).toBe('processing')
  })
})

describe('the questions', () => {
  it('leave 30 days, and silence closes it for now', () => {
    const story = risky().asked()
    expect(story.request.windows.at(-1)?.days).toBe(30)
    expect(story.days(29).state).toBe('verifying')
    expect(story.days(2).request.outcome).toBe('not-verified')
  })
  it('can be answered with “I can’t know this”: Privacy decides, and nobody is failed by time', () => {
    const story = risky().asked().does(requester('x'), 'cannot-know')
    expect([waitingOn(story.request), story.windowEnds, openQuestions(story.request)]).toEqual([
      'privacy',
      [],
      [],
    ])
    expect(story.told('privacy')).toContain('answers-not-known')
    expect(story.days(90).state).toBe('verifying')
    const [advice] = adviceFor(story.request)
    expect(advice?.steps.map(({ command }) => command)).toEqual(['waive-verification', 'fail-verification'])
  })
  it('are waived by Privacy with a note, never by support', () => {
    const story = risky().asked().does(requester('x'), 'cannot-know')
    const note = { note: 'The court’s letter names the account' }
    expect(story.attempt(sam, 'waive-verification', note)).toBe('not-allowed')
    expect(story.attempt(sam, 'pass-verification')).toBe('nothing-to-judge')
    expect(story.attempt(sam, 'fail-verification', note)).toBe('not-allowed')
    expect(story.attempt(priya, 'waive-verification', {})).toBe('invalid-input')
    expect(story.does(priya, 'waive-verification', note).state).toBe('processing')
  })
  it('are waived only where the person can’t know the answers', () => {
    const note = { note: 'x' }
    expect(risky().asked().attempt(priya, 'waive-verification', note)).toBe('nothing-to-judge')
    const own = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked()
    expect(own.attempt(requester('x'), 'cannot-know')).toBe('no-question-open')
    const twice = risky().asked().does(requester('x'), 'cannot-know')
    expect(twice.attempt(requester('x'), 'cannot-know')).toBe('already-answered')
  })
})

describe('Documents Needed', () => {
  const proof = (kind: 'death' | 'authority', removedAt: Date | null = null) => ({
    ...{ id: kind, taskId: null, size: 1, mediaType: 'application/pdf', purpose: 'proof' as const },
    ...{ addedBy: 'requester', addedAt: new Date(0), removedAt },
    name: proofName({ kind, name: 'a.pdf' }),
  })
  const wanted = (...files: ReturnType<typeof proof>[]) => documentsWanted({ actingAs: 'self', files })
  it('lists what is missing, and not what came with the form', () => {
    expect(wanted()).toEqual(['Proof of the death', 'Proof that you may act for the person'])
    expect(wanted(proof('death'))).toEqual(['Proof that you may act for the person'])
    expect(wanted(proof('authority'))).toEqual(['Proof of the death'])
    expect(wanted(proof('death', new Date(1)), proof('authority'))).toEqual(['Proof of the death'])
  })
  it('asks for another document where all came and do not prove it', () => {
    expect(wanted(proof('death'), proof('authority'))).toEqual([
      'Another document, because what you sent leaves a question open',
    ])
  })
  it('asks who acts for a living person for a signed permission, and never for a power of attorney', () => {
    const [agents] = documentsWanted({ actingAs: 'authorized-agent', files: [] })
    expect(agents).toMatch(/permission .* signed/)
    for (const actingAs of ['authorized-agent', 'parent', 'legal-representative'] as const)
      expect(documentsWanted({ actingAs, files: [] }).join()).not.toMatch(/death|power of attorney/i)
  })
  it('warns where the answer may come on the day when ours is due, or later', () => {
    const story = asked()
    const given = { now: story.now, timeZone: zone }
    const due = (day: string) => ({ ...story.request, dueOn: at(`${day}T23:59:59`) })
    expect(lateEndOf(due('2026-07-01'), 'documents-needed', given)).toEqual(at('2026-07-01T23:59:59'))
    expect(lateEndOf(due('2026-07-02'), 'documents-needed', given)).toBeNull()
    expect(lateEndOf(due('2026-07-01'), 'general-reply', given)).toBeNull()
    story.documentsNeeded()
    expect(represent(story.request, priya, zone, rules).windows).toMatchObject([{ endsTooLate: true }])
    expect(adviceFor(story.request)[0]?.say).toMatch(/Extend the due date/)
  })
})

describe('no account for somebody who has died', () => {
  it('is told only when everything else is done, with what was searched, and closes as no account', () => {
    const story = asked(null).validated()
    expect(story.sent).not.toContain('no-account-found')
    story.marketed().onTask('gitlab-deletion', 'resolve', { resolution: 'not_found' })
    expect(story.sent).not.toContain('no-account-found')
    story.foundNowhere()
    expect([story.request.outcome, story.sent.at(-1)]).toEqual(['no-account', 'no-account-found'])
    expect(story.sent).not.toContain('request-fulfilled')
    expect(Object.values(story.variables('no-account-found')).flat().join()).toMatch(/We searched/)
  })
  it('tells what was done on the page, too', () => {
    expect(endingOf({ outcome: 'no-account', erasureBegunAt: null }, true, true).detail).toContain('before')
  })
})

describe('the words for the bereaved', () => {
  it('leave the country out, and never ask to make somebody else an owner', () => {
    const type = requestTypes.get('deceased-deletion') ?? expect.unreachable()
    expect(type.fields.map(({ key }) => key)).not.toContain('country')
    expect(type.destroys.join()).not.toMatch(/owner first/)
    expect(type.destroys.join()).toMatch(/speak with you before we delete it/)
  })
})
