import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Described } from './described'
import { fieldsSubject, type Plain } from './fingerprint'
import { policyWords, shapeWords } from './policy-labels'

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
  const announcedBySubject = new Map(announced.map(announcement => [announcement.subject, announcement]))
  const current = new Set(definitions.map(definition => definition.subject))
  const changed = definitions.flatMap((definition): PendingChange[] => {
    const before = announcedBySubject.get(definition.subject)
    if (before?.fingerprint === definition.fingerprint) return []
    const kind = before ? 'changed' : 'new'
    const { subject, fingerprint } = definition
    return [
      { subject, kind, fingerprint, words: differences(subject, before?.definition, definition.definition) },
    ]
  })
  const removed = announced
    .filter(announcement => !current.has(announcement.subject))
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

const fieldNames = ['additionalProperties', 'fields'] as const

function differences(subject: string, before: unknown, after: Plain): string[] {
  const inForce = before !== undefined
  if (subject === fieldsSubject)
    return inForce ? fieldWords(tree(before), tree(after)) : newFieldWords(tree(after))
  const [was, is] = [tree(before), tree(after)]
  const names = Object.keys(labels).filter(name => name in was || name in is)
  const others = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    name => !names.includes(name) && !isFields(name),
  )
  // What is new bears its name in its title, and is active.
  const shown = [...names, ...others].filter(name => inForce || !selfEvident.has(name))
  return [
    ...shown.flatMap(name => partWords(name, was[name], is[name])),
    ...fieldNames.flatMap(name =>
      inForce ? fieldWords(tree(was[name]), tree(is[name])) : newFieldWords(tree(is[name])),
    ),
  ]
}

const selfEvident = new Set(['action', 'schema', 'keyPath', 'status', 'valueType', 'dataCategory'])

const isFields = (name: string) => name === 'additionalProperties' || name === 'fields'

/** In the order in which they are told. */
const labels: Readonly<Record<string, string>> = {
  action: 'Name',
  schema: 'Name',
  keyPath: 'Name',
  description: 'Meaning',
  status: 'Status',
  source: 'Comes from',
  identifiers: 'Ids that it may carry',
  keptMonths: 'Kept for',
  timeFrames: 'Over',
  countsPeople: 'Counts people',
  valueType: 'Kind of value',
  dataCategory: 'Category',
}

function partWords(name: string, before: unknown, after: unknown): string[] {
  if (isDeepStrictEqual(before, after)) return []
  const say = (value: unknown) => (value === undefined ? 'nothing' : sayPart(name, value))
  const label = labels[name] ?? name
  return [before === undefined ? `${label}: ${say(after)}` : `${label}: ${say(before)} → ${say(after)}`]
}

function sayPart(name: string, value: unknown): string {
  if (name === 'keptMonths') return `${String(value)} ${value === 1 ? 'month' : 'months'}`
  if (name === 'source') return saySource(value)
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(', ') : 'none'
  if (value === true) return 'yes'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const matchSchema = z.object({
  kind: z.string(),
  category: z.string().optional(),
  action: z.string().optional(),
  schema: z.string().optional(),
})
const sourceSchema = z.union([
  z.object({ from: z.literal('tracker'), match: matchSchema }),
  z.object({ from: z.literal('habeas') }),
  z.object({ from: z.literal('database'), query: z.string() }),
  z.object({ data: z.literal('database'), query: z.string() }),
  z.object({ data: z.literal('events'), event: z.string(), count: z.string() }),
  z.object({ data: z.literal('system'), fact: z.string() }),
])

function saySource(value: unknown): string {
  const source = sourceSchema.safeParse(value).data
  if (!source) return JSON.stringify(value)
  if ('query' in source) return `a count of our own tables (${source.query})`
  if ('event' in source) return `the events ${source.event}, counted by ${source.count}`
  if ('fact' in source) return `the installation itself (${source.fact})`
  if (source.from === 'habeas') return 'the server of this site, without cookies'
  const { kind, category, action, schema } = source.match
  return `a product’s tracker (${[kind, category, action, schema].filter(Boolean).join(' ')})`
}

/** What is kept of something new, field by field, and what isn't in one sentence. */
function newFieldWords(fields: Record<string, unknown>): string[] {
  const all = Object.entries(fields)
  const isDropped = (value: unknown) => policySchema.safeParse(value).data?.policy === 'drop'
  const dropped = all.filter(([, value]) => isDropped(value)).map(([name]) => name)
  const kept = all.filter(([, value]) => !isDropped(value))
  return [
    ...kept.map(([name, value]) => `Field ${name}: ${sayPolicy(value)}`),
    ...(dropped.length > 0 ? [`Fields that are not stored: ${dropped.join(', ')}`] : []),
  ]
}

function fieldWords(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap(name => {
    const [was, is] = [before[name], after[name]]
    // The database gives the parts of an object back in an order of its own.
    if (isDeepStrictEqual(was, is)) return []
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
  const words = changes.flatMap(change => change.words)
  if (changes.some(change => change.kind !== 'changed')) return 'definitions'
  if (words.every(word => word.startsWith('Kept for'))) return 'retention'
  return words.every(word => word.startsWith('Field ')) ? 'policy' : 'definitions'
}
