import { knownDevice } from '@/lib/auth/session-token'
import { log } from '@/lib/log'
import { consume, giveBack } from '@/lib/store/database/limits'
import { giveBackShares, takeShares } from '../answer/network-limits'
import { type Caller, networkInLog } from './caller'

/** Wrong tries in a quarter of an hour: for one person by strangers, for one browser of theirs, for one network. */
const WINDOW_S = 15 * 60
const PER_PERSON = 10
const PER_DEVICE = 10
const PER_NETWORK = 60

/** A try that was counted; given back, it counts no more. */
export interface Counted {
  ok: true
  giveBack: () => Promise<void>
}

export type Tried = Counted | { ok: false; retryAfterSeconds: number }

/**
 * Counts a try before it is judged, so that tries at once can't exceed the limit; one that turns out to be right is given back. A
 * browser that this person has signed in with before has tries of its own: strangers who guess can't lock its owner out, neither
 * from elsewhere nor from behind the same address.
 * @param what is tried: each is limited for itself
 * @param whom as it was typed, whether there is such a person or not
 * @param staffId of the person, if there is one
 */
export async function countTries(
  what: 'password' | 'code',
  whom: string,
  staffId: string | null,
  caller: Caller,
): Promise<Tried> {
  const device = staffId && knownDevice(staffId, caller.device)
  const name = what === 'password' ? 'sign-in' : 'second-factor'
  const shares = device ? [] : [{ what: `${name}:network`, most: PER_NETWORK, seconds: WINDOW_S }]
  const own = device
    ? { key: `${name}:device:${device}`, points: PER_DEVICE }
    : { key: `${name}:person:${whom}`, points: PER_PERSON }
  // The widest first, and none after a refusal: who is refused for their site or network uses nobody else's tries up.
  const network = await takeShares(shares, caller.address)
  const answer = network.ok ? await consume(own.key, own.points, WINDOW_S) : network
  if (!answer.ok) {
    const logged = { what, staff: staffId, network: networkInLog(caller.address) }
    log.warn({ security: 'sign-in-throttled', ...logged }, 'too many wrong sign-ins')
    return { ok: false, retryAfterSeconds: answer.retryAfterSeconds }
  }
  return {
    ok: true,
    giveBack: async () => {
      await giveBackShares(shares, caller.address)
      await giveBack(own.key)
    },
  }
}

/**
 * Judges a try that was counted. One that can't be judged now is given back: nobody has learnt anything by it.
 * @throws what judging throws
 */
export async function judge<T>(tried: Counted, how: () => Promise<T>): Promise<T> {
  try {
    return await how()
  } catch (error) {
    await tried.giveBack()
    throw error
  }
}
