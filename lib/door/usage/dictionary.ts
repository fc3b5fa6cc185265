import { readAnnounced } from '@/lib/store/usage/announcements'
import type { EventDefinition, FieldPolicies, TrackerMatch } from '@/lib/usage-data/definitions/definition'
import {
  contextSubject,
  eventSubject,
  fieldsSubject,
  fingerprint,
  metricSubject,
} from '@/lib/usage-data/definitions/fingerprint'
import { keptShape, policyWords } from '@/lib/usage-data/definitions/policy-labels'
import { ownDefinitions } from './announce'

/** `changed`: people were told of an earlier form, and this one is not collected until they are told of it. */
export type Standing = 'collected' | 'not-yet' | 'changed' | 'ended'

export interface FieldRow {
  name: string
  /** What happens to it before anything is stored. */
  happens: string
  /** What it must look like to be kept; empty where it isn't. */
  shape: string
  reason: string
}

interface Announcement {
  standing: Standing
  /** When people were told of it last. */
  announcedAt: Date | null
}

export interface DictionaryEvent extends Announcement {
  action: string
  description: string
  owner: string
  from: string
  keptMonths: number
  identifiers: readonly string[]
  fields: FieldRow[]
}

export interface DictionaryContext extends Announcement {
  schema: string
  description: string
  fields: FieldRow[]
}

export interface DictionaryMetric extends Announcement {
  keyPath: string
  description: string
  over: string
  from: string
}

export interface Dictionary {
  events: DictionaryEvent[]
  contexts: DictionaryContext[]
  protocol: Announcement & { fields: FieldRow[] }
  metrics: DictionaryMetric[]
}

const fieldRows = (fields: FieldPolicies): FieldRow[] =>
  Object.entries(fields).map(([name, policy]) => ({
    name,
    happens: policyWords(policy),
    shape: keptShape(policy),
    reason: policy.reason,
  }))

const matchWords = (match: TrackerMatch): string =>
  ({
    'page-view': () => 'a page view of a tracker',
    'page-ping': () => 'a page ping of a tracker',
    structured: () =>
      match.kind === 'structured' ? `a structured event, ${match.category} / ${match.action}` : '',
    'self-describing': () => (match.kind === 'self-describing' ? `an event of ${match.schema}` : ''),
  })[match.kind]()

const sourceWords = ({ source }: EventDefinition): string => {
  if (source.from === 'tracker') return `Sent by a product: ${matchWords(source.match)}`
  return source.from === 'habeas'
    ? 'Counted on the server of this site, without cookies'
    : 'Counted from this installation’s own tables, as a sum only'
}

const frames = { all: 'all time', '28d': '28 days', '7d': '7 days' } as const

const metricSources = {
  database: 'Counted from this installation’s own tables',
  events: 'Counted from the events that were collected',
  system: 'A fact of this installation',
} as const

/** What is collected, read off the definitions that the collector itself works by, with what people were told of it. */
export async function readDictionary(): Promise<Dictionary> {
  const announced = new Map((await readAnnounced()).map(announcement => [announcement.subject, announcement]))
  const announcement = (subject: string, current: string, status: string = 'active'): Announcement => {
    const row = announced.get(subject)
    const standing = !row ? 'not-yet' : row.fingerprint === current ? 'collected' : 'changed'
    return { standing: status === 'removed' ? 'ended' : standing, announcedAt: row?.at ?? null }
  }
  const { events, contexts, metrics, fields } = ownDefinitions
  return {
    events: events.map(event => ({
      ...announcement(eventSubject(event), fingerprint(event), event.status),
      action: event.action,
      description: event.description,
      owner: event.owner,
      from: sourceWords(event),
      keptMonths: event.keptMonths,
      identifiers: event.identifiers,
      fields: fieldRows(event.additionalProperties),
    })),
    contexts: contexts.map(context => ({
      ...announcement(contextSubject(context), fingerprint(context)),
      schema: context.schema,
      description: context.description,
      fields: fieldRows(context.fields),
    })),
    protocol: { ...announcement(fieldsSubject, fingerprint(fields)), fields: fieldRows(fields) },
    metrics: metrics.map(metric => ({
      ...announcement(metricSubject(metric), fingerprint(metric), metric.status),
      keyPath: metric.keyPath,
      description: metric.description,
      over: metric.timeFrames.map(frame => frames[frame]).join(', '),
      from: metricSources[metric.source.data],
    })),
  }
}

/** For how long the events of each kind are kept, the longest first; sums from our own tables are no events. */
export const retentionList = (): { months: number; actions: string[] }[] => {
  const events = ownDefinitions.events.filter(event => event.source.from !== 'database')
  const months = [...new Set(events.map(event => event.keptMonths))].sort((a, b) => b - a)
  return months.map(kept => ({
    months: kept,
    actions: events.filter(event => event.keptMonths === kept).map(event => event.action),
  }))
}
