import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import {
  type AuthAnswer,
  askNextAuth,
  begunCookies,
  type SetCookie,
  type SignInDoor,
} from '@/lib/auth/next-auth'
import { safePath } from '@/lib/auth/safe-path'
import {
  DEVICE_SECONDS,
  PLAIN_SESSION_COOKIE,
  sentSession,
  staffCookieOptions,
  staffCookies,
} from '@/lib/auth/session-token'
import { askAgain, singleSignOn } from '@/lib/auth/single-sign-on'
import type { SingleSignOnFault } from '@/lib/auth/single-sign-on-fault'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { signedInBy } from '../staff/require-staff'
import { type Caller, currentCaller, isSecure, networkInLog } from './caller'
import { type SignInAnswer, signInByPassword } from './password'
import { countReturn, countSending, giveBackReturn, proofOfComing } from './provider-limits'
import { signInBySecondFactor } from './second-factor'
import { signOut } from './session'
import { signInBySingleSignOn } from './single-sign-on'

/** How next-auth and our own rules come together. Pages and the route of `/api/auth` ask here; lib/auth/next-auth.ts hides the library. */

/** How long a step between password and second factor is kept by the browser; the row says when it is over. */
const STEP_SECONDS = 600

/** The page that says what went wrong with single sign-on. */
const problemPage = (why: string): string => `/sign-in/problem?why=${why}`

function atFault(fault: SingleSignOnFault, { address }: Caller): string {
  const network = networkInLog(address)
  log.warn({ security: 'single-sign-on-failed', fault, network }, 'single sign-on failed')
  return problemPage(fault)
}

interface Exchange {
  answer: AuthAnswer | null
  /** What became of a password or a second factor. */
  signIn: SignInAnswer | null
  /** Cookies of next-auth and of ours. */
  cookies: SetCookie[]
}

/** Lets next-auth answer a request, with our rules behind it. */
async function exchange(request: NextRequest, path: readonly string[], caller: Caller): Promise<Exchange> {
  const { appUrl, authSecret: secret, passwordSignIn: hasPasswords } = env()
  const provider = singleSignOn()
  const names = staffCookies(isSecure())
  const step = (await cookies()).get(names.step)?.value
  let signIn: SignInAnswer | null = null
  const own: SetCookie[] = []
  const keep = (name: string, value: string, maxAge: number) =>
    own.push({ name, value, maxAge, ...staffCookieOptions(isSecure()) })
  const door: SignInDoor = {
    byPassword: async typed => {
      const isStep = 'code' in typed || 'passkey' in typed
      signIn = isStep
        ? await signInBySecondFactor(step, typed, caller)
        : await signInByPassword(typed, caller)
      if (signIn.kind === 'second-factor') keep(names.step, signIn.step, STEP_SECONDS)
      if (signIn.kind !== 'in') return null
      keep(names.device, signIn.device, DEVICE_SECONDS)
      if (isStep) keep(names.step, '', 0)
      return signIn.secret
    },
    bySingleSignOn: async claims => {
      if (!provider) return { page: problemPage('wrong-settings') }
      const answer = await signInBySingleSignOn(claims, provider, caller)
      if (!answer.ok) return { page: problemPage(answer.why) }
      keep(names.device, proofOfComing(caller), DEVICE_SECONDS)
      return { secret: answer.secret }
    },
    atFault: fault => atFault(fault, caller),
    isLive: async found => (await signedInBy({ secret: found, isUnprefixed: false })) !== null,
    signOut: found => signOut({ secret: found, isUnprefixed: false }),
  }
  const answer = await askNextAuth(request, path, door, { appUrl, secret, hasPasswords, provider })
  return { answer, signIn, cookies: [...(answer?.cookies ?? []), ...own] }
}

/** Limits how often people are sent to the provider. @returns the page to go to where it is too much */
async function sentTooOften(caller: Caller): Promise<string | null> {
  const { ok } = await countSending(caller)
  return ok ? null : problemPage('too-many')
}

/**
 * Limits what is asked of the provider. What other sites make a browser send has none of our cookies: it gets no further, and counts
 * against nobody.
 * @returns the page to go to instead
 */
async function turnedAway(
  request: NextRequest,
  [action, provider]: readonly string[],
  caller: Caller,
): Promise<string | null> {
  if (provider !== 'oidc') return null
  const begun = begunCookies(isSecure())
  if (action === 'callback') {
    if (!request.cookies.has(begun.atProvider)) return atFault('expired', caller)
    const { ok } = await countReturn(caller)
    return ok ? null : problemPage('too-many')
  }
  if (request.method !== 'POST' || !request.cookies.has(begun.form)) return '/sign-in'
  return await sentTooOften(caller)
}

/**
 * Answers what is asked of `/api/auth/…`.
 * @param path what follows `/api/auth/`, in parts
 */
export async function answerAuth(request: NextRequest, path: readonly string[]): Promise<Response> {
  const caller = await currentCaller()
  const refused = await turnedAway(request, path, caller)
  if (refused) return leadTo(refused, [])
  const { answer, signIn, cookies: set } = await exchange(request, path, caller)
  if (!answer) return new NextResponse('There is nothing at this address.\n', { status: 404 })
  const [action, provider] = path
  const isIn = set.some(({ name, value }) => name === staffCookies(isSecure()).session && value !== '')
  if (action === 'callback' && provider === 'oidc' && isIn) await giveBackReturn(caller)
  if (signIn && signIn.kind !== 'in') return leadTo(`/sign-in?did=${signIn.kind}`, set)
  if (answer.leadsTo) return leadTo(answer.leadsTo, set)
  const response = new NextResponse(answer.body, {
    status: answer.status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
  for (const cookie of set) response.cookies.set(cookie)
  return response
}

function leadTo(location: string, set: readonly SetCookie[]): Response {
  const response = new NextResponse(null, { status: 303, headers: { location } })
  for (const cookie of set) response.cookies.set(cookie)
  return response
}

/** Sends a form of ours to next-auth, and sets in this browser the cookies that it answers with. */
async function submit(
  path: readonly string[],
  fields: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>> = {},
): Promise<Exchange> {
  const jar = await cookies()
  const caller = await currentCaller()
  const at = `${env().appUrl}/api/auth`
  const asked = await exchange(new NextRequest(`${at}/csrf`), ['csrf'], caller)
  for (const cookie of asked.cookies) jar.set(cookie)
  const { csrfToken = '' }: { csrfToken?: string } = JSON.parse(asked.answer?.body ?? '{}')
  const request = new NextRequest(`${at}/${path.join('/')}?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken }).toString(),
  })
  const done = await exchange(request, path, caller)
  for (const cookie of done.cookies) jar.set(cookie)
  return done
}

/**
 * Signs in by what was typed into our form: `email` and `password`, or `code` or `passkey` in the step after it. Sets the cookies.
 */
export async function submitSignIn(fields: Readonly<Record<string, string>>): Promise<SignInAnswer> {
  const { signIn } = await submit(['callback', 'credentials'], fields)
  return signIn ?? { kind: 'wrong' }
}

/**
 * Begins single sign-on.
 * @param isAgain the provider must ask the person to prove who they are, even if it knows them
 * @returns the address of the provider, or of the page that says why not
 */
export async function submitSingleSignOn(next: string, isAgain = false): Promise<string> {
  const refused = await sentTooOften(await currentCaller())
  if (refused) return refused
  const provider = singleSignOn()
  // next-auth passes on to the provider what the address says.
  const query = isAgain && provider ? askAgain(provider) : {}
  const { answer } = await submit(['signin', 'oidc'], { callbackUrl: safePath(next, '/requests') }, query)
  return answer?.leadsTo ?? problemPage('wrong-settings')
}

/** Ends the session, here and on the server. */
export async function submitSignOut(): Promise<void> {
  const jar = await cookies()
  await signOut(sentSession(name => jar.get(name)?.value, isSecure()))
  await submit(['signout'], { callbackUrl: '/sign-in' })
  for (const name of [staffCookies(isSecure()).session, PLAIN_SESSION_COOKIE]) jar.delete(name)
}
