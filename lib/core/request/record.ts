// What is kept of an answer for as long as the law wants a record of it. None of it is personal data.

/** How much of what was asked was given. */
export const responses = ['whole', 'part', 'denied'] as const

/** Why a request is refused: a closed list, so that refusals can be counted. */
export const grounds = [
  'not-verifiable',
  'not-covered',
  'exempt-legal-obligation',
  'legal-claims',
  'freedom-of-expression',
  'manifestly-unfounded',
  'excessive',
  'third-party-rights',
  'other',
] as const
export type Ground = (typeof grounds)[number]
