import { systemClock } from '@/lib/clock'
import { describeError, log } from '@/lib/log'
import { lastBeat } from '@/lib/store/database/worker-heartbeat'

const LOOK_EVERY_MS = 60_000
/** A worker that is started again has spoken by then. */
const SILENT_MS = 2 * 60_000
const WARN_EVERY_MS = 15 * 60_000

/**
 * How long no worker has been heard of, where that is too long to be a restart; null where all is well.
 * @param heard of any worker, last
 * @param since when somebody listens: before that, silence says nothing
 */
export function silence(heard: Date | undefined, since: Date, now: Date): number | null {
  const from = Math.max(heard?.getTime() ?? 0, since.getTime())
  return now.getTime() - from > SILENT_MS ? now.getTime() - (heard ?? since).getTime() : null
}

/**
 * Raises the alarm in the log where the worker is gone: it can't say so itself, and until it is back no mail leaves and no
 * deadline acts, though every page looks well.
 */
export function watchWorker(): { stop(): void } {
  const since = systemClock.now()
  let warnedAt = 0
  const look = async () => {
    const now = systemClock.now()
    const silentMs = silence(await lastBeat(), since, now)
    if (silentMs === null || now.getTime() - warnedAt < WARN_EVERY_MS) return
    warnedAt = now.getTime()
    log.error(
      { silentMinutes: Math.round(silentMs / 60_000) },
      'no worker is running: mail and deadlines wait',
    )
  }
  const notLooked = (error: unknown) =>
    log.warn({ err: describeError(error) }, 'whether a worker runs is not known')
  const timer = setInterval(() => void look().catch(notLooked), LOOK_EVERY_MS)
  return { stop: () => clearInterval(timer) }
}
