import type { Reason } from '../derived/reasons'
import { refusals } from './refusals'

/** What can go wrong on the way to a command, besides the command's own refusals. */
const onTheWay = {
  unauthenticated: { status: 401, title: 'Send a valid token: Authorization: Bearer hbs_…' },
  'malformed-body': { status: 400, title: 'The body can’t be read.' },
  'body-too-large': { status: 413, title: 'That is more than one call may carry.' },
  'unsupported-media-type': { status: 415, title: 'The body is of a kind that this call doesn’t take.' },
  'method-not-allowed': { status: 405, title: 'This address does not know that method.' },
  'too-many-requests': { status: 429, title: 'That was too much at once. Wait, then try again.' },
  unexpected: { status: 500, title: 'Something went wrong on our side. Nothing was lost; please try again.' },
  'system-failed': {
    status: 502,
    title: 'A connected system did not answer as it should. Try again, or do it by hand.',
  },
  unavailable: {
    status: 503,
    title: 'Something that we need is busy or away. Nothing was done; try again in a moment.',
  },
  'no-room': { status: 507, title: 'There is no room to store this. Nothing was kept; try again later.' },
} as const

export type ProblemReason = Reason | keyof typeof onTheWay

/** Every reason that an error of the API can name, with its status and words. */
export const problems: Readonly<Record<ProblemReason, { status: number; title: string }>> = {
  ...refusals,
  ...onTheWay,
}

/** An error as the API answers it (RFC 9457). */
export interface Problem {
  /** The address of a page about the reason, on the product itself. */
  type: string
  title: string
  status: number
  reason: ProblemReason
  /** Which field, step, variable or command it is about. */
  detail?: string
  /** By field: what is wrong with it. */
  fields?: Record<string, string>
  /** For the unexpected: the number under which the log has it. */
  instance?: string
}

/**
 * An error with the words of its reason.
 * @param appUrl the address that people know the product by, without a slash at its end: a page about each reason is there
 */
export function problemOf(
  appUrl: string,
  reason: ProblemReason,
  more: Partial<Pick<Problem, 'title' | 'detail' | 'fields' | 'instance'>> = {},
): Problem {
  return { type: `${appUrl}/problems/${reason}`, ...problems[reason], reason, ...more }
}
