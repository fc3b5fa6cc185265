import { describe, expect, it } from 'vitest'
import { priya, requester, rosa, sam } from './cast'
import { aRequest } from './given'

const robin = requester('the-request')
const note = 'Wrote: please stop'

describe('withdrawing', () => {
  it.each([
    ['submitted', aRequest()],
    ['checking', aRequest().confirmed()],
    ['verifying', aRequest({ accountState: 'banned' }).begun()],
    ['processing', aRequest().begun()],
    ['on hold', aRequest().begun().held()],
  ])('is the requester’s while it is %s', (_state, story) => {
    story.does(robin, 'withdraw')
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
    expect(story.sent.at(-1)).toBe('request-closed')
    expect(story.tasksThat('open')).toEqual([])
  })
  it('until the first destructive step is done', () => {
    const story = aRequest().begun().ticked('gitlab-deletion', 1)
    expect(story.attempt(robin, 'withdraw')).toBe('erasure-begun')
  })
  it('is nobody else’s', () => {
    for (const actor of [sam, priya, rosa])
      expect(aRequest().begun().attempt(actor, 'withdraw')).toBe('not-allowed')
  })
})

describe('closing', () => {
  it('takes only refused and withdrawn; every other outcome follows from its own command', () => {
    for (const outcome of [
      'fulfilled',
      'duplicate',
      'no-account',
      'not-verified',
      'already-deleted',
      'unconfirmed',
    ])
      expect(aRequest().begun().attempt(priya, 'close', { outcome, note })).toBe('invalid-input')
  })
  it('as refused is Privacy’s, with a ground, which the person reads', () => {
    expect(aRequest().begun().attempt(sam, 'close', { outcome: 'refused', note })).toBe('not-allowed')
    expect(aRequest().begun().attempt(priya, 'close', { outcome: 'refused' })).toBe('invalid-input')
    const story = aRequest().begun().does(priya, 'close', { outcome: 'refused', note: 'Tax law' })
    expect(story.request.outcome).toBe('refused')
    expect(story.variables('request-refused')).toMatchObject({ ground: 'Tax law' })
    expect(story.sent).not.toContain('request-fulfilled')
  })
  it('as refused has a coded ground, which the person reads in words before Privacy’s own', () => {
    const story = aRequest().begun()
    story.does(priya, 'close', { outcome: 'refused', ground: 'legal-claims', note: 'Case 7 is open.' })
    expect(story.request.ground).toBe('legal-claims')
    expect(story.last).toMatchObject({ ground: 'legal-claims' })
    expect(story.variables('request-refused').ground).toBe(
      'We need this data to make or to answer a legal claim. Case 7 is open.',
    )
  })
  it('as refused without a coded ground counts as another one, in Privacy’s words alone', () => {
    const story = aRequest().begun().does(priya, 'close', { outcome: 'refused', note: 'Tax law' })
    expect(story.request.ground).toBe('other')
    expect(story.variables('request-refused').ground).toBe('Tax law')
    expect(aRequest().begun().attempt(priya, 'close', { outcome: 'refused', ground: 'bored', note })).toBe(
      'invalid-input',
    )
  })
  it('as withdrawn needs the requester’s own message', () => {
    const story = aRequest().begun()
    expect(story.attempt(sam, 'close', { outcome: 'withdrawn', note })).toBe('mailbox-message-missing')
    story.does(robin, 'reply', { text: 'Please stop' }).does(sam, 'close', { outcome: 'withdrawn', note })
    expect(story.request.outcome).toBe('withdrawn')
    expect(story.sent.at(-1)).toBe('request-closed')
  })
  it('as withdrawn needs more than an objection, which is somebody else’s word', () => {
    const died = { type: 'deceased-deletion', relationship: 'authorized-agent' } as const
    const story = aRequest({}, died).begun().objected()
    expect(story.attempt(sam, 'close', { outcome: 'withdrawn', note })).toBe('mailbox-message-missing')
  })
  it('as withdrawn is too late once the deletion has begun', () => {
    const story = aRequest()
      .begun()
      .does(robin, 'reply', { text: 'Please stop' })
      .read()
      .ticked('gitlab-deletion', 1)
    expect(story.attempt(sam, 'close', { outcome: 'withdrawn', note })).toBe('erasure-begun')
  })
  it('cancels open tasks with the reason, and ends windows and holds', () => {
    const story = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().held()
    story.does(priya, 'close', { outcome: 'refused', note })
    expect(story.request.tasks.map(task => task.note)).toEqual(
      Array(4).fill('Cancelled: request closed as refused'),
    )
    expect(story.windowEnds).toEqual([])
    expect(story.openHolds).toEqual([])
  })
  it('is the end: nothing is decided on a closed request', () => {
    const story = aRequest().begun().does(priya, 'close', { outcome: 'refused', note })
    expect(story.attempt(priya, 'close', { outcome: 'refused', note })).toBe('illegal-state')
    expect(story.attempt(robin, 'withdraw')).toBe('illegal-state')
    expect(story.attempt(priya, 'reopen', { reason: 'x' })).toBe('not-reopenable')
  })
})

describe('correcting the type', () => {
  const type = 'enterprise-deletion'
  it('needs a note', () => {
    expect(aRequest().confirmed().attempt(sam, 'retype', { type })).toBe('invalid-input')
  })
  it('changes the type and what follows from it', () => {
    const story = aRequest({ enterprise: true }).confirmed().does(sam, 'retype', { type, note })
    expect(story.request).toMatchObject({ type, subjectType: 'enterprise', state: 'checking' })
    expect(story.last).toMatchObject({ typeFrom: 'individual-deletion', typeTo: type })
  })
  it('is overruled by the checks: an individual’s account is treated as individual', () => {
    const story = aRequest().confirmed().does(sam, 'retype', { type, note }).checked()
    expect(story.request).toMatchObject({ type: 'individual-deletion', subjectType: 'individual' })
    expect(story.state).toBe('processing')
  })
  it('can’t contradict what the checks found', () => {
    expect(aRequest().begun().attempt(sam, 'retype', { type, note })).toBe('contradiction')
    const enterprise = aRequest({ enterprise: true }).begun()
    expect(enterprise.attempt(sam, 'retype', { type: 'individual-deletion', note })).toBe('contradiction')
  })
  it('is legal until the first destructive step is done', () => {
    const story = aRequest().begun().ticked('gitlab-deletion', 1)
    expect(story.attempt(sam, 'retype', { type, note })).toBe('erasure-begun')
  })
  it('is to a type that there is, and another one', () => {
    expect(aRequest().attempt(sam, 'retype', { type: 'nonsense', note })).toBe('invalid-input')
    expect(aRequest().attempt(sam, 'retype', { type: 'individual-deletion', note })).toBe('same-type')
  })
  it('after the account became an enterprise one stops what was open', () => {
    const story = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().held()
    if (story.account) story.account = { ...story.account, enterprise: true }
    story.released().does(sam, 'retype', { type, note })
    expect(story.windowEnds).toEqual(['2026-06-08T23:59:59'])
    expect(story.sent.at(-1)).toBe('enterprise-user')
    expect(story.request.ratings).toHaveLength(1)
    expect(story.released().days(8).request.outcome).toBe('no-permission')
  })
})
