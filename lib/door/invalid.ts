import type { z } from 'zod'
import { type DoorRefusal, refusal } from './refusal'

/** What zod found wrong, by field: the first problem of each. Values are never part of it. */
export function invalid(error: z.ZodError): DoorRefusal {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''
    const field = issue.path.map(String).join('.') || unknown || 'input'
    fields[field] ??= unknown ? 'This field is not known here.' : issue.message
  }
  return refusal('invalid-input', { detail: Object.keys(fields).join(', '), fields })
}
