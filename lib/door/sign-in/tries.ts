import { networkOf } from '@/lib/auth/client-address'
import { knownDevice } from '@/lib/auth/session-token'
import { log } from '@/lib/log'
import { consume, giveBack } from '@/lib/store/database/limits'
import { type Caller, networkInLog } from './caller'

/** Wrong tries in a quarter of an hour: for one person by strangers, for one browser of theirs, for one network. */
const WINDOW_S = 15 * 60
const PER_PERSON = 10
const PER_DEVICE = 10
const PER_NETWORK = 60

export type Tried = { ok: true; giveBack: () => Promise<void> } | { ok: false; retryAfterSeconds: number }

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
  const limits = device
    ? [{ key: `${name}:device:${device}`, points: PER_DEVICE }]
    : [
        { key: `${name}:network:${networkOf(caller.address)}`, points: PER_NETWORK },
        { key: `${name}:person:${whom}`, points: PER_PERSON },
      ]
  for (const { key, points } of limits) {
    const { ok, retryAfterSeconds } = await consume(key, points, WINDOW_S)
    if (ok) continue
    const network = networkInLog(caller.address)
    log.warn({ security: 'sign-in-throttled', what, staff: staffId, network }, 'too many wrong sign-ins')
    return { ok: false, retryAfterSeconds }
  }
  return {
    ok: true,
    giveBack: async () => {
      for (const { key } of limits) await giveBack(key)
    },
  }
}
