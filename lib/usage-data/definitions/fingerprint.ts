import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ContextDefinition, EventDefinition, FieldPolicies, MetricDefinition } from './definition'

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }

/** What an announcement is of. */
export const eventSubject = (event: Pick<EventDefinition, 'action'>): string => `event/${event.action}`
export const contextSubject = (context: Pick<ContextDefinition, 'schema'>): string =>
  `context/${context.schema}`
export const metricSubject = (metric: Pick<MetricDefinition, 'keyPath'>): string => `metric/${metric.keyPath}`
/** The policies of the tracker protocol's own parameters. */
export const fieldsSubject = 'fields'

/** Who answers for it is no part of what people were told of: a team may be renamed without stopping anything. */
const notAnnounced = new Set(['owner'])

function plain(value: unknown): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value
  if (value instanceof z.ZodType) return plain(z.toJSONSchema(value))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object') throw new Error('a definition holds something that can’t be written down')
  const entries = Object.entries(value).filter(
    ([name, entry]) => entry !== undefined && !notAnnounced.has(name),
  )
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, plain(entry)]),
  )
}

/** A definition (or the protocol's policies) as plain data: names in order, shapes as JSON Schema, without its owner. */
export const describeDefinition = (
  definition: EventDefinition | ContextDefinition | MetricDefinition | FieldPolicies,
): Plain => plain(definition)

/** A stable hash of what people are told about a definition: two are the same exactly while that is. 64 hexadecimal digits. */
export const fingerprint = (
  definition: EventDefinition | ContextDefinition | MetricDefinition | FieldPolicies,
): string =>
  createHash('sha256')
    .update(JSON.stringify(plain(definition)))
    .digest('hex')
