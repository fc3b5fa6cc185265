import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { questionSets } from '@/lib/core/derived/verification/question-sets'
import { marketingAddress } from '@/lib/core/handbook/marketing-address'
import { intakeSchema } from '@/lib/core/intake/intake'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { represent } from '@/lib/core/view/representation'
import { system } from '@/tests/factories/system'
import { priya, requester, robin, sam } from './cast'
import { aRequest } from './given'
import { type Given, rules, zone } from './runner'

const gitlab = 'gitlab-deletion'
const first = { step: 'delete-blocking-groups' }
const asked = (account: Partial<typeof robin> | null = {}, given: Given = {}) =>
  aRequest(account, {
    type: 'deceased-deletion',
    relationship: 'designated-account-successor',
    requesterEmail: 'kim@family.example',
    ...given,
  }).begun()
const risky = (account: Partial<typeof robin> = {}) =>
  asked({ privateProjects: 1, ...account }, { rating: 'high' })
/** The account exists, but not under the address that was given. */
function unmatched() {
  const story = aRequest(
    {},
    {
      type: 'deceased-deletion',
      requesterEmail: 'kim@family.example',
      email: 'kim@family.example',
      username: 'robin-r',
    },
  )
  story.mismatch = true
  return story.begun()
}
const form = { type: 'deceased-deletion', email: robin.email, username: robin.username }

describe('who may ask for somebody who has died', () => {
  it.each(['authorized-agent', 'designated-account-successor'])('an %s', relationship => {
    expect(intakeSchema.safeParse({ ...form, relationship }).success).toBe(true)
  })
  it('never a Designated Account Manager, whose authority ends at death; the form says so kindly', () => {
    const parsed = intakeSchema.safeParse({ ...form, relationship: 'designated-account-manager' })
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['relationship'],
      message: expect.stringMatching(/Manager ends when the person dies.*Successor can ask/),
    })
  })
  it('nobody who doesn’t say how', () => {
    expect(intakeSchema.safeParse(form).error?.issues[0]?.path).toEqual(['relationship'])
  })
})

describe('until Privacy validates the authority', () => {
  it('it is on hold, waiting on Privacy, who are told', () => {
    const story = asked()
    expect(story.state).toBe('verifying')
    expect(story.openHolds).toEqual(['authority'])
    expect(waitingOn(story.request)).toBe('privacy')
    expect(story.told('privacy')).toEqual(['authority-to-validate'])
  })
  it('the rating is computed, but neither shown nor used', () => {
    const story = risky()
    expect(story.request.ratings[0]?.rating).toBe('high')
    expect(represent(story.request, sam, zone, rules).risk).toBeNull()
    expect(represent(story.request, priya, zone, rules).risk).toBeNull()
    const message = 'high-risk-gitlab-account-verification-question'
    expect(story.attempt(sam, 'send-message', { message })).toBe('questions-not-needed')
    expect(
      adviceFor(story.request)
        .map(item => item.say)
        .join(),
    ).not.toMatch(/questions/)
    expect(represent(story.validated().request, sam, zone, rules).risk?.rating).toBe('high')
  })
  it('nothing is deleted, reviewed or settled, not even around an account that is gone', () => {
    expect(asked().tryTask(gitlab, 'tick-step', first)).toBe('not-destructive-yet')
    expect(asked({ accountState: 'deleted' }).state).toBe('verifying')
    const own = asked({ accountState: 'blocked', blockedReason: 'self_deletion' })
    expect(own.attempt(sam, 'send-message', { message: 'blocked-account-deletion-request' })).toBe('on-hold')
    expect(own.attempt(sam, 'send-message', { message: 'account-already-deleted' })).toBe('on-hold')
    const issue = 'https://gitlab.example/trust/-/issues/7'
    expect(asked({ accountState: 'banned' }).attempt(sam, 'request-security-review', { issue })).toBe(
      'on-hold',
    )
  })
  it('only validate-authority ends the hold, and only Privacy may', () => {
    const story = asked()
    expect(story.attempt(priya, 'release-hold', { note: 'Fine' })).toBe('use-command')
    expect(story.attempt(sam, 'validate-authority', { valid: true, note: 'Fine' })).toBe('not-allowed')
    expect(story.attempt(sam, 'retype', { type: 'individual-deletion', note: 'Alive' })).toBe('use-command')
    expect(story.attempt(priya, 'retype', { type: 'individual-deletion', note: 'Alive' })).toBe('use-command')
    expect(story.days(400).openHolds).toEqual(['authority'])
    expect(story.validated().openHolds).toEqual([])
  })
  it('a mailbox of one’s own is no way around it by another type', () => {
    const before = aRequest(
      {},
      { type: 'deceased-deletion', requesterEmail: 'kim@family.example' },
    ).confirmed()
    expect(before.attempt(sam, 'retype', { type: 'individual-deletion', note: 'x' })).toBe('type-needs-more')
    const mine = aRequest({}, { type: 'deceased-deletion' }).confirmed()
    expect(mine.attempt(sam, 'retype', { type: 'individual-deletion', note: 'x' })).toBeNull()
  })
  it('Privacy is reminded at 5 and 10 days, not early and not again', () => {
    const story = asked().days(4)
    const remind = () => story.attempt(system, 'remind-privacy')
    expect(remind()).toBe('illegal-state')
    expect(story.days(1).attempt(system, 'remind-privacy')).toBeNull()
    expect(remind()).toBe('illegal-state')
    expect(story.days(5).attempt(system, 'remind-privacy')).toBeNull()
    expect(story.days(10).attempt(system, 'remind-privacy')).toBe('authority-not-open')
    expect(story.told('privacy')).toEqual(Array(3).fill('authority-to-validate'))
  })
})

describe('Documents Needed', () => {
  it('is Privacy’s to send; 30 days', () => {
    expect(asked().attempt(sam, 'send-message', { message: 'documents-needed' })).toBe('not-allowed')
    const story = asked().documentsNeeded()
    expect(story.windowEnds).toEqual(['2026-07-01T23:59:59'])
    expect(waitingOn(story.request)).toBe('requester')
  })
  it('runs although the request is on hold, which it is because of the authority', () => {
    expect(asked().documentsNeeded().clock('2026-06-29T08:00').sent.at(-1)).toBe('reminder')
  })
  it('silence: Authority Not Established, no-authority', () => {
    const story = asked().documentsNeeded()
    expect(story.clock('2026-07-01T23:59:59').state).toBe('verifying')
    expect(story.clock('2026-07-02T00:00').request.outcome).toBe('no-authority')
    expect(story.message('authority-not-established').sender).toBe('system')
  })
  it('answered in time closes the window and makes it Privacy’s turn; they may ask again', () => {
    const story = asked().documentsNeeded().days(1)
    story.does(requester(story.request.id), 'provide-documents')
    expect(story.windowEnds).toEqual([])
    expect(waitingOn(story.request)).toBe('privacy')
    expect(story.told('privacy')).toContain('documents-given')
    expect(story.days(1).documentsNeeded().windowEnds).toEqual(['2026-07-03T23:59:59'])
  })
  it('aren’t given unasked', () => {
    const story = asked()
    expect(story.attempt(requester(story.request.id), 'provide-documents')).toBe('not-asked')
  })
  it('is paused while an objection holds it, and gets those days back', () => {
    const story = asked().documentsNeeded().days(5).objected().days(10)
    expect(story.does(priya, 'release-hold', { note: 'Talked to them' }).windowEnds).toEqual([
      '2026-07-11T23:59:59',
    ])
    expect(story.openHolds).toEqual(['authority'])
  })
})

describe('the account’s own addresses', () => {
  it('are told on confirmation', () => {
    expect(asked().effects).toContainEqual({ kind: 'warn-account' })
    expect(asked(null).effects).not.toContainEqual({ kind: 'warn-account' })
  })
  it('are told when Privacy names the account that the address didn’t find', () => {
    expect(unmatched().validated({ username: 'robin' }).effects).toContainEqual({ kind: 'warn-account' })
  })
  it.each([
    ['before', () => asked()],
    ['after', () => asked().validated()],
  ])('object %s the validation: it goes to Privacy, and nothing is deleted', (_when, make) => {
    const story = make().objected()
    expect(story.openHolds).toContain('objection')
    expect(story.told('privacy')).toContain('objection')
    expect(waitingOn(story.request)).toBe('privacy')
    expect(story.tryTask(gitlab, 'tick-step', first)).not.toBeNull()
    expect(story.attempt(sam, 'release-hold', { note: 'x' })).toBe('not-allowed')
  })
  it('object twice without a second hold', () => {
    expect(asked().objected().objected().openHolds).toEqual(['authority', 'objection'])
  })
  it('tells Privacy what happened and what it can do', () => {
    const [advice] = adviceFor(asked().objected().request)
    expect(advice?.say).toContain('objects')
    expect(advice?.steps.map(step => step.command)).toEqual(['release-hold', 'close'])
  })
  it('are the only ones who can', () => {
    const story = asked()
    for (const actor of [sam, priya, requester(story.request.id)])
      expect(story.attempt(actor, 'object')).toBe('not-allowed')
  })
})

describe('what the requester is told', () => {
  const told = (found: object) => {
    const story = asked().validated().completed(gitlab)
    story.onTask('zendesk-cdot-deletion', 'resolve', { found })
    for (const task of story.request.tasks.filter(({ state, team }) => state === 'open' && team !== 'system'))
      story.completed(task.key)
    for (const task of story.request.tasks.filter(({ state }) => state === 'open'))
      story.onTask(task.key, 'complete-system-task', {}, system)
    return Object.values(story.variables('request-fulfilled')).flat().map(String)
  }
  it('speaks of the account and the person, never to the one who died', () => {
    const everywhere = told({ zendesk: true, customersPortal: true })
    expect(everywhere).toContain('The account and its own projects were deleted.')
    expect(everywhere.length).toBeGreaterThan(3)
    const nowhere = told({ zendesk: false, customersPortal: false })
    expect(nowhere.join()).toMatch(/found no data about the person/)
    expect([...everywhere, ...nowhere].join()).not.toMatch(/\byour?\b/i)
  })
  it('asks questions that somebody else can read as well', () => {
    for (const { text } of [...questionSets.medium, ...questionSets.high])
      expect(text.replace('as nearly as you know', '')).not.toMatch(/\byour?\b/i)
  })
  it('names no address as erased from marketing where only their own is known', () => {
    const story = unmatched().validated()
    expect(marketingAddress(story.request)).toBeNull()
    story.marketed().onTask(gitlab, 'resolve', { resolution: 'not_found' })
    story.onTask('zendesk-cdot-deletion', 'resolve', { found: { zendesk: false, customersPortal: false } })
    expect(story.request.outcome).toBe('no-account')
    expect(JSON.stringify(story.variables('no-account-found'))).not.toMatch(/marketing/)
  })
  it('has the account’s addresses erased from marketing, not the address given', () => {
    expect(marketingAddress(asked().request)).toBe(robin.email)
    expect(marketingAddress(unmatched().validated({ username: 'robin' }).request)).toBe(robin.email)
    const another = { ...unmatched().request, email: 'robin@elsewhere.example' }
    expect(marketingAddress(another)).toBe('robin@elsewhere.example')
  })
})
