import type { z } from 'zod'
import { type DoorRefusal, refusal } from './refusal'

/** Nobody fixes more fields than these at once, and a caller who sends thousands isn't trying to. */
const MOST_NAMED = 20

/** What zod found wrong, by field: the first problem of each. Values are never part of it. */
export function invalid(error: z.ZodError): DoorRefusal {
  // A map, because a caller may name a field `constructor`.
  const wrong = new Map<string, string>()
  const add = (field: string, words: string) => {
    if (!wrong.has(field) && wrong.size < MOST_NAMED) wrong.set(field, words)
  }
  for (const issue of error.issues) {
    const at = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add([...at, key.slice(0, 60)].join('.'), 'This field is not known here.')
    } else {
      add(at.join('.') || 'input', wordsOf(issue))
    }
  }
  return refusal('invalid-input', { detail: [...wrong.keys()].join(', '), fields: Object.fromEntries(wrong) })
}

/** A schema's own words, or kinder ones for what zod says of every text alike. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big' && issue.origin === 'string' && issue.message.startsWith('Too big'))
    return `Use at most ${issue.maximum.toLocaleString('en')} characters.`
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.message.startsWith('Too small'))
    return issue.minimum === 1 ? 'Fill this in.' : `Use at least ${issue.minimum} characters.`
  if (issue.code === 'invalid_type' && issue.expected === 'string' && issue.message.endsWith('undefined'))
    return 'Fill this in.'
  if (issue.code === 'invalid_type' && issue.expected === 'number' && issue.message.startsWith('Invalid'))
    return 'Give a number.'
  return issue.message === 'Invalid URL' ? 'Give the whole link, beginning with https://.' : issue.message
}
