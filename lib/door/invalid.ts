import type { z } from 'zod'
import { type DoorRefusal, refusal } from './refusal'

/** Nobody mends more than these at once, and whoever sends thousands doesn't want to. */
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
      add(at.join('.') || 'input', issue.message)
    }
  }
  return refusal('invalid-input', { detail: [...wrong.keys()].join(', '), fields: Object.fromEntries(wrong) })
}
