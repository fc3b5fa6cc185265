import { systemClock } from '@/lib/clock'
import { makeWeeklyPing } from '@/lib/door/usage/ping'
import { log } from '@/lib/log'
import type { Sweep } from '../engine'

const EVERY_MS = 10 * 60_000
let lookedAt = 0

/** The Service Ping of the week. Looked for now and then only: it is never urgent. */
export const servicePing: Sweep = {
  name: 'service ping',
  async run() {
    const now = systemClock.now().getTime()
    if (now - lookedAt < EVERY_MS) return
    const state = await makeWeeklyPing()
    lookedAt = now
    if (state) log.info({ state }, 'made the service ping of this week')
  },
}
