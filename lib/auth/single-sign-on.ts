import type { Role } from '@/lib/core/people/actor'
import { type GroupRole, groupsIn, readGroupRoles, roleOfGroups } from '@/lib/core/people/role-of-groups'
import { EnvironmentProblem, env } from '@/lib/env'

/** The provider of single sign-on as the environment names it. */
export interface SingleSignOn {
  issuer: string
  clientId: string
  clientSecret: string
  /** Words of the button. */
  label: string
  scopes: string
  rolesClaim: string
  roles: readonly GroupRole[]
  /** What counts as a proof of who somebody is: that they have signed in there anew, or that they have come back from there at all. */
  confirm: 'login' | 'return'
}

/**
 * With what the provider is asked to have somebody prove again who they are, by OpenID Connect Core, section 3.1.2.1. Google refuses
 * `login` and can't ask anew; there, people choose their account.
 */
export const askAgain = ({ confirm }: Pick<SingleSignOn, 'confirm'>): Readonly<Record<string, string>> =>
  confirm === 'return' ? { prompt: 'select_account' } : { prompt: 'login', max_age: '0' }

/**
 * The provider, or null where there is none.
 * @throws EnvironmentProblem where OIDC_ROLES can't be read, or the provider is on plain http without leave
 */
export function singleSignOn(): SingleSignOn | null {
  const { oidc } = env()
  if (!oidc) return null
  const { issuer, clientId, clientSecret, name, scopes, rolesClaim, confirm } = oidc
  const roles = oidc.roles === '' ? [] : readGroupRoles(oidc.roles)
  if (!roles)
    throw new EnvironmentProblem([
      'OIDC_ROLES must be pairs such as privacy-team=privacy,support=support-engineer; the roles are those of staff add',
    ])
  const { protocol, hostname, port } = new URL(issuer)
  if (protocol === 'http:' && !env().allowedPrivateHosts.includes(`${hostname}:${port || '80'}`))
    throw new EnvironmentProblem([
      'OIDC_ISSUER is plain http, over which passwords and names can be read; use https, or name its host:port in ALLOWED_PRIVATE_HOSTS',
    ])
  const label = `Sign in with ${name ?? 'single sign-on'}`
  return { issuer, clientId, clientSecret, label, scopes, rolesClaim, roles, confirm }
}

/** Somebody for whom the provider vouches. Issuer and subject say who it is; everything else may change. */
export interface VouchedFor {
  issuer: string
  subject: string
  /** Null where the provider names none. */
  email: string | null
  /** Whether the provider says that the address was verified. */
  isEmailVerified: boolean
  name: string | null
  role: Role | null
  /** The provider's name of this session, by which it may end it. */
  sid: string | null
  /** When the person last proved to the provider who they are; null where it doesn't say. */
  authenticatedAt: Date | null
}

/** Providers write their own address with a slash at the end, or without; both are the same one. */
export const plainIssuer = (issuer: string): string => (issuer.endsWith('/') ? issuer.slice(0, -1) : issuer)

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** Last second of the year 9999: a database reads no later one as JavaScript writes it. */
const LAST_SECOND = 253_402_300_799

/** A NumericDate (RFC 7519, section 2), which is a number of seconds and never a word. */
const time = (value: unknown): Date | null =>
  typeof value === 'number' && value >= 0 && value <= LAST_SECOND ? new Date(value * 1000) : null

/**
 * Reads the claims of a checked id_token.
 * @returns null where they are of another issuer, or name nobody
 */
export function vouchedFor(
  claims: Readonly<Record<string, unknown>>,
  { issuer, rolesClaim, roles }: Pick<SingleSignOn, 'issuer' | 'rolesClaim' | 'roles'>,
): VouchedFor | null {
  const subject = text(claims.sub)
  // The library holds the token against the issuer that the provider's own document names; that one could name any.
  const from = plainIssuer(text(claims.iss) ?? '')
  if (!subject || from !== plainIssuer(issuer)) return null
  const login = text(claims.preferred_username) ?? text(claims.upn)
  const email = text(claims.email) ?? (login?.includes('@') ? login : null)
  return {
    issuer: from,
    subject,
    email,
    isEmailVerified: claims.email_verified === true && text(claims.email) !== null,
    name: text(claims.name) ?? login,
    role: roleOfGroups(groupsIn(claims, rolesClaim), roles),
    sid: text(claims.sid),
    authenticatedAt: time(claims.auth_time),
  }
}
