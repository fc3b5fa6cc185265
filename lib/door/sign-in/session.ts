import { deviceProof, knownDevice, type SentSession, secretHash } from '@/lib/auth/session-token'
import type { SignInMethod } from '@/lib/core/people/sign-in-methods'
import { newSecret } from '@/lib/secrets'
import { inTransaction, type Tx } from '@/lib/store/database/transaction'
import { beginSession, endSession } from '@/lib/store/staff/staff-sessions'
import { recordChange } from '../run/record-change'
import { signedInBy } from '../staff/require-staff'
import type { Caller } from './caller'

/** A session that has begun: what its browser keeps. */
export interface BegunSession {
  secret: string
  device: string
}

/**
 * Begins a session of a person who has proved who they are, in the transaction that has locked them. A new secret each time prevents
 * session fixation, and the session that the same browser had before ends (ASVS 5.0, 7.2.4).
 * @param provider what single sign-on says of the session: its own name of it, and when the person proved who they are; null where it
 * doesn't say
 */
export async function openSession(
  tx: Tx,
  staffId: string,
  method: SignInMethod,
  caller: Caller,
  provider: { sid?: string | undefined; provedAt?: Date | null | undefined } = {},
): Promise<BegunSession> {
  const secret = newSecret()
  const tokenHash = secretHash('staff session', secret) ?? ''
  const { address, browser } = caller
  const { sid: oidcSid, provedAt } = provider
  const begun = { staffId, tokenHash, method, address, browser: browser ?? undefined, oidcSid, provedAt }
  const former = caller.session && secretHash('staff session', caller.session)
  if (former) await endSession(tx, former)
  await beginSession(begun, tx)
  const session = await signedInBy({ secret, isUnprefixed: false }, tx)
  if (session) await recordChange(tx, { actor: session.actor, command: 'sign-in', facts: { method } })
  return { secret, device: deviceProof(staffId, knownDevice(staffId, caller.device) ?? undefined) }
}

/** Ends the session that a browser sent, if there is one. */
export async function signOut(sent: SentSession | null): Promise<void> {
  const hash = sent && secretHash('staff session', sent.secret)
  const session = await signedInBy(sent)
  if (!hash) return
  await inTransaction(async tx => {
    await endSession(tx, hash)
    if (session) await recordChange(tx, { actor: session.actor, command: 'sign-out' })
  })
}
