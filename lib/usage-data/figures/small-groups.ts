/**
 * Figures of few people tell of persons. Every read that answers figures of people passes them through here, so that none
 * reaches a page, a chart or the Service Ping. A number of people below the minimum is hidden whatever it is, zero too:
 * one rule, and nothing to learn from an exception.
 */

/** Whether a number of different people may be shown. */
export const enoughPeople = (people: number, minimum: number): boolean => people >= minimum

/**
 * One figure, or null where it is to be hidden.
 * @param users different people behind the figure; null where it names none (a number of requests, say)
 */
export const hideSmall = (value: number, users: number | null, minimum: number): number | null =>
  users === null || enoughPeople(users, minimum) ? value : null

/**
 * People who came to each step of a sequence, each step a part of the one before. Hidden is also a step that so few did
 * not go on to that its figure, held against the last shown one, would count those few (nobody, too: otherwise a hidden
 * figure would say that somebody stayed behind).
 */
export function hideSteps(people: readonly number[], minimum: number): (number | null)[] {
  let last: number | null = null
  return people.map(count => {
    const tooFew = !enoughPeople(count, minimum)
    const tooNear = last !== null && !enoughPeople(last - count, minimum)
    if (tooFew || tooNear) return null
    last = count
    return count
  })
}
