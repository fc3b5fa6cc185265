import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { ASKED_ADDRESS_HEADER, comeBackTo, signInPage } from '@/lib/auth/asked-address'
import { type SentSession, secretHash, sentSession } from '@/lib/auth/session-token'
import type { StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { type Ability, can } from '@/lib/core/people/permissions'
import { env } from '@/lib/env'
import type { Tx } from '@/lib/store/database/transaction'
import { readSession, type SignedIn } from '@/lib/store/staff/staff-sessions'
import { logDenied } from './denied'

/** A member of staff who is signed in: the actor for every read and command, and how to greet them. */
export interface Staff extends Omit<SignedIn, 'id' | 'role'> {
  actor: StaffActor
}

/** The page on which people look after their own account. */
export const ACCOUNT_PAGE = '/account'

/**
 * Who is signed in by this secret, if anybody is; where only single sign-on lets anybody in, no session that began otherwise counts. Also
 * somebody who still has to turn a second factor on.
 */
export async function signedInBy(sent: SentSession | null, tx?: Tx): Promise<Staff | null> {
  const hash = sent && secretHash('staff session', sent.secret)
  const found = hash ? await readSession(hash, sent.isUnprefixed, tx) : null
  if (!found || (found.method !== 'single-sign-on' && !env().passwordSignIn)) return null
  const { id, role, ...rest } = found
  return { ...rest, actor: staffActor(id, role, 'browser', rest.sessionId) }
}

const sentHere = async (): Promise<SentSession | null> => {
  const jar = await cookies()
  return sentSession(name => jar.get(name)?.value, env().appUrl.startsWith('https:'))
}

/** Who is signed in, read once for everything that one answer shows; also somebody who still has to turn a second factor on. */
export const signedIn = cache(async (): Promise<Staff | null> => signedInBy(await sentHere()))

/** Who is signed in and may work. Somebody who still has to turn a second factor on is nobody here. */
export const currentStaff = async (): Promise<Staff | null> => {
  const staff = await signedIn()
  return staff?.lacksFactor ? null : staff
}

/**
 * Who is signed in, for their own account alone: with it they may do nothing else yet, where their role must have a second factor
 * and the password alone let them in. Sends anybody else to sign in.
 */
export async function requireAccount(path: string): Promise<Staff> {
  return (await signedIn()) ?? (await askToSignIn(path))
}

/**
 * The member of staff who asks for a page or acts on it; sends anybody else to sign in and then back to `path`, with the query that it
 * was asked for with. Staff who lack the ability get 404.
 */
export async function requireStaff(path: string, ability?: Ability): Promise<Staff> {
  const staff = await requireAccount(path)
  if (staff.lacksFactor) redirect(`${ACCOUNT_PAGE}?did=needed`)
  if (ability && !can(staff.actor.role, ability)) {
    logDenied(staff.actor, path, ability)
    notFound()
  }
  return staff
}

async function askToSignIn(path: string): Promise<never> {
  const back = comeBackTo(path, (await headers()).get(ASKED_ADDRESS_HEADER))
  redirect(signInPage(back, (await sentHere()) !== null))
}
