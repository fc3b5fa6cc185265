import { describe, expect, it } from 'vitest'
import { priya, sam } from './cast'
import { aRequest } from './given'
import { local } from './runner'

const note = 'They wrote so'
const from = (place: string, given: object = {}) => {
  const country = place.slice(0, 2)
  return aRequest({}, { country, ...(place.length > 2 && { region: place }), ...given })
    .begun()
    .days(5)
}
const due = ({ request }: ReturnType<typeof from>) => local(request.dueOn).slice(0, 10)

/** Extended, and then found to live elsewhere: what was told, and what is due. */
function corrected(place: string, reason: string, to: string, until?: string) {
  const story = from(place)
  story.does(priya, 'extend-deadline', { reason, words: 'The archive is on tape.', ...(until && { until }) })
  const told = due(story)
  const region = to.length > 2 ? { region: to } : {}
  story.does(sam, 'correct-jurisdiction', { country: to.slice(0, 2), ...region, note })
  return [told, due(story)]
}

describe('the day that an extension promised', () => {
  it.each([
    ['CA-ON', 'consultation', 'NL', '2026-07-31', '2026-07-31'],
    ['US-FL', 'complexity', 'US-VA', '2026-07-31', '2026-07-31'],
    ['US-CA', 'other', 'NL', '2026-08-30', '2026-08-30'],
    // A law without a limit of its own takes the day that was told.
    ['NL', 'complexity', 'CH', '2026-09-01', '2026-09-01'],
    // A shorter limit comes first, and a law that has no extension knows none.
    ['NL', 'complexity', 'US-FL', '2026-09-01', '2026-07-31'],
    ['NL', 'complexity', 'BR', '2026-09-01', '2026-06-16'],
    // The same law keeps its count.
    ['NL', 'complexity', 'DE', '2026-09-01', '2026-09-01'],
  ])('told in %s for %s holds in %s', (place, reason, to, told, then) => {
    expect(corrected(place, reason, to)).toEqual([told, then])
  })
  it('holds as it was chosen, too', () => {
    expect(corrected('US-CA', 'complexity', 'NL', '2026-08-05')).toEqual(['2026-08-05', '2026-08-05'])
  })
  it('holds where another type is asked for', () => {
    const story = from('CO', { type: 'data-access' })
    story.does(priya, 'extend-deadline', { reason: 'complexity', words: 'The archive is on tape.' })
    expect(due(story)).toBe('2026-06-22')
    story.does(sam, 'retype', { type: 'individual-deletion', note: 'They want it deleted' })
    expect(due(story)).toBe('2026-06-22')
  })
  it('is moved by what is asked for afterwards, as it would have been', () => {
    const story = aRequest(
      { privateProjects: 1 },
      { country: 'US', region: 'US-CA', rating: 'high', type: 'data-access' },
    ).begun()
    story.does(priya, 'extend-deadline', { reason: 'other', words: 'The archive is on tape.' })
    story.does(sam, 'correct-jurisdiction', { country: 'NL', note })
    expect(due(story)).toBe('2026-08-30')
    story.asked().days(3).answered()
    expect(due(story)).toBe('2026-09-02')
  })
})
