import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { originalsOf } from '@/lib/core/request/current'
import { requester, sam } from './cast'
import { aRequest, type Story, siblings } from './given'

const earlier = () => aRequest({ accountState: 'banned' }, { name: 'earlier', on: '2026-06-01T12:00' })
const later = () => aRequest({ accountState: 'banned' }, { name: 'later', on: '2026-06-02T12:00' })
const meet = (first: Story, second: Story) => {
  siblings(first, second)
  return { first, second }
}
const offered = (story: Story) =>
  adviceFor(story.request)
    .flatMap(item => item.steps)
    .some(step => step.preset?.message === 'duplicate-request')

describe('a duplicate', () => {
  it('is the next step on the later request, and it is support’s turn', () => {
    const { second } = meet(earlier().begun(), later().begun())
    expect(adviceFor(second.request)[0]?.steps).toMatchObject([
      { command: 'send-message', preset: { message: 'duplicate-request' } },
    ])
    expect(waitingOn(second.request)).toBe('support')
  })
  it('takes one click: it is sent, linked and closed', () => {
    const { first, second } = meet(earlier().begun(), later().begun())
    second.says('duplicate-request')
    expect(second.request).toMatchObject({ state: 'closed', outcome: 'duplicate' })
    expect(second.request.links).toMatchObject([{ otherId: first.request.id, kind: 'duplicate-of' }])
    expect(second.sent.at(-1)).toBe('duplicate-request')
    expect(second.variables('duplicate-request')).toEqual({ original_reference: 'PR-earlier' })
    expect(second.tasksThat('open')).toEqual([])
  })
  it('is the same by its own command', () => {
    const { second } = meet(earlier().begun(), later().begun())
    second.does(sam, 'mark-duplicate', { of: 'PR-earlier' })
    expect(second.request.outcome).toBe('duplicate')
    expect(second.sent).toContain('duplicate-request')
  })
  it('leaves the original untouched', () => {
    const { first, second } = meet(earlier().begun(), later().begun())
    const before = structuredClone(first.request)
    second.says('duplicate-request')
    expect(first.request).toEqual(before)
  })
  it('is never the earlier of the two', () => {
    const { first } = meet(earlier().begun(), later().begun())
    expect(offered(first)).toBe(false)
    expect(first.attempt(sam, 'mark-duplicate', { of: 'PR-later' })).toBe('not-a-duplicate')
  })
  it('goes to the oldest original unless another is named', () => {
    const third = aRequest({ accountState: 'banned' }, { name: 'third', on: '2026-06-03T12:00' }).begun()
    const all = [earlier().begun(), later().begun(), third]
    siblings(...all)
    third.does(sam, 'send-message', { message: 'duplicate-request', of: 'PR-later' })
    expect(third.request.links).toMatchObject([{ otherId: all[1]?.request.id }])
  })
  it('is none once its deletion has begun: that is finished, and no half of it stays', () => {
    const gitlab = 'gitlab-deletion'
    const at = (name: string, day: number) => aRequest({}, { name, on: `2026-06-0${day}T12:00` }).begun()
    const { second } = meet(at('earlier', 1), at('later', 2).ticked(gitlab, 2))
    expect(offered(second)).toBe(false)
    expect(second.attempt(sam, 'mark-duplicate')).toBe('erasure-begun')
    expect(second.attempt(sam, 'send-message', { message: 'duplicate-request' })).toBe('erasure-begun')
    expect(second.completed(gitlab).state).toBe('processing')
  })
  it('is not one of a request that nobody knows', () => {
    const { second } = meet(earlier().begun(), later().begun())
    expect(second.attempt(sam, 'mark-duplicate', { of: 'PR-9' })).toBe('not-a-duplicate')
  })
})

describe('an original counts while it is', () => {
  it.each([
    ['checking', earlier().confirmed()],
    ['verifying', earlier().begun()],
    ['deleting', earlier().begun().reviewRequested().reviewed('unblocked')],
    ['on hold', earlier().begun().held()],
  ])('%s', (_state, first) => {
    const { second } = meet(first, later().begun())
    expect(offered(second)).toBe(true)
  })
  it('but not before it is confirmed', () => {
    const { second } = meet(earlier(), later().begun())
    expect(originalsOf(second.request)).toEqual([])
    expect(second.attempt(sam, 'send-message', { message: 'duplicate-request' })).toBe('not-a-duplicate')
  })
  it('nor once it is closed', () => {
    const first = earlier().begun().reviewRequested().reviewed('denied')
    const { second } = meet(first, later().begun())
    expect(offered(second)).toBe(false)
    expect(second.attempt(sam, 'mark-duplicate')).toBe('not-a-duplicate')
  })
})

describe('an attacker’s earlier submission', () => {
  it('stops nothing on the real person’s request, up to the end', () => {
    const attack = aRequest({}, { name: 'attack', on: '2026-06-01T12:00' }).begun()
    const real = aRequest({ privateProjects: 1 }, { name: 'real', on: '2026-06-02T12:00', rating: 'high' })
    siblings(attack, real)
    real.begun().asked().answered().passed()
    expect(real.state).toBe('processing')
    real.completed('gitlab-deletion').foundNowhere().marketed()
    expect(real.request.outcome).toBe('fulfilled')
  })
  it('confirms and verifies nothing on it either', () => {
    const attack = aRequest({ privateProjects: 1 }, { name: 'attack', rating: 'high' })
      .begun()
      .asked()
      .answered()
    const real = aRequest({ privateProjects: 1 }, { name: 'real', on: '2026-06-02T12:00', rating: 'high' })
    siblings(attack.passed(), real)
    expect(real.state).toBe('submitted')
    real.begun()
    expect(real.state).toBe('verifying')
    expect(real.request.verifications).toEqual([])
  })
  it('a later one doesn’t hold up the earlier', () => {
    const { first } = meet(earlier().begun(), later().begun())
    const alone = earlier().begun()
    expect(waitingOn(first.request)).toBe(waitingOn(alone.request))
    first.reviewRequested().reviewed('unblocked')
    expect(first.state).toBe('processing')
    expect(first.attempt(requester(first.request.id), 'withdraw')).toBeNull()
  })
})
