import { channelText } from '@/lib/core/machine/channel-notice'
import { isChannelEvent } from '@/lib/core/systems/channel-events'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { referenceOf } from '@/lib/store/request/requests'
import { SystemFailure } from '@/lib/systems/failure'
import { connectTo } from '../systems/connect'
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
