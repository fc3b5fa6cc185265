import { channelEventOf, channelText } from '@/lib/core/machine/channel-notice'
import type { TeamMail } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { isChannelEvent } from '@/lib/core/systems/channel-events'
import { type ConnectedSystem, inRole } from '@/lib/core/systems/connected'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { addJob } from '@/lib/store/database/jobs'
import type { Tx } from '@/lib/store/database/transaction'
import { referenceOf } from '@/lib/store/request/requests'
import { SystemFailure } from '@/lib/systems/failure'
import { connectTo } from './connect'
import { ledgerOf } from './ledger'
import { nextTry, type Turn } from './turn'

export interface NotifyJob {
  systemKey: string
  requestId: string
  event: string
  /** Of this notice; the same at every try. */
  id: string
  tries: number
}

/** Queues a line in each connected channel, along with a team's mail. */
export async function tellChannels(
  tx: Tx,
  request: PrivacyRequest,
  mail: TeamMail,
  systems: readonly ConnectedSystem[],
): Promise<void> {
  const event = channelEventOf(mail)
  if (!event) return
  for (const { key: systemKey } of inRole(systems, 'channel')) {
    const id = crypto.randomUUID()
    await addJob(tx, 'notify-channel', { systemKey, requestId: request.id, event, id, tries: 0 })
  }
}

/**
 * Posts one line with ids only. A channel can't be asked what was posted, so a line whose answer was lost isn't posted again:
 * everything is on the desk, and was mailed.
 */
export async function notifyChannel(
  { systemKey, requestId, event, id, tries }: NotifyJob,
  signal: AbortSignal,
): Promise<Turn> {
  const reference = await referenceOf(requestId)
  const connection = await connectTo(systemKey, { signal })
  const post = connection?.notify
  if (!reference || !post || !isChannelEvent(event)) return { is: 'over' }
  const text = channelText(event, reference, `${env().appUrl}/requests/${reference}/details`)
  try {
    await ledgerOf({ scope: `notice/${id}`, requestId }, systemKey).once({
      what: `notice-${event}`,
      target: reference,
      act: async () => ((await post(event, text)) ? 'posted' : 'switched off'),
      look: async () => ({ is: 'done', result: 'not known whether it was posted' }),
    })
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error
    const again = nextTry(error, tries)
    if (again) return again
    log.warn({ system: systemKey, reason: error.reason }, 'a channel was not told')
  }
  return { is: 'over' }
}
