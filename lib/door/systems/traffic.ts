import { consume } from '@/lib/store/database/limits'
import { pauseSystem, recordAnswer, recordFailure, trafficOf } from '@/lib/store/systems/traffic'
import { SystemFailure } from '@/lib/systems/failure'
import type { Traffic } from '@/lib/systems/wire'

/** How long a system is left alone that asks for it without saying how long. */
const DEFAULT_PAUSE_SECONDS = 5

export interface TrafficOf {
  key: string
  name: string
  perMinute: number
}

/** What all processes share about a system, kept in the database: pauses, our own limit, and its health. */
export const sharedTraffic = ({ key, name, perMinute }: TrafficOf): Traffic => ({
  async enter() {
    const state = await trafficOf(key)
    if (!state) throw new SystemFailure('unexpected', `${name} is no longer connected.`)
    if (state.pauseSeconds > 0) {
      const failing = state.failures > 0
      throw new SystemFailure(
        failing ? 'circuit-open' : 'limited',
        failing
          ? `${name} fails again and again, so it is left alone for a moment.`
          : `${name} asked us to wait.`,
        { retryAfterSeconds: Math.ceil(state.pauseSeconds) },
      )
    }
    const allowed = await consume(`system:${key}`, perMinute, 60)
    if (!allowed.ok)
      throw new SystemFailure('limited', `Our own limit of calls to ${name} is reached.`, {
        retryAfterSeconds: allowed.retryAfterSeconds,
        isOwnLimit: true,
      })
  },
  async leave(failure) {
    if (!failure) return await recordAnswer(key)
    if (failure.reason === 'limited')
      return await pauseSystem(key, failure.retryAfterSeconds ?? DEFAULT_PAUSE_SECONDS)
    await recordFailure(key, failure.message)
  },
})
