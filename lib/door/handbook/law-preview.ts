import { dayOf } from '@/lib/core/deadlines/days'
import type { Law } from '@/lib/core/deadlines/law'
import { type ClockChange, clockChanges, type Touched, touchedBy } from '@/lib/core/deadlines/law-change'
import { composedLaw } from '@/lib/core/deadlines/law-for'
import { clocksSchema, fitsLaw, type LawVersion, lawsNow } from '@/lib/core/deadlines/law-versions'
import type { Context } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import { type ClockedRow, readOpenUnder } from '@/lib/store/request/open-under-law'
import { contextForPage } from '../run/context'
import { mayDo } from '../staff/changing'

/** What a change of a law's clocks, or of the default law, would do. */
export interface LawPreview {
  changes: ClockChange[]
  /** Open requests that are counted under what would change. */
  open: number
  /** Of these, the earliest due ones were counted anew. */
  lookedAt: number
  /** Those of them that would be due at another time, the earliest first. */
  touched: Touched[]
}

/** @returns null for somebody who may not change it, and for clocks that don't fit the law */
export async function previewClocks(actor: Actor, id: string, sent: unknown): Promise<LawPreview | null> {
  if (!mayDo(actor, 'edit-handbook')) return null
  const clocks = clocksSchema.safeParse(sent)
  const context = await contextForPage(actor)
  const { lawVersions } = context.rules
  const before = lawsNow(lawVersions).find(law => law.id === id)
  if (!before || !clocks.success || (clocks.data && !fitsLaw(before, clocks.data))) return null
  const version = Math.max(0, ...lawVersions.map(version => version.version)) + 1
  const next: LawVersion = { law: id, version, clocks: clocks.data, note: '' }
  const rules = { ...context.rules, lawVersions: [...lawVersions, next] }
  const after = lawsNow(rules.lawVersions).find(law => law.id === id)
  if (!after) return null
  return preview(before, after, await readOpenUnder(actor, { law: id }), { ...context, rules })
}

/** The same for another default law. */
export async function previewDefault(actor: Actor, id: string): Promise<LawPreview | null> {
  if (!mayDo(actor, 'edit-handbook')) return null
  const context = await contextForPage(actor)
  const all = lawsNow(context.rules.lawVersions)
  const today = dayOf(context.now, context.timeZone).toString()
  const named = (law: string) => all.find(known => known.id === law) ?? composedLaw(law, all, today)
  const [before, after] = [named(context.rules.defaultLaw), named(id)]
  if (!before || !after) return null
  const rules = { ...context.rules, defaultLaw: id }
  return preview(before, after, await readOpenUnder(actor, 'default'), { ...context, rules })
}

const preview = (
  before: Law,
  after: Law,
  { count, requests }: { count: number; requests: ClockedRow[] },
  context: Context,
): LawPreview => ({
  changes: clockChanges(before, after),
  open: count,
  lookedAt: requests.length,
  touched: touchedBy(requests, context),
})
