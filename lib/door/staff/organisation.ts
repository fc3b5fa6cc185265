import { z } from 'zod'
import { emailSchema } from '@/lib/core/account/matching'
import type { Actor } from '@/lib/core/people/actor'
import { teams } from '@/lib/core/people/actor'
import { riskPolicySchema } from '@/lib/core/risk/policy'
import { signalSettingSchema } from '@/lib/core/risk/signals/signal-setting'
import { riskPolicySubject } from '@/lib/core/settings/proposal'
import { acknowledgeDataPlatformList } from '@/lib/store/accounts/data-platform-list'
import { acknowledgeSuppressed } from '@/lib/store/accounts/suppressions'
import { currentRiskPolicy } from '@/lib/store/settings/decision-rules'
import { writeSetting } from '@/lib/store/settings/settings'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { type Proposed, propose } from '../handbook/proposals'
import { tickListed } from '../run/list-upload'
import { changing, type Done, mayDo } from './changing'

/** What concerns the whole organisation: risk policy, team addresses, the suppression list. */

const policyInput = z.object({
  medium: z.number(),
  high: z.number(),
  signals: z.record(z.string(), signalSettingSchema),
  note: z.string().trim().min(1, 'Say why.').max(500),
})

/** Proposes the next version of the risk policy; requests keep the version that they were rated with. */
export async function saveRiskPolicy(actor: Actor, input: unknown, commandId: string): Promise<Proposed> {
  const ability = 'edit-risk-policy'
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = policyInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { note, medium, high, signals } = parsed.data
  const current = await currentRiskPolicy()
  const next = { ...current, medium, high, signals: { ...current.signals, ...signals } }
  const whole = riskPolicySchema.safeParse(next)
  if (whole.success) return await propose(actor, ability, riskPolicySubject, whole.data, note, commandId)
  const words = whole.error.issues[0]?.message ?? 'These numbers don’t fit together.'
  return refusal('invalid-input', { detail: 'high', fields: { high: words } })
}

const addressesInput = z.partialRecord(z.enum(teams), emailSchema)

/** Where each team's task mail goes. */
export async function saveTeamAddresses(actor: Actor, input: unknown, commandId: string): Promise<Done> {
  const ability = 'manage-team-addresses'
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = addressesInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  return await changing({ actor, ability, command: 'change-team-addresses', commandId }, async tx => {
    await writeSetting(tx, 'team-addresses', parsed.data)
    return { answer: {}, facts: { teams: Object.keys(parsed.data) } }
  })
}

/** The marketing team has erased what was on the list until then. */
export async function acknowledgeSuppression(
  actor: Actor,
  until: Date,
  commandId: string,
): Promise<Done<{ count?: number }>> {
  const change = { actor, ability: 'see-suppression', command: 'acknowledge-suppression', commandId } as const
  return await changing(change, async tx => {
    const count = await acknowledgeSuppressed(tx, until)
    return { answer: { count }, facts: { count, until: until.toISOString() } }
  })
}

/** The data platform has deleted what was on its list up to this version. */
export async function acknowledgeDeletions(
  actor: Actor,
  version: number,
  commandId: string,
): Promise<Done<{ count?: number }>> {
  const change = { actor, ability: 'see-suppression', command: 'acknowledge-deletions', commandId } as const
  return await changing(change, async tx => {
    const count = await acknowledgeDataPlatformList(tx, version)
    // What is deleted there was uploaded before.
    await tickListed(tx, version, actor)
    return { answer: { count }, facts: { count, version } }
  })
}
