import type { Outcome } from '../request/request'

/**
 * Whether a request that ends so declines what was asked: always, never, or in part, where something of the work was left
 * undone. A person who is declined is told why, how to appeal or complain to us, and who can look at it after us.
 */
export type Declines = 'always' | 'in-part' | 'never'

/** What each outcome declines. A new outcome doesn't compile before it says so. */
export const declinesBy: Readonly<Record<Outcome, Declines>> = {
  fulfilled: 'in-part',
  'already-deleted': 'in-part',
  'no-account': 'always',
  // The earlier request continues, and its own end is answered.
  duplicate: 'never',
  'not-verified': 'always',
  'no-permission': 'always',
  'not-controller': 'always',
  'security-denied': 'always',
  embargoed: 'always',
  'no-authority': 'always',
  'no-response': 'always',
  // Both are the person's own word, or their silence to the very first mail.
  withdrawn: 'never',
  unconfirmed: 'never',
  refused: 'always',
}
