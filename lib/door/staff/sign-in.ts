import { z } from 'zod'
import { networkOf } from '@/lib/auth/client-address'
import { passwordFits } from '@/lib/auth/password'
import { deviceProof, knownDevice, secretHash } from '@/lib/auth/session-token'
import { emailKey } from '@/lib/core/account/matching'
import type { StaffActor } from '@/lib/core/people/actor'
import { log } from '@/lib/log'
import { newSecret } from '@/lib/secrets'
import { consume, giveBack } from '@/lib/store/database/limits'
import { inTransaction } from '@/lib/store/database/transaction'
import { findForSignIn } from '@/lib/store/staff/staff'
import { beginSession, endSession } from '@/lib/store/staff/staff-sessions'
import { recordChange } from '../run/record-change'
import { staffBySecret } from './require-staff'

/** Wrong tries in a quarter of an hour: for one person by strangers, for one browser of theirs, for one network. */
const WINDOW_S = 15 * 60
const PER_PERSON = 10
const PER_DEVICE = 10
const PER_NETWORK = 60

const inputSchema = z.object({
  email: z.string().min(1).max(1000),
  password: z.string().min(1).max(1000),
})

export interface Caller {
  /** Address that our web server named. */
  address: string
  /** Value of the device cookie, if the browser has one. */
  device: string | undefined
}

export type SignInAnswer =
  | { ok: true; secret: string; device: string }
  | { ok: false; why: 'wrong' }
  | { ok: false; why: 'too-many'; retryAfterSeconds: number }

/**
 * Signs a member of staff in. Unknown people, people without a password and wrong passwords get the same answer after the
 * same work. Tries are limited per network and per person; a browser that this person has signed in with before has tries of
 * its own, so that strangers who guess can't lock the owner out.
 */
export async function signIn(given: unknown, caller: Caller): Promise<SignInAnswer> {
  const parsed = inputSchema.safeParse(given)
  if (!parsed.success) return { ok: false, why: 'wrong' }
  const email = emailKey(parsed.data.email)
  // No address contains NUL, and the database refuses it.
  const person = await findForSignIn(email.replaceAll('\0', '\ufffd'))
  const device = person && knownDevice(person.id, caller.device)
  const limits = [
    { key: `sign-in:network:${networkOf(caller.address)}`, points: PER_NETWORK },
    device
      ? { key: `sign-in:device:${device}`, points: PER_DEVICE }
      : { key: `sign-in:person:${email}`, points: PER_PERSON },
  ]
  // Counted before the password is checked, and given back if it is right, so that parallel tries can't exceed the limit.
  for (const { key, points } of limits) {
    const { ok, retryAfterSeconds } = await consume(key, points, WINDOW_S)
    if (ok) continue
    log.warn({ security: 'sign-in-throttled', staff: person?.id ?? null }, 'too many wrong sign-ins')
    return { ok: false, why: 'too-many', retryAfterSeconds }
  }
  if (!(await passwordFits(person?.passwordHash ?? null, parsed.data.password)) || !person) {
    log.warn({ security: 'sign-in-refused', staff: person?.id ?? null }, 'a sign-in was refused')
    return { ok: false, why: 'wrong' }
  }
  for (const { key } of limits) await giveBack(key)
  return {
    ok: true,
    secret: await openSession(person.id),
    device: deviceProof(person.id, device ?? undefined),
  }
}

/** A new secret at every sign-in prevents session fixation. */
async function openSession(staffId: string): Promise<string> {
  const secret = newSecret()
  const hash = secretHash('staff session', secret) ?? ''
  await beginSession(staffId, hash)
  const staff = await staffBySecret(secret)
  if (staff) await record(staff.actor, 'sign-in')
  return secret
}

/** Ends the session of a cookie, valid or not. */
export async function signOut(secret: string | undefined): Promise<void> {
  const hash = secret && secretHash('staff session', secret)
  const staff = await staffBySecret(secret)
  if (!hash || !staff) return
  await endSession(hash)
  await record(staff.actor, 'sign-out')
}

async function record(actor: StaffActor, command: string): Promise<void> {
  await inTransaction(async tx => {
    await recordChange(tx, { actor, command })
  })
}
