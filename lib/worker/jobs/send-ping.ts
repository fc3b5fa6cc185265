import { z } from 'zod'
import { PING_TRIES } from '@/lib/door/usage/ping'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { readSetting } from '@/lib/store/settings/settings'
import { queuedPing, recordTry } from '@/lib/store/usage/pings'
import { handOver, shownReceiver } from '@/lib/systems/ping-receiver'
import type { JobHandler } from '../job'

const payloadSchema = z.object({ pingId: z.string() })

const keyed = z.object({ idempotency_key: z.string() })

/** The document's own key; one that was made by an older version has none. */
const keyOf = (document: unknown): string | undefined => keyed.safeParse(document).data?.idempotency_key

/** Thrown so that the queue tries again later. */
class PingNotTaken extends Error {
  override name = 'PingNotTaken'
}

/** Sends a kept Service Ping to where the settings say now; one that was switched off meanwhile stays here. */
export const sendPing: JobHandler = async (payload, { attempt, signal }) => {
  const { pingId } = payloadSchema.parse(payload)
  const ping = await queuedPing(pingId)
  if (!ping) return
  const { on, address } = await readSetting('service-ping')
  if (!on || !address) return await recordTry(pingId, { state: 'kept', sentTo: null, problem: null })
  // A worker that died between sending and writing that down sends again, with the same key.
  const key = keyOf(ping.document) ?? pingId
  const problem = await handOver(address, ping.document, {
    key,
    allowed: env().allowedPrivateHosts,
    signal,
  })
  const sentTo = shownReceiver(address)
  if (!problem) return await recordTry(pingId, { state: 'sent', sentTo, problem: null })
  log.warn({ pingId, problem, attempt }, 'the service ping was not taken')
  const last = attempt >= PING_TRIES
  await recordTry(pingId, { state: last ? 'failed' : 'queued', sentTo, problem })
  if (!last) throw new PingNotTaken()
}
