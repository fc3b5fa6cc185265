/**
 * Figures of few people can identify a person. Every read that answers figures of people passes them through here, so that none
 * reaches a page, a chart or the Service Ping. A number of people below the minimum is always hidden, zero too:
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
 * People who came to each step of a sequence, each step a part of the one before. A step is also hidden
 * where so few dropped out before it that the difference from the last shown figure would count them (zero, too:
 * otherwise a hidden figure would say that somebody dropped out).
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
