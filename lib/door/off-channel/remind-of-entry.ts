import { nextReminderOf } from '@/lib/core/off-channel/due'
import type { SystemActor } from '@/lib/core/people/actor'
import { env } from '@/lib/env'
import { databaseNow } from '@/lib/store/database/transaction'
import { lockEntryToRemind, setEntryReminder } from '@/lib/store/request/off-channel'
import { changing } from '../staff/changing'
import { tellPrivacy } from './tell-privacy'

/**
 * Reminds Privacy of an off-channel entry that they have yet to answer, and notes when to do so again.
 * @param due names this one reminder, so that it is mailed once
 * @returns the reason of a refusal; nothing where it was done, or nobody has to be reminded any more
 */
export async function remindOfEntry(
  actor: SystemActor,
  { id: due, entry: id }: { id: string; entry: string },
): Promise<string | undefined> {
  const done = await changing(
    {
      actor,
      ability: 'log-off-channel',
      command: 'remind-off-channel',
      commandId: `remind-off-channel:${due}`,
    },
    async tx => {
      const entry = await lockEntryToRemind(tx, id)
      if (entry) {
        const now = await databaseNow(tx)
        await tellPrivacy(tx, entry, now, 'off-channel-reminder')
        await setEntryReminder(tx, id, nextReminderOf(entry.dueOn, now, env().orgTimeZone))
      }
      return { answer: {}, facts: { offChannel: id, told: entry !== null } }
    },
  )
  return done.ok ? undefined : done.reason
}
