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
  return { is: 'again', afterSeconds, tries: tries + 1 }
}

/** What a failure says to the person who does it by hand now. Anything but a system's own failure is a defect, and thrown. */
export function failureWords(error: unknown): string {
  if (error instanceof SystemFailure) return error.message
  throw error
}
