import type { FieldPolicies, FieldPolicy, PseudonymKind } from '../definitions/definition'

/** Makes a pseudonym: the same value under the same key version and kind gives the same one. Base64url of 256 bits. */
export type Hmac = (kind: PseudonymKind, value: string) => string

/** Only what is one value: what is inside a list or an object has no policy, so it is never stored. */
function scalar(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  return typeof value === 'boolean' || Number.isFinite(value) ? String(value) : null
}

/** The policy of a field, or none: names that every object has are nobody's policy. */
export const policyOf = (policies: FieldPolicies, name: string): FieldPolicy | undefined =>
  Object.hasOwn(policies, name) ? policies[name] : undefined

/**
 * What is stored of one value: null where nothing is. A value that is to be kept and doesn't have the shape becomes a
 * pseudonym. Patterns are made where the addresses are (address-pattern.ts).
 */
export function treat(policy: FieldPolicy | undefined, value: unknown, hmac: Hmac): string | null {
  const text = scalar(value)
  if (text === null || policy === undefined || policy.policy === 'drop' || policy.policy === 'pattern')
    return null
  if (policy.policy === 'pseudonymise') return hmac(policy.as, text)
  return policy.shape.safeParse(text).success ? text : hmac('value', text)
}

/** Whether a value is to be kept and may be. */
export const isKept = (policy: FieldPolicy | undefined, value: unknown): boolean =>
  policy?.policy === 'keep' && policy.shape.safeParse(scalar(value)).success
