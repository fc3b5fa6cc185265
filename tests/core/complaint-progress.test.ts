import { describe, expect, it } from 'vitest'
import { system } from '@/tests/factories/system'
import { priya, requester, sam } from './cast'
import { aRequest, type Story } from './given'

const complained = (more: object = {}) =>
  aRequest({}, { country: 'GB' })
    .begun()
    .does(sam, 'open-complaint', { ground: 'You take too long.', ...more })
const swept = (story: Story) => {
  story.attempt(system, 'remind-deadline')
  return story
}
const told = (story: Story) => story.sent.filter(key => key === 'complaint-progress').length

describe('somebody who complains', () => {
  it('is told at half time that we are still working on it, by when they hear, and never twice', () => {
    const story = complained()
    expect(told(swept(story.days(14)))).toBe(0)
    expect(told(swept(story.days(2)))).toBe(1)
    expect(story.variables('complaint-progress')).toEqual({
      appeal: 'complaint',
      appeal_due_on: '2026-07-01',
    })
    for (const days of [1, 8, 3]) swept(story.days(days))
    expect(told(story)).toBe(1)
  })
  it('is told nothing once they have an answer', () => {
    const story = complained().does(priya, 'answer-appeal', { granted: true, answer: 'We are sorry.' })
    expect(told(swept(story.days(16)))).toBe(0)
  })
  it('is promised no day that has passed', () => {
    expect(told(swept(complained().days(40)))).toBe(0)
  })
  it('is not written to twice at once where it was recorded after half of the time', () => {
    const story = aRequest({}, { country: 'GB' }).begun().days(20)
    story.does(sam, 'open-complaint', { ground: 'You take too long.', receivedOn: '2026-06-02' })
    expect(told(swept(story))).toBe(0)
  })
  it('is told of a complaint that they opened themselves, too, and not of an appeal', () => {
    const story = aRequest({}, { country: 'GB' }).begun()
    story.does(requester(story.request.id), 'open-complaint', { ground: 'You take too long.' })
    expect(told(swept(story.days(16)))).toBe(1)
    const appealed = aRequest({}, { country: 'US', region: 'US-VA' }).begun()
    appealed.does(priya, 'close', { outcome: 'refused', note: 'We must keep it' })
    appealed.does(sam, 'open-appeal', { ground: 'Why?' })
    expect(told(swept(appealed.days(31)))).toBe(0)
  })
})
