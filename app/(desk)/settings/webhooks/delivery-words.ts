import type { Meaning } from '@/components/ui/chip'
import { happeningTypes, happeningWords } from '@/lib/core/view/happenings'
import type { DeliveryState } from '@/lib/core/view/webhook-view'

const problems: Readonly<Record<string, string>> = {
  timeout: 'No answer within 10 seconds',
  unreachable: 'The connection was refused or broke off',
  redirected: 'It sent us elsewhere, and we don’t follow',
  'address-not-allowed': 'The address leads to a private network',
  'left-alone': 'Its receiver gave no answer for a day',
  'secret-unreadable':
    'Its secret can’t be opened with this HABEAS_KEY: remove the webhook, and add it again',
}

/** What a try came to, in words. */
export const problemWords = (problem: string): string =>
  problems[problem] ?? `It answered ${problem.replace('http-', '')}`

/** What a delivery tells. */
export const typeWords = (type: string): string => {
  const known = happeningTypes.find(happening => happening === type)
  return known ? happeningWords[known] : type === 'test' ? 'A test' : type
}

/** A delivery's state as a chip says it. */
export function stateWords(state: DeliveryState, attempts: number): { words: string; meaning: Meaning } {
  if (state === 'delivered') return { words: 'Delivered', meaning: 'done' }
  if (state === 'dead') return { words: 'Not delivered', meaning: 'overdue' }
  return attempts === 0
    ? { words: 'On its way', meaning: 'neutral' }
    : { words: 'To be tried again', meaning: 'soon' }
}
