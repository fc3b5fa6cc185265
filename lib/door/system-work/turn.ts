import { SystemFailure } from '@/lib/systems/failure'

/** How a job's turn at a connected system ended: it is over, or has to be looked at again. */
export type Turn = { is: 'over' } | { is: 'again'; afterSeconds: number; tries: number }

/** Pauses between tries of what fails; what still fails after the last is left to a person. In seconds. */
const PAUSES = [2, 5, 15, 30, 60] as const

/** When to try again what failed; null where a person has to. */
export function nextTry(failure: SystemFailure, tries: number): Turn | null {
  const pause = PAUSES[tries]
  if (!failure.isTransient || pause === undefined) return null
  const afterSeconds = Math.max(pause, failure.retryAfterSeconds ?? 0)
  // To wait for our own limit is no failed try, so it is no reason to call a person.
  return { is: 'again', afterSeconds, tries: failure.isOwnLimit ? tries : tries + 1 }
}

/** The turn after several systems have failed: when the last of them may be asked, and with the most tries. */
export function latest(turns: readonly (Turn | null)[]): Turn {
  const again = turns.flatMap(turn => (turn?.is === 'again' ? [turn] : []))
  if (again.length === 0) return { is: 'over' }
  return {
    is: 'again',
    afterSeconds: Math.max(...again.map(({ afterSeconds }) => afterSeconds)),
    tries: Math.max(...again.map(({ tries }) => tries)),
  }
}

/** Of a job that fails on our own side; then a person is told. What fails at a system has tries of its own. */
export const ATTEMPTS = 5

/** What a person is told of what failed on our own side. @param logId number under which the log has it */
export const ownFault = (logId: string): string =>
  `Something failed on our side. The log of the server has it under ${logId}.`

/** Longest that words about a problem are kept. */
const MOST_WORDS = 600

/** What systems say may be of any length, and what is too long would not be kept at all. */
export const clipped = (words: string, most: number = MOST_WORDS): string =>
  // Half a pair could not be kept.
  words.length > most ? `${words.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : words

/** What a failure says to the person who does it by hand now. Anything but a system's own failure is a defect, and thrown. */
export function failureWords(error: unknown): string {
  if (error instanceof SystemFailure) return clipped(error.message)
  throw error
}
