import { channelEventOf } from '@/lib/core/machine/channel-notice'
import type { TeamMail } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { type ConnectedSystem, inRole } from '@/lib/core/systems/connected'
import type { Tx } from '@/lib/store/database/transaction'
import { addTurn } from '@/lib/store/systems/turns'

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
    await addTurn(tx, 'notify-channel', id, { systemKey, requestId: request.id, event, id, tries: 0 })
  }
}
