import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { databaseNow } from '@/lib/store/database/transaction'
import { readSetting, writeSetting } from '@/lib/store/settings/settings'
import { insertChange, lockAnnouncements } from '@/lib/store/usage/announcements'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from '../staff/changing'

const ability = 'announce-usage'

const groupInput = z.object({
  minimum: z.coerce
    .number('Enter a number.')
    .int('Enter a whole number.')
    .min(2, 'Two people is the least: a figure of one is a person.')
    .max(1000, 'A thousand is the most.'),
})

/** Sets how few people are never shown as a figure, everywhere at once; people are told by an entry of the change log. */
export async function saveMinimumGroup(actor: Actor, input: unknown, commandId: string): Promise<Done> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = groupInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { minimum } = parsed.data
  return await changing({ actor, ability, command: 'change-minimum-group', commandId }, async tx => {
    await lockAnnouncements(tx)
    const before = await readSetting('minimum-group', tx)
    if (before === minimum) return { answer: {}, facts: { least: minimum, before, change: null } }
    await writeSetting(tx, 'minimum-group', minimum)
    const change = await insertChange(tx, {
      at: await databaseNow(tx),
      kind: 'policy',
      title: `Figures of fewer than ${minimum} people are not shown`,
      body: `Until now it was fewer than ${before}. It holds for charts, funnels and the Service Ping.`,
      announcedById: actor.kind === 'staff' ? actor.id : null,
    })
    return { answer: {}, facts: { least: minimum, before, change } }
  })
}
