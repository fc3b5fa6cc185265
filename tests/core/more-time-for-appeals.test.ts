import { describe, expect, it } from 'vitest'
import { priya, sam } from './cast'
import { aRequest } from './given'
import { local } from './runner'

const ground = 'You say that you must keep it. The law that you name ended last year.'
const refused = (region = 'US-VA') =>
  aRequest({}, { country: 'US', region })
    .begun()
    .does(priya, 'close', { outcome: 'refused', note: 'We must keep it' })
const due = (story: ReturnType<typeof refused>) => local(story.request.appeals.at(-1)?.dueOn ?? new Date(0))

describe('more time for an appeal', () => {
  const words = 'Two teams have to look at it again.'
  const open = (region: string) => refused(region).does(sam, 'open-appeal', { ground })
  it.each(['US-CO', 'US-MN'])('in %s is 60 days on top of 45, from its own start, once, and told', region => {
    const story = open(region)
    expect(due(story)).toBe('2026-07-16T23:59:59')
    expect(story.attempt(sam, 'extend-appeal', { reason: 'complexity' })).toBe('not-allowed')
    expect(story.attempt(priya, 'extend-appeal', { reason: 'interference' })).toBe('not-extendable')
    story.days(30).does(priya, 'extend-appeal', { reason: 'complexity', words })
    expect(due(story)).toBe('2026-09-14T23:59:59')
    expect(story.sent.at(-1)).toBe('appeal-extended')
    expect(story.variables('appeal-extended')).toMatchObject({
      appeal: 'appeal',
      due_on: '2026-07-16',
      new_due_on: '2026-09-14',
    })
    expect(story.attempt(priya, 'extend-appeal', { reason: 'complexity' })).toBe('already-extended')
  })
  it('goes to a chosen day up to the law’s limit, and never back', () => {
    const extend = (until: string) =>
      open('US-CO').attempt(priya, 'extend-appeal', { reason: 'complexity', words, until })
    expect(extend('2026-07-16')).toBe('invalid-input')
    expect(extend('2026-09-15')).toBe('beyond-limit')
    expect(extend('2026-09-14')).toBeNull()
    const story = open('US-CO')
    story.does(priya, 'extend-appeal', { reason: 'complexity', words, until: '2026-08-03' })
    expect(due(story)).toBe('2026-08-03T23:59:59')
    expect(story.request.appeals[0]).toMatchObject({ notifiedDay: '2026-08-03' })
    expect(story.variables('appeal-extended')).toMatchObject({ new_due_on: '2026-08-03' })
  })
  it('says why in our own words after the law’s reason; at the desk they can’t be left out', () => {
    const story = open('US-CO')
    expect(story.attempt(priya, 'extend-appeal', { reason: 'complexity' })).toBe('invalid-input')
    story.does(priya, 'extend-appeal', { reason: 'complexity', words })
    const { extension_reason } = story.variables('appeal-extended')
    expect(extension_reason).toMatch(/complex/)
    expect(extension_reason).toContain(words)
    expect(Object.values(story.last ?? {})).not.toContain(words)
  })
  it('is told before the first period ends, and only where the law has it and an appeal is open', () => {
    expect(open('US-CO').days(46).attempt(priya, 'extend-appeal', { reason: 'complexity' })).toBe('too-late')
    expect(open('US-VA').attempt(priya, 'extend-appeal', { reason: 'complexity' })).toBe('not-extendable')
    expect(refused().attempt(priya, 'extend-appeal', { reason: 'complexity' })).toBe('no-appeal-open')
  })
})
