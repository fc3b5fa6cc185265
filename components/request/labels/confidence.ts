import type { Confidence } from '@/lib/core/deadlines/law'

/** How sure we are of a rule of law, in words for Privacy. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  read: 'Read in the law',
  secondary: 'Secondary source',
  recalled: 'Not confirmed',
}
