import { z } from 'zod'
import type { Described } from './described'
import { fieldsSubject, type Plain } from './fingerprint'
import { policyWords, shapeWords } from './policy-words'

/** What of a subject people were told of last. */
export interface Announced {
  subject: string
  fingerprint: string
  definition: unknown
}

export interface PendingChange {
  subject: string
  kind: 'new' | 'changed' | 'removed'
  /** The fingerprint that an announcement would put in force; empty where it is removed. */
  fingerprint: string
  /** What is different, one sentence each: from what people were told to what they would be told. */
  words: string[]
}

/** What differs between the definitions of this version and what people were told of. Nothing of it counts yet. */
export function pendingChanges(
  definitions: readonly Described[],
  announced: readonly Announced[],
): PendingChange[] {
  const told = new Map(announced.map(one => [one.subject, one]))
  const current = new Set(definitions.map(one => one.subject))
  const changed = definitions.flatMap((one): PendingChange[] => {
    const before = told.get(one.subject)
    if (before?.fingerprint === one.fingerprint) return []
    const kind = before ? 'changed' : 'new'
    const { subject, fingerprint } = one
    return [{ subject, kind, fingerprint, words: differences(subject, before?.definition, one.definition) }]
  })
  const removed = announced
    .filter(one => !current.has(one.subject))
    .map(
      ({ subject }): PendingChange => ({
        subject,
        kind: 'removed',
        fingerprint: '',
        words: ['It is no longer collected.'],
      }),
    )
  return [...changed, ...removed]
}

const treeSchema = z.record(z.string(), z.unknown())
const policySchema = z.object({
  policy: z.string(),
  as: z.string().optional(),
  reason: z.string().optional(),
  shape: z.unknown().optional(),
})

const tree = (value: unknown): Record<string, unknown> => treeSchema.safeParse(value).data ?? {}

function differences(subject: string, before: unknown, after: Plain): string[] {
  if (subject === fieldsSubject) return fieldWords(tree(before), tree(after))
  const [was, is] = [tree(before), tree(after)]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(name => !isFields(name))
  const own = names.flatMap(name => partWords(name, was[name], is[name]))
  return [
    ...own,
    ...['additionalProperties', 'fields'].flatMap(name => fieldWords(tree(was[name]), tree(is[name]))),
  ]
}

const isFields = (name: string) => name === 'additionalProperties' || name === 'fields'

const labels: Readonly<Record<string, string>> = {
  action: 'Name',
  schema: 'Name',
  keyPath: 'Name',
  description: 'Meaning',
  status: 'Status',
  source: 'Comes from',
  identifiers: 'Ids that it may carry',
  keptMonths: 'Kept for',
  valueType: 'Kind of value',
  timeFrames: 'Over',
  dataCategory: 'Category',
  countsPeople: 'Counts people',
}

function partWords(name: string, before: unknown, after: unknown): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const say = (value: unknown) => (value === undefined ? 'nothing' : sayPart(name, value))
  const label = labels[name] ?? name
  return [before === undefined ? `${label}: ${say(after)}` : `${label}: ${say(before)} → ${say(after)}`]
}

function sayPart(name: string, value: unknown): string {
  if (name === 'keptMonths') return `${String(value)} ${value === 1 ? 'month' : 'months'}`
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(', ') : 'none'
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map(one => sayPart('', one))
      .join(' ')
  return String(value)
}

function fieldWords(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap(name => {
    const [was, is] = [before[name], after[name]]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    if (was === undefined) return [`Field ${name}: ${sayPolicy(is)}`]
    if (is === undefined) return [`Field ${name}: ${sayPolicy(was)} → no longer expected, and dropped`]
    return [`Field ${name}: ${sayPolicy(was)} → ${sayPolicy(is)}`]
  })
}

function sayPolicy(value: unknown): string {
  const policy = policySchema.safeParse(value).data
  if (!policy) return 'something else'
  const shape = shapeWords(policy.shape)
  const reason = policy.reason ? ` (${policy.reason})` : ''
  return `${policyWords(policy)}${shape ? `, ${shape}` : ''}${reason}`
}

/** Under which kind an entry of the change log goes: `retention` or `policy` where it is nothing else. */
export function entryKind(changes: readonly PendingChange[]): 'definitions' | 'retention' | 'policy' {
  const words = changes.flatMap(one => one.words)
  if (changes.some(one => one.kind !== 'changed')) return 'definitions'
  if (words.every(one => one.startsWith('Kept for'))) return 'retention'
  return words.every(one => one.startsWith('Field ')) ? 'policy' : 'definitions'
}
