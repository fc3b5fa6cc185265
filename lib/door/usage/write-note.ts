import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { databaseNow } from '@/lib/store/database/transaction'
import { saveNote } from '@/lib/store/usage/notes'
import { indicators } from '@/lib/usage-data/indicators/index'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { changing, type Done, mayDo, refuseBecause } from '../staff/changing'

const ability = 'write-indicators'

const noteInput = z.strictObject({
  indicator: z.enum(indicators.map(indicator => indicator.key)),
  month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'Choose a month.'),
  health: z.enum(['0', '1', '2', '3'], 'Choose how it is.'),
  reasons: z.string().trim().min(1, 'Say why.').max(2000),
  lessons: z.string().trim().max(4000),
})

/** Writes health, reasons and lessons of a month under an indicator; what stood there for that month is replaced. */
export async function writeNote(actor: Actor, input: unknown, commandId: string): Promise<Done> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = noteInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { indicator, month, reasons, lessons } = parsed.data
  const health = Number(parsed.data.health)
  return await changing({ actor, ability, command: 'write-indicator-note', commandId }, async tx => {
    const now = await databaseNow(tx)
    if (month > now.toISOString().slice(0, 7)) refuseBecause('month', 'This month hasn’t begun.')
    await saveNote(tx, {
      indicator,
      month: new Date(`${month}-01T00:00:00Z`),
      health,
      reasons,
      lessons,
      writtenAt: now,
      writtenById: actor.kind === 'staff' ? actor.id : 'system',
    })
    return { answer: {}, facts: { indicator, month, health } }
  })
}
