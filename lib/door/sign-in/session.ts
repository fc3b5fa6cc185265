import { deviceProof, knownDevice, type SentSession, secretHash } from '@/lib/auth/session-token'
import type { StaffActor } from '@/lib/core/people/actor'
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
 * Begins a session of a person who has proved who they are. A new secret each time prevents session fixation.
 * @param provider what single sign-on says of the session: its own name of it, and when the person proved who they are; null where it
 * doesn't say
 */
export async function openSession(
  staffId: string,
  method: SignInMethod,
  caller: Caller,
  provider: { sid?: string | undefined; provedAt?: Date | null | undefined } = {},
): Promise<BegunSession> {
  const secret = newSecret()
  const tokenHash = secretHash('staff session', secret) ?? ''
  const { address, browser } = caller
  const { sid: oidcSid, provedAt } = provider
  await beginSession({
    staffId,
    tokenHash,
    method,
    address,
    browser: browser ?? undefined,
    oidcSid,
    provedAt,
  })
  const session = await signedInBy({ secret, isUnprefixed: false })
  if (session) await record(session.actor, 'sign-in', { method })
  return { secret, device: deviceProof(staffId, knownDevice(staffId, caller.device) ?? undefined) }
}

/** Ends the session that a browser sent, if there is one. */
export async function signOut(sent: SentSession | null): Promise<void> {
  const hash = sent && secretHash('staff session', sent.secret)
  const session = await signedInBy(sent)
  if (!hash || !session) return
  await endSession(hash)
  await record(session.actor, 'sign-out', {})
}

async function record(actor: StaffActor, command: string, facts: { method?: SignInMethod }): Promise<void> {
  await inTransaction(async (tx: Tx) => {
    await recordChange(tx, { actor, command, facts })
  })
}
