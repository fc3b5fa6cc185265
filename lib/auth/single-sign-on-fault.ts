/** What went wrong between us and the provider of single sign-on; in the log, and behind the words of a page. */
export const singleSignOnFaults = [
  'unreachable',
  'cancelled',
  'expired',
  'wrong-state',
  'wrong-nonce',
  'wrong-issuer',
  'wrong-audience',
  'wrong-signature',
  'wrong-settings',
  'unreadable',
] as const
export type SingleSignOnFault = (typeof singleSignOnFaults)[number]

/** What a provider answers by RFC 6749, 4.1.2.1 and 5.2, and OpenID Connect Core, 3.1.2.6. */
const BY_ANSWER: ReadonlyMap<string, SingleSignOnFault> = new Map([
  ['access_denied', 'cancelled'],
  ['login_required', 'cancelled'],
  ['consent_required', 'cancelled'],
  ['interaction_required', 'cancelled'],
  ['account_selection_required', 'cancelled'],
  ['invalid_grant', 'expired'],
  ['invalid_client', 'wrong-settings'],
  ['unauthorized_client', 'wrong-settings'],
  ['invalid_request', 'wrong-settings'],
  ['invalid_scope', 'wrong-settings'],
  ['unsupported_response_type', 'wrong-settings'],
  ['server_error', 'unreachable'],
  ['temporarily_unavailable', 'unreachable'],
])

const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_AGAIN|EPIPE|EPROTO|CERT_|DEPTH_|UNABLE_|SELF_SIGNED|ERR_TLS|ERR_SSL)/

/** By the words of the library: what its own checks refuse has no code. */
const BY_WORDS: readonly (readonly [RegExp, SingleSignOnFault])[] = [
  [/timed out|timeout|socket hang up|expected 200 OK|must be configured on the issuer/i, 'unreachable'],
  [/nonce/i, 'wrong-nonce'],
  [/\biss\b|issuer/i, 'wrong-issuer'],
  [/\b(?:aud|azp)\b|audience/i, 'wrong-audience'],
  [/signature|no valid key|unexpected JWT alg|keystore|JWKS/i, 'wrong-signature'],
  [/expired|too far in the past|cookie was missing|code_verifier|could not be parsed/i, 'expired'],
  [/state/i, 'wrong-state'],
]

const textAt = (error: object, key: string): string => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value.slice(0, 500) : ''
}

/**
 * Names the kind of an error of the library, in none of its words: those quote tokens and claims.
 * @param error as the library threw it, or what it hands to its logger, which holds it as `error`
 */
export function singleSignOnFault(error: unknown): SingleSignOnFault {
  let at = error
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
    const words = textAt(at, 'message')
    const answered = BY_ANSWER.get(textAt(at, 'error') || (/^[a-z_]+/.exec(words)?.[0] ?? ''))
    if (answered) return answered
    if (NETWORK.test(textAt(at, 'code'))) return 'unreachable'
    const found = BY_WORDS.find(([pattern]) => pattern.test(words))
    if (found) return found[1]
    at = Reflect.get(at, 'cause') ?? Reflect.get(at, 'error')
  }
  return 'unreadable'
}
