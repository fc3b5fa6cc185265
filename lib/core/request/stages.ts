// Apart from the request itself, so that what a request holds can name them, too.

export const states = ['submitted', 'checking', 'verifying', 'processing', 'closed'] as const
export type State = (typeof states)[number]

export const outcomes = [
  'fulfilled',
  'already-deleted',
  'no-account',
  'duplicate',
  'not-verified',
  'no-permission',
  'not-controller',
  'security-denied',
  'embargoed',
  'no-authority',
  'no-response',
  'withdrawn',
  'unconfirmed',
  'refused',
] as const
export type Outcome = (typeof outcomes)[number]
