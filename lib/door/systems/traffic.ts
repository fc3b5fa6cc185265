import { enterSystem, pauseSystem, recordAnswer, recordFailure } from '@/lib/store/systems/traffic'
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
export function sharedTraffic({ key, name, perMinute }: TrafficOf): Traffic {
  /** Whether the database knows of trouble, so that an answer is news; nearly every call finds none and writes none. */
  let isTroubled = false
  return {
    async enter() {
      const entered = await enterSystem(key, perMinute)
      if (!entered) throw new SystemFailure('unexpected', `${name} is no longer connected.`)
      const { pauseSeconds, failures, isHealthy, limitedSeconds } = entered
      isTroubled ||= failures > 0 || !isHealthy
      if (pauseSeconds > 0) {
        const failing = failures > 0
        throw new SystemFailure(
          failing ? 'circuit-open' : 'limited',
          failing
            ? `${name} fails again and again, so it is left alone for a moment.`
            : `${name} asked us to wait.`,
          { retryAfterSeconds: Math.ceil(pauseSeconds) },
        )
      }
      if (limitedSeconds > 0)
        throw new SystemFailure('limited', `Our own limit of calls to ${name} is reached.`, {
          retryAfterSeconds: limitedSeconds,
          isOwnLimit: true,
        })
    },
    async leave(failure) {
      if (failure?.reason === 'limited')
        return await pauseSystem(key, failure.retryAfterSeconds ?? DEFAULT_PAUSE_SECONDS)
      if (failure) {
        isTroubled = true
        return await recordFailure(key, failure.message)
      }
      if (!isTroubled) return
      isTroubled = false
      await recordAnswer(key)
    },
  }
}
