import { z } from 'zod'
import { clocksSchema, fitsLaw, lawsNow } from '@/lib/core/deadlines/law-versions'
import { laws } from '@/lib/core/deadlines/laws/index'
import type { Actor } from '@/lib/core/people/actor'
import { lawSubject } from '@/lib/core/settings/proposal'
import { organisationRules } from '@/lib/store/settings/decision-rules'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { mayDo } from '../staff/changing'
import { type Proposed, propose } from './proposals'

const input = z.object({
  law: z.enum(laws.map(law => law.id)),
  clocks: clocksSchema,
  note: z.string().trim().min(1, 'Say why.').max(500),
})

/**
 * Proposes other clocks for a law, or with null to go back to those that Habeas comes with. Only how long they run can be
 * changed. Requests that were counted before keep their version.
 */
export async function proposeLawClocks(actor: Actor, sent: unknown, commandId: string): Promise<Proposed> {
  const ability = 'edit-handbook'
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = input.safeParse(sent)
  if (!parsed.success) return invalid(parsed.error)
  const { law: id, clocks, note } = parsed.data
  const own = laws.find(law => law.id === id)
  const now = lawsNow((await organisationRules()).lawVersions).find(law => law.id === id)
  if (!own || !now || (clocks && !fitsLaw(own, clocks)))
    return refusal('invalid-input', {
      detail: 'clocks',
      fields: { clocks: 'A clock can run longer or shorter, and nothing else.' },
    })
  const same = clocks ? isSame(clocks, now.clocks) : !now.override
  if (same)
    return refusal('invalid-input', { detail: 'clocks', fields: { clocks: 'This is what holds already.' } })
  return await propose(actor, ability, lawSubject(id), { clocks }, note, commandId)
}

/** The same clocks, in any order of their fields. */
const isSame = (clocks: unknown, other: unknown): boolean =>
  JSON.stringify(clocksSchema.parse(clocks)) === JSON.stringify(clocksSchema.parse(other))
