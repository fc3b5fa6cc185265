import { z } from 'zod'
import { clocksSchema, fitsLaw } from '@/lib/core/deadlines/law-versions'
import { laws } from '@/lib/core/deadlines/laws/index'
import type { Facts } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import type { OfficeCalendar } from '@/lib/core/request/office-calendar'
import { type RiskPolicy, riskPolicySchema } from '@/lib/core/risk/policy'
import {
  type ProposableSetting,
  proposableSettings,
  rightOf,
  settingSubject,
  subjectOf,
  templateSubject,
} from '@/lib/core/settings/proposal'
import type { RetentionDays } from '@/lib/core/settings/retention'
import { databaseNow, type Tx } from '@/lib/store/database/transaction'
import { insertTemplate } from '@/lib/store/mail/templates'
import { insertLawVersion } from '@/lib/store/settings/law-versions'
import {
  insertProposal,
  type LockedProposal,
  lockProposal,
  settleProposal,
} from '@/lib/store/settings/proposals'
import { insertRiskPolicy } from '@/lib/store/settings/risk-policies'
import { settingSchemas, writeSetting } from '@/lib/store/settings/settings'
import { invalid } from '../answer/invalid'
import { Refused, refusal } from '../answer/refusal'
import { builtIn, type TemplateText, templateText, wordingProblems } from '../mail/templates'
import { changing, type Done, mayDo, refuseBecause } from '../staff/changing'

/** Clocks, the risk policy and messages are changed by two Privacy people: one proposes, another one applies. */

const note = z.string().trim().min(1, 'Say why.').max(500)
const templateInput = templateText.extend({ key: z.string(), language: z.string(), note })
const settingInput = z.object({ key: z.enum(proposableSettings), value: z.unknown(), note })

export type Proposed = Done<{ proposal?: string }>

/** Proposes another wording of a message. */
export async function proposeTemplate(actor: Actor, input: unknown, commandId: string): Promise<Proposed> {
  if (!mayDo(actor, 'edit-templates')) return refusal('not-allowed')
  const parsed = templateInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { key, language, note: why, ...text } = parsed.data
  const template = builtIn(key, language)
  if (!template) return refusal('unknown-message', { detail: key })
  const fields = wordingProblems(template, text)
  if (Object.keys(fields).length > 0)
    return refusal('invalid-input', { detail: Object.keys(fields).join(', '), fields })
  return await propose(actor, 'edit-templates', templateSubject(language, key), text, why, commandId)
}

/** Proposes another value of a setting on which clocks, embargo or four-eyes hang. */
export async function proposeSetting(actor: Actor, input: unknown, commandId: string): Promise<Proposed> {
  if (!mayDo(actor, 'edit-handbook')) return refusal('not-allowed')
  const parsed = settingInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { key, value, note: why } = parsed.data
  const fits = settingSchemas[key].safeParse(value)
  if (!fits.success)
    return refusal('invalid-input', {
      detail: 'value',
      fields: { value: fits.error.issues[0]?.message ?? 'This can’t be set.' },
    })
  return await propose(actor, 'edit-handbook', settingSubject(key), fits.data, why, commandId)
}

/** Null: those that the law comes with. */
export type LawClocks = z.output<typeof lawClocks>
const lawClocks = z.object({ clocks: clocksSchema })

/** Keeps a change that was found fit until somebody else applies it; one a subject. */
export async function propose(
  actor: Actor,
  ability: 'edit-handbook' | 'edit-templates' | 'edit-risk-policy',
  subject: string,
  value: string | string[] | RetentionDays | OfficeCalendar | TemplateText | RiskPolicy | LawClocks,
  why: string,
  commandId: string,
): Promise<Proposed> {
  return await changing({ actor, ability, command: 'propose-change', commandId }, async tx => {
    const proposedById = actor.kind === 'staff' ? actor.id : 'system'
    const at = await databaseNow(tx)
    const proposal =
      (await insertProposal(tx, { subject, value, note: why, proposedById, at })) ??
      refuseBecause('note', 'A change of this waits already. Apply or withdraw that one first.')
    return { answer: { proposal }, facts: { proposal, subject } }
  })
}

/** Applies what somebody else proposed. Nobody applies their own proposal. */
export async function applyProposal(actor: Actor, id: string, commandId: string): Promise<Done> {
  const ability = 'edit-handbook'
  return await changing({ actor, ability, command: 'apply-change', commandId }, async (tx, { same }) => {
    const proposal = await lockProposal(tx, id)
    if (!proposal || actor.kind !== 'staff' || rightOf(proposal.subject))
      throw new Refused(refusal('not-found'))
    if (same.includes(proposal.proposedById)) throw new Refused(refusal('four-eyes'))
    const facts = await applyChange(tx, proposal)
    await settleProposal(tx, id, 'applied', { id: actor.id, at: await databaseNow(tx) })
    return { answer: {}, facts: { proposal: id, subject: proposal.subject, ...facts } }
  })
}

/** Takes a proposal back, one's own or somebody else's; nothing changes. */
export async function withdrawProposal(actor: Actor, id: string, commandId: string): Promise<Done> {
  const ability = 'edit-handbook'
  return await changing({ actor, ability, command: 'withdraw-change', commandId }, async tx => {
    const proposal = await lockProposal(tx, id)
    if (!proposal || actor.kind !== 'staff' || rightOf(proposal.subject))
      throw new Refused(refusal('not-found'))
    await settleProposal(tx, id, 'withdrawn', { id: actor.id, at: await databaseNow(tx) })
    return { answer: {}, facts: { proposal: id, subject: proposal.subject } }
  })
}

/** What was proposed may no longer fit: it is checked again, as if it were sent now. */
async function applyChange(
  tx: Tx,
  { subject, value, note: why, proposedById }: LockedProposal,
): Promise<Facts> {
  const about = subjectOf(subject)
  if (about?.kind === 'setting') return await set(tx, about.key, value)
  if (about?.kind === 'risk-policy') {
    const policy = riskPolicySchema.safeParse(value)
    if (!policy.success) throw new Refused(refusal('invalid-input', { detail: 'value' }))
    const version = await insertRiskPolicy(tx, policy.data, { note: why, madeById: proposedById })
    return { version }
  }
  if (about?.kind === 'law') {
    const own = laws.find(law => law.id === about.id)
    const { clocks } = lawClocks.safeParse(value).data ?? {}
    if (!own || clocks === undefined || (clocks && !fitsLaw(own, clocks)))
      throw new Refused(refusal('invalid-input', { detail: 'value' }))
    const made = { note: why, madeById: proposedById }
    return { law: own.id, version: await insertLawVersion(tx, own.id, clocks, made) }
  }
  const template = about?.kind === 'template' ? builtIn(about.key, about.language) : null
  const text = templateText.safeParse(value)
  if (!template || !text.success || Object.keys(wordingProblems(template, text.data)).length > 0)
    throw new Refused(refusal('invalid-input', { detail: 'value' }))
  const { key, language } = template
  const version = await insertTemplate(tx, { key, language, ...text.data, madeById: proposedById })
  return { version }
}

async function set<Key extends ProposableSetting>(tx: Tx, key: Key, value: unknown): Promise<Facts> {
  const fits = settingSchemas[key].safeParse(value)
  if (!fits.success) throw new Refused(refusal('invalid-input', { detail: 'value' }))
  await writeSetting(tx, key, fits.data)
  return {}
}
