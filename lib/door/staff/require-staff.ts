import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { ASKED_ADDRESS_HEADER, comeBackTo, signInPage } from '@/lib/auth/asked-address'
import { SESSION_COOKIE, secretHash } from '@/lib/auth/session-token'
import type { StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { type Ability, can } from '@/lib/core/people/permissions'
import { readSession } from '@/lib/store/staff/staff-sessions'
import { logDenied } from './denied'

/** A member of staff who is signed in: the actor for every read and command, and how to greet them. */
export interface Staff {
  actor: StaffActor
  email: string
  name: string
  singleKeys: boolean
}

/** Who is signed in by this secret, if anybody is. */
export async function staffBySecret(secret: string | undefined): Promise<Staff | null> {
  const hash = secret && secretHash('staff session', secret)
  const person = hash ? await readSession(hash) : null
  if (!person) return null
  const { id, role, email, name, singleKeys } = person
  return { actor: staffActor(id, role, 'browser'), email, name, singleKeys }
}

/** Who is signed in, read once for everything that one answer shows. */
export const currentStaff = cache(
  async (): Promise<Staff | null> => staffBySecret((await cookies()).get(SESSION_COOKIE)?.value),
)

/**
 * The member of staff who asks for a page or acts on it; sends anybody else to sign in and then back to `path`, with the query that it
 * was asked for with. Staff who
 * lack the ability get 404.
 */
export async function requireStaff(path: string, ability?: Ability): Promise<Staff> {
  const staff = await currentStaff()
  if (!staff) {
    const back = comeBackTo(path, (await headers()).get(ASKED_ADDRESS_HEADER))
    redirect(signInPage(back, (await cookies()).has(SESSION_COOKIE)))
  }
  if (ability && !can(staff.actor.role, ability)) {
    logDenied(staff.actor, path, ability)
    notFound()
  }
  return staff
}
