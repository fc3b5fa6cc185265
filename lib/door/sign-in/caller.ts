import { cookies, headers } from 'next/headers'
import { browserName } from '@/lib/auth/browser-name'
import { CLIENT_ADDRESS_HEADER, networkOf } from '@/lib/auth/client-address'
import { sentSession, staffCookies } from '@/lib/auth/session-token'
import { env } from '@/lib/env'
import { keyedHash } from '@/lib/secrets'

/** Who asks to be signed in: what we know of them before we know who they are. */
export interface Caller {
  /** Address that our web server named. */
  address: string
  /** Their browser's own name, if it says one. */
  browser: string | null
  /** Value of the device cookie, if the browser has one. */
  device: string | undefined
  /** Secret of the session that the browser has now, if any: signing in again takes its place. */
  session: string | undefined
}

/** Whether people reach us over https. */
export const isSecure = (): boolean => env().appUrl.startsWith('https:')

/** The caller of the request that is being answered. */
export async function currentCaller(): Promise<Caller> {
  const [sent, jar] = [await headers(), await cookies()]
  return {
    address: sent.get(CLIENT_ADDRESS_HEADER) ?? 'unknown',
    browser: browserName(sent.get('user-agent')),
    device: jar.get(staffCookies(isSecure()).device)?.value,
    session: sentSession(name => jar.get(name)?.value, isSecure())?.secret,
  }
}

/** A network in the log: the same for the same network, and nothing that says which it is. */
export const networkInLog = (address: string): string => keyedHash('network', networkOf(address)).slice(0, 16)
