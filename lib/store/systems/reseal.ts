import { env } from '@/lib/env'
import { type Database, database } from '../database/client'
import { sealedAnew } from '../database/open-sealed'

/**
 * Seals with the present key what was sealed with an earlier one: the secrets of connected systems and of webhooks. What is changed
 * at the same moment is left to that change. Safe in several processes at once.
 * @returns how many were sealed anew
 */
export async function resealSecrets(db: Database = database()): Promise<number> {
  if (env().earlierKeys.length === 0) return 0
  let count = 0
  const systems = await db.connectedSystem.findMany({ select: { key: true, secrets: true } })
  for (const { key, secrets } of systems) {
    const anew = secrets && sealedAnew(secrets, 'connected system', key)
    if (anew)
      count += await db.$executeRaw`
        update connected_system set secrets = ${anew} where key = ${key} and secrets = ${secrets}`
  }
  const webhooks = await db.webhook.findMany({ select: { id: true, secret: true } })
  for (const { id, secret } of webhooks) {
    const anew = sealedAnew(secret, 'webhook', id)
    if (anew)
      count += await db.$executeRaw`
        update webhook set secret = ${anew} where id = ${id} and secret = ${secret}`
  }
  return count
}
