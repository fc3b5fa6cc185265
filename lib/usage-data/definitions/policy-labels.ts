import { z } from 'zod'
import type { FieldPolicy } from './definition'

/** Whose code it becomes; different kinds of the same value become different codes. */
const codes: Readonly<Record<string, string>> = {
  user: 'of a user',
  session: 'of a visit',
  device: 'of a device',
  value: 'of a value',
}

/** What is read of a policy, whether it is the definition itself or as it was announced. */
export interface ReadablePolicy {
  policy: string
  as?: string | undefined
}

/** What happens to a field, in words. */
export function policyWords({ policy, as }: ReadablePolicy): string {
  if (policy === 'keep') return 'kept'
  if (policy === 'pseudonymise') return `replaced by a one-way code ${codes[as ?? 'value'] ?? ''}`.trim()
  if (policy === 'pattern') return 'only its pattern is kept'
  return 'not stored'
}

const shapeSchema = z.object({ enum: z.array(z.string()).optional(), pattern: z.string().optional() })
const MOST_NAMED = 12

/** What a kept value may look like; empty where the shape says nothing that can be told shortly. */
export function shapeWords(shape: unknown): string {
  const { data } = shapeSchema.safeParse(shape)
  if (data?.enum) {
    const [named, more] = [data.enum.slice(0, MOST_NAMED), data.enum.length - MOST_NAMED]
    return `one of: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  }
  return data?.pattern ? `of the shape ${data.pattern}` : ''
}

/** The same of a policy in code. */
export const keptShape = (policy: FieldPolicy): string =>
  policy.policy === 'keep' ? shapeWords(z.toJSONSchema(policy.shape)) : ''
