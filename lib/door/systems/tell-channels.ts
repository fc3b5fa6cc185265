import { channelEventOf } from '@/lib/core/machine/channel-notice'
import type { TeamMail } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { type ConnectedSystem, inRole } from '@/lib/core/systems/connected'
import { addJob } from '@/lib/store/database/jobs'
import type { Tx } from '@/lib/store/database/transaction'

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
