import { AsyncLocalStorage } from 'node:async_hooks'
import { type NextRequest, NextResponse } from 'next/server'
import NextAuth, { type AuthOptions, type Profile } from 'next-auth'
import { decode, encode } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { TokenSet } from 'openid-client'
import { hasClaim } from '@/lib/core/people/role-of-groups'
import { safePath } from './safe-path'
import { staffCookieOptions, staffCookies } from './session-token'
import { plainIssuer, type SingleSignOn } from './single-sign-on'
import { type SingleSignOnFault, singleSignOnFault } from './single-sign-on-fault'

/** What next-auth asks of us: it owns the way of a sign-in, we own who somebody is and every session. */
export interface SignInDoor {
  /** Judges what was typed. @returns the secret of the session that this began, or null */
  byPassword: (typed: Readonly<Record<string, unknown>>) => Promise<string | null>
  /** Judges the claims of a checked id_token. @returns the secret of the session that this began, or the page to go to */
  bySingleSignOn: (
    claims: Readonly<Record<string, unknown>>,
  ) => Promise<{ secret: string } | { page: string }>
  /** Told of what went wrong with the provider. @returns the page to go to */
  atFault: (fault: SingleSignOnFault) => string
  /** Whether this secret's session is live. */
  isLive: (secret: string) => Promise<boolean>
  /** Ends this secret's session. */
  signOut: (secret: string) => Promise<void>
}

export interface AuthSettings {
  appUrl: string
  /** Encrypts the cookies of a sign-in under way. */
  secret: string
  hasPasswords: boolean
  provider: SingleSignOn | null
}

/** Id of the provider in addresses: `/api/auth/callback/oidc`. */
const OIDC = 'oidc'
const PROVIDER_MS = 8000
/** Of the cookies of a sign-in under way; how long a session lasts is its row's to say. */
const A_DAY = 86_400

// The library keeps one logger for the process; what it tells of a request finds its way back by this.
const faults = new AsyncLocalStorage<{ fault?: SingleSignOnFault }>()
const logger: NonNullable<AuthOptions['logger']> = {
  error: (_code, metadata) => {
    const told = faults.getStore()
    if (told) told.fault ??= singleSignOnFault(metadata)
  },
  warn: () => undefined,
  debug: () => undefined,
}

/** What the provider says of somebody. Some name the groups only where they are asked a second time. */
function oidcProvider({
  issuer,
  clientId,
  clientSecret,
  scopes,
  label,
  rolesClaim,
}: SingleSignOn): OAuthConfig<Profile> {
  return {
    id: OIDC,
    name: label,
    type: 'oauth',
    wellKnown: `${plainIssuer(issuer)}/.well-known/openid-configuration`,
    authorization: { params: { scope: scopes } },
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: PROVIDER_MS },
    userinfo: {
      request: async ({ tokens, client }) => {
        const checked = new TokenSet(tokens)
        const told = checked.claims()
        if (hasClaim(told, rolesClaim) || !client.issuer.metadata.userinfo_endpoint) return told
        return { ...(await client.userinfo(checked)), ...told }
      },
    },
    profile: () => ({ id: OIDC }),
  }
}

const nameFor = (isSecure: boolean, name: string) => `${isSecure ? '__Host-' : ''}next-auth.${name}`

/**
 * Names of the cookies without which this browser has begun nothing: a form of ours was asked for, a sign-in at the provider is under
 * way. Other sites can't make a browser send them.
 */
export const begunCookies = (isSecure: boolean) =>
  ({ form: nameFor(isSecure, 'csrf-token'), atProvider: nameFor(isSecure, 'state') }) as const

function optionsFor(door: SignInDoor, { appUrl, secret, hasPasswords, provider }: AuthSettings): AuthOptions {
  const isSecure = appUrl.startsWith('https:')
  const cookie = (name: string) => ({ name: nameFor(isSecure, name), options: staffCookieOptions(isSecure) })
  // Each sign-in makes these options anew, so this is the session that it began.
  let begun = ''
  const credentials = CredentialsProvider({
    credentials: {},
    authorize: async typed => {
      begun = (await door.byPassword({ ...typed })) ?? ''
      return begun === '' ? null : { id: 'password' }
    },
  })
  return {
    secret,
    useSecureCookies: isSecure,
    session: { strategy: 'jwt', maxAge: A_DAY },
    // The session's cookie holds its secret alone; the others are of the library's own making.
    jwt: {
      maxAge: A_DAY,
      secret,
      encode: params => (params.salt ? encode(params) : String(params.token?.secret ?? '')),
      decode: async params => {
        if (params.salt) return await decode(params)
        return params.token && (await door.isLive(params.token)) ? { secret: params.token } : null
      },
    },
    cookies: {
      sessionToken: { name: staffCookies(isSecure).session, options: staffCookieOptions(isSecure) },
      csrfToken: cookie('csrf-token'),
      callbackUrl: cookie('callback-url'),
      pkceCodeVerifier: cookie('pkce'),
      state: cookie('state'),
      nonce: cookie('nonce'),
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [...(hasPasswords ? [credentials] : []), ...(provider ? [oidcProvider(provider)] : [])],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== OIDC) return true
        const judged = await door.bySingleSignOn({ ...profile })
        if ('page' in judged) return judged.page
        begun = judged.secret
        return true
      },
      jwt: ({ token, trigger }) => (trigger === 'signIn' ? { secret: begun } : token),
      // Programs in the page learn from it that somebody is signed in, and nobody's name.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${safePath(pathOf(url, baseUrl), '/requests')}`,
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.secret === 'string') await door.signOut(token.secret)
      },
    },
    logger,
  }
}

/** What our rules threw, if they did. */
interface Thrown {
  error?: unknown
}

/** The library takes an error of ours for a wrong password, or for a session that has ended: it is kept from it, and thrown afterwards. */
function keepingErrors(door: SignInDoor, thrown: Thrown): SignInDoor {
  const orElse = async <T>(asked: Promise<T>, instead: T): Promise<T> => {
    try {
      return await asked
    } catch (error) {
      thrown.error ??= error
      return instead
    }
  }
  return {
    byPassword: typed => orElse(door.byPassword(typed), null),
    bySingleSignOn: claims => orElse(door.bySingleSignOn(claims), { page: '/sign-in' }),
    atFault: door.atFault,
    isLive: secret => orElse(door.isLive(secret), false),
    signOut: secret => orElse(door.signOut(secret), undefined),
  }
}

/** The path of an address that is this site's; others lead nowhere. */
const pathOf = (address: string, baseUrl: string): string | undefined =>
  address.startsWith(`${baseUrl}/`) ? address.slice(baseUrl.length) : address

/** A cookie to set in the browser. */
export type SetCookie = ReturnType<NextResponse['cookies']['getAll']>[number]

/** What next-auth answers: where it leads, or what it says, and the cookies that it sets. */
export interface AuthAnswer {
  /** Path of this site, or the provider's address. */
  leadsTo: string | null
  status: number
  body: string
  cookies: SetCookie[]
}

/** What may be asked of it from outside; the rest is for pages and scripts that we don't use. */
const SERVED: ReadonlySet<string> = new Set([
  'GET csrf',
  'GET providers',
  'GET session',
  'GET signin',
  'GET callback',
  'GET error',
  'POST signin',
  'POST callback',
  'POST signout',
])

/** The library reads JSON too, in which a text may be anything; our forms and its own scripts send this. */
const isForm = (request: NextRequest) =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ===
  'application/x-www-form-urlencoded'

/**
 * Lets next-auth answer.
 * @param path what follows `/api/auth/` in the address, in parts
 * @returns null where nothing is served there
 * @throws what `door` threw
 */
export async function askNextAuth(
  request: NextRequest,
  path: readonly string[],
  door: SignInDoor,
  settings: AuthSettings,
): Promise<AuthAnswer | null> {
  const [action = '', provider, ...more] = path
  if (!SERVED.has(`${request.method} ${action}`) || more.length > 0) return null
  if (provider !== undefined && !['signin', 'callback'].includes(action)) return null
  if (request.method === 'POST' && !isForm(request)) return null
  // The library asks the environment for its own address, and trusts no header for it.
  process.env.NEXTAUTH_URL = settings.appUrl
  const told: { fault?: SingleSignOnFault } = {}
  const context = { params: Promise.resolve({ nextauth: [...path] }) }
  const thrown: Thrown = {}
  const answer: Response = await faults.run(told, () =>
    NextAuth(request, context, optionsFor(keepingErrors(door, thrown), settings)),
  )
  if ('error' in thrown) throw thrown.error
  const location = answer.headers.get('location')
  const base = `${settings.appUrl}/`
  const leadsTo = location?.startsWith(base) ? location.slice(base.length - 1) : location
  return {
    // A session that has ended is no fault of the provider's.
    leadsTo: told.fault && provider === OIDC ? door.atFault(told.fault) : leadsTo,
    status: answer.status,
    body: await answer.text(),
    cookies: cookiesOf(answer, settings.appUrl),
  }
}

function cookiesOf(answer: Response, appUrl: string): SetCookie[] {
  const { session } = staffCookies(appUrl.startsWith('https:'))
  return new NextResponse(null, { headers: answer.headers }).cookies.getAll().map(set => {
    // An empty value, and an age of nothing, are lost as the header is read.
    if (!set.value) return { ...set, value: '', expires: new Date(0) }
    const { expires: _expires, ...untilClosed } = set
    return set.name === session ? untilClosed : set
  })
}
