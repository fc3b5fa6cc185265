import { createRemoteJWKSet, jwtVerify } from 'jose'
import { Issuer } from 'openid-client'
import { plainIssuer, type SingleSignOn } from './single-sign-on'

const PROVIDER_MS = 8000
const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
/** Signatures by a key that the provider publishes; a shared secret, or none, proves nothing here. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

/** Whose sessions the provider has ended: one by its name, or all of a subject. */
export interface LogoutToken {
  issuer: string
  subject: string | null
  sid: string | null
  /** Each token is used once. */
  id: string
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/**
 * Checks a provider's word that a session has ended, by OpenID Connect Back-Channel Logout 1.0, section 2.6.
 * @returns null where anything is wrong
 */
export async function checkLogoutToken(
  token: string,
  { issuer, clientId }: Pick<SingleSignOn, 'issuer' | 'clientId'>,
): Promise<LogoutToken | null> {
  if (token.length > 10_000) return null
  try {
    const { metadata } = await Issuer.discover(`${plainIssuer(issuer)}/.well-known/openid-configuration`)
    const keys = createRemoteJWKSet(new URL(String(metadata.jwks_uri)), { timeoutDuration: PROVIDER_MS })
    const { payload } = await jwtVerify(token, keys, {
      issuer: [plainIssuer(issuer), `${plainIssuer(issuer)}/`],
      audience: clientId,
      algorithms: ALGORITHMS,
      maxTokenAge: '5 minutes',
      clockTolerance: 30,
    })
    const [subject, sid, id] = [text(payload.sub), text(payload.sid), text(payload.jti)]
    const { events } = payload
    const isLogout = typeof events === 'object' && events !== null && EVENT in events
    if (!isLogout || 'nonce' in payload || !id || (!subject && !sid)) return null
    return { issuer: plainIssuer(issuer), subject, sid, id }
  } catch {
    // The provider learns no more than that nothing was ended; the caller logs it.
    return null
  }
}
