import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose'
import { Issuer } from 'openid-client'
import { systemClock } from '@/lib/clock'
import { plainIssuer, type SingleSignOn } from './single-sign-on'

const PROVIDER_MS = 8000
/** For how long the provider's document and its keys are believed; an unknown key is asked for sooner, twice a minute at most. */
const KEPT_MS = 10 * 60_000
const COOL_DOWN_MS = 30_000
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

type Keys = ReturnType<typeof createRemoteJWKSet>

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

// One provider at most: what it last published, and until when that is believed.
let kept: { issuer: string; until: number; keys: Promise<Keys> } | undefined

/** The keys of a provider, asked for once in a while, and once for those who ask at the same time. */
function keysOf(issuer: string): Promise<Keys> {
  const now = systemClock.now().getTime()
  if (kept?.issuer === issuer && now < kept.until) return kept.keys
  const asked = { issuer, until: now + KEPT_MS, keys: discoverKeys(issuer) }
  kept = asked
  asked.keys.catch(() => {
    if (kept === asked) kept = undefined
  })
  return asked.keys
}

/** @throws where the provider can't be reached, or its document is another one's */
async function discoverKeys(issuer: string): Promise<Keys> {
  const { metadata } = await Issuer.discover(`${issuer}/.well-known/openid-configuration`)
  if (plainIssuer(metadata.issuer) !== issuer)
    throw new Error('the document of discovery is of another issuer')
  return createRemoteJWKSet(new URL(String(metadata.jwks_uri)), {
    timeoutDuration: PROVIDER_MS,
    cacheMaxAge: KEPT_MS,
    cooldownDuration: COOL_DOWN_MS,
  })
}

/** What a token says by OpenID Connect Back-Channel Logout 1.0, section 2.4, whether or not it was signed; null where it is none. */
function readClaims(payload: JWTPayload, issuer: string): LogoutToken | null {
  const [subject, sid, id] = [text(payload.sub), text(payload.sid), text(payload.jti)]
  const { events } = payload
  const isLogout = typeof events === 'object' && events !== null && EVENT in events
  if (!isLogout || 'nonce' in payload || !id || (!subject && !sid)) return null
  return { issuer, subject, sid, id }
}

/** Whether a token could be one for us, so that it is worth asking the provider for its keys. */
function couldBe(token: string, issuer: string, clientId: string): boolean {
  const { alg = '' } = decodeProtectedHeader(token)
  const payload = decodeJwt(token)
  const audience = Array.isArray(payload.aud) ? payload.aud : [payload.aud]
  return (
    ALGORITHMS.includes(alg) &&
    plainIssuer(text(payload.iss) ?? '') === issuer &&
    audience.includes(clientId) &&
    readClaims(payload, issuer) !== null
  )
}

/**
 * Checks a provider's word that a session has ended, by OpenID Connect Back-Channel Logout 1.0, section 2.6. What is plainly not for us
 * makes no call to the provider.
 * @returns null where anything is wrong
 */
export async function checkLogoutToken(
  token: string,
  { issuer: named, clientId }: Pick<SingleSignOn, 'issuer' | 'clientId'>,
): Promise<LogoutToken | null> {
  if (token.length > 10_000) return null
  const issuer = plainIssuer(named)
  try {
    if (!couldBe(token, issuer, clientId)) return null
    const { payload } = await jwtVerify(token, await keysOf(issuer), {
      issuer: [issuer, `${issuer}/`],
      audience: clientId,
      algorithms: ALGORITHMS,
      maxTokenAge: '5 minutes',
      clockTolerance: 30,
    })
    return readClaims(payload, issuer)
  } catch {
    // The provider learns no more than that nothing was ended; the caller logs it.
    return null
  }
}
