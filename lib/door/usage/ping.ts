import { env } from '@/lib/env'
import { describeError, log } from '@/lib/log'
import { addJob } from '@/lib/store/database/jobs'
import { databaseNow, inTransaction } from '@/lib/store/database/transaction'
import { installationId, readSetting } from '@/lib/store/settings/settings'
import { announcedFingerprints } from '@/lib/store/usage/announcements'
import { activeColleagues, eventFigure, metricFigure } from '@/lib/store/usage/metric-queries'
import { insertPing, lockPings, pingSince } from '@/lib/store/usage/pings'
import type { MetricDefinition, TimeFrame } from '@/lib/usage-data/definitions/definition'
import { fingerprint, metricSubject } from '@/lib/usage-data/definitions/fingerprint'
import { type Figure, figurePath, type PingDocument, pingDocument } from '@/lib/usage-data/figures/ping'
import { countedWeekEnds, databaseSpan, weekBegins } from '@/lib/usage-data/figures/ping-windows'
import { enoughPeople } from '@/lib/usage-data/figures/small-groups'
import { metrics } from '@/lib/usage-data/metrics'
import { productVersion } from '@/lib/version'

/** Tries to hand a ping over, at most. */
export const PING_TRIES = 3

async function systemFact(fact: string): Promise<string | number> {
  if (fact === 'version') return productVersion()
  if (fact === 'edition') return 'Habeas'
  if (fact === 'installation type') return env().embedded ? 'embedded' : 'own-database'
  if (fact === 'active colleagues') return await activeColleagues()
  throw new Error(`nobody knows the fact ${fact}`)
}

async function rawFigure({ source }: MetricDefinition, frame: TimeFrame, now: Date): Promise<Figure> {
  if (source.data === 'system') return await systemFact(source.fact)
  if (source.data === 'database') return await metricFigure(source.query, databaseSpan(frame, now))
  const days = { all: null, '28d': 28, '7d': 7 } as const
  const over = days[frame]
  return await eventFigure(source.event, source.count, over && { days: over, endsOn: countedWeekEnds(now) })
}

/** A figure that fails doesn't stop the rest of the ping. */
async function figure(metric: MetricDefinition, frame: TimeFrame, now: Date, least: number): Promise<Figure> {
  try {
    const raw = await rawFigure(metric, frame, now)
    return metric.countsPeople && typeof raw === 'number' && !enoughPeople(raw, least) ? null : raw
  } catch (error) {
    log.warn({ metric: metric.keyPath, err: describeError(error) }, 'a figure of the service ping failed')
    return 'failed'
  }
}

/** Only announced figures are sent. */
async function announcedMetrics(): Promise<MetricDefinition[]> {
  const announced = await announcedFingerprints()
  return metrics.filter(metric => announced.get(metricSubject(metric)) === fingerprint(metric))
}

/** The Service Ping as it would be sent at this moment, whole. */
export async function currentPing(now: Date): Promise<PingDocument> {
  const least = await readSetting('minimum-group')
  const announced = await announcedMetrics()
  const figures = new Map<string, Figure>()
  for (const metric of announced)
    for (const frame of metric.timeFrames)
      figures.set(figurePath(metric, frame), await figure(metric, frame, now, least))
  const uuid = await installationId()
  const head = {
    uuid,
    hostname: new URL(env().appUrl).hostname,
    recorded_at: now.toISOString(),
    idempotency_key: `${uuid}:${weekBegins(now).toISOString().slice(0, 10)}`,
  }
  return pingDocument(head, announced, figures)
}

/**
 * Makes this week's ping where there is none yet, keeps it, and has it sent only where that is switched on. Safe to run
 * from several workers at once.
 * @returns what became of it, or null where this week has one
 */
export async function makeWeeklyPing(): Promise<'kept' | 'queued' | null> {
  const now = await databaseNow()
  const since = weekBegins(now)
  if (await pingSince(since)) return null
  const document = await currentPing(now)
  return await inTransaction(async tx => {
    await lockPings(tx)
    if (await pingSince(since, tx)) return null
    const { on, address } = await readSetting('service-ping', tx)
    const state = on && address ? 'queued' : 'kept'
    const id = await insertPing(tx, { recordedAt: now, document, state })
    if (state === 'queued')
      await addJob(tx, 'send-ping', { pingId: id }, { maxAttempts: PING_TRIES, priority: 5 })
    return state
  })
}
