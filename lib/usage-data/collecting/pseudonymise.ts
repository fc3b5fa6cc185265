import type { EventDefinition, KeptMonths } from '../definitions/definition'
import { contextSubject, eventSubject, fieldsSubject } from '../definitions/fingerprint'
import { addressPattern, type PageIds, referrerPattern } from './address-pattern'
import { happenedAt } from './happened-at'
import { type OpenedEvent, openEvent, type PayloadProblem } from './protocol'
import type { Rules } from './rules'
import { type Hmac, isKept, policyOf, treat } from './treat-field'

/** An event as it is stored: nothing in it that its definition doesn't let through. */
export interface StoredEvent {
  id: string
  keptMonths: KeptMonths
  event: string
  happenedAt: Date | null
  app: string | null
  platform: string | null
  userPseudonym: string | null
  sessionPseudonym: string | null
  devicePseudonym: string | null
  keyVersion: number
  projectId: string | null
  namespaceId: string | null
  country: string | null
  region: string | null
  page: string | null
  referrer: string | null
  label: string | null
  property: string | null
  value: number | null
  fields: Readonly<Record<string, string>>
  fingerprint: string
}

export type RejectReason = PayloadProblem | 'ill-shaped' | 'unknown-event' | 'not-announced' | 'over-limit'

/** What is stored of an event that wasn't taken. */
export interface RejectedEvent {
  reason: RejectReason
  event: string | null
  userPseudonym: string | null
  fields: Readonly<Record<string, string>>
}

export interface Given {
  now: Date
  keyVersion: number
  /** Under the key version. */
  hmac: Hmac
  /** Turns a tracker's event id into ours; a new one where it sent none. */
  eventId: (eid: string | undefined) => string
  /** Fingerprints by subject, as people were told of them. */
  announced: ReadonlyMap<string, string>
  /** The tracker asks that nobody be recognised. */
  anonymous: boolean
}

export type Pseudonymised = { stored: StoredEvent } | { rejected: RejectedEvent }

/** Fields of contexts that have a column of their own. */
const columns = new Set(['project_id', 'namespace_id', 'user_id', 'country', 'region'])

/** What contexts say: the columns' values by name, and everything else that may be stored. */
function fromContexts(opened: OpenedEvent, rules: Rules, hmac: Hmac) {
  const own: Record<string, string> = {}
  const kept = new Set<string>()
  const fields: Record<string, string> = {}
  for (const { schema, data } of opened.contexts) {
    const definition = rules.contextOf(schema)
    const short = schema.split('/')[1] ?? ''
    for (const [name, policy] of Object.entries(definition?.fields ?? {})) {
      const value = Object.hasOwn(data, name) ? treat(policy, data[name], hmac) : null
      if (value === null) continue
      if (!columns.has(name)) fields[`${short}.${name}`] = value
      else if (own[name] === undefined) {
        own[name] = value
        if (isKept(policy, data[name])) kept.add(name)
      }
    }
  }
  return { own, kept, fields }
}

/** Label, property and value of a structured event, or the fields of a self-describing one. */
function ownFields(opened: OpenedEvent, definition: EventDefinition, hmac: Hmac) {
  const { se_la: label, se_pr: property, se_va: value } = opened.parameters
  const given: Readonly<Record<string, unknown>> = opened.described?.data ?? { label, property, value }
  const fields: Record<string, string> = {}
  for (const [name, policy] of Object.entries(definition.additionalProperties)) {
    const stored = Object.hasOwn(given, name) ? treat(policy, given[name], hmac) : null
    if (stored !== null) fields[name] = stored
  }
  return fields
}

/** Whether people were told of everything that storing this event rests on. */
function isAnnounced(definition: EventDefinition, opened: OpenedEvent, rules: Rules, given: Given): boolean {
  const used = opened.contexts.flatMap(({ schema }) => rules.contextOf(schema) ?? []).map(contextSubject)
  return [fieldsSubject, eventSubject(definition), ...used].every(
    subject => given.announced.get(subject) === rules.prints.get(subject),
  )
}

function stored(opened: OpenedEvent, definition: EventDefinition, rules: Rules, given: Given): StoredEvent {
  const { parameters } = opened
  const { hmac, anonymous } = given
  const parameter = (name: string) => treat(policyOf(rules.fields, name), parameters[name], hmac)
  const context = fromContexts(opened, rules, hmac)
  const may = (identifier: 'project' | 'namespace' | 'user') => definition.identifiers.includes(identifier)
  const somebody = (value: string | null | undefined) => (may('user') && !anonymous && value) || null
  const { label, property, value, ...others } = ownFields(opened, definition, hmac)
  const amount = value !== undefined && /^\d+$/.test(value) ? Number(value) : null
  const column = (name: string, allowed: boolean) => (allowed && context.own[name]) || null
  const ids: PageIds = {
    projectId: context.kept.has('project_id') ? column('project_id', may('project')) : null,
    namespaceId: context.kept.has('namespace_id') ? column('namespace_id', may('namespace')) : null,
  }
  const { url, refr } = parameters
  const version = parameter('tv')
  return {
    id: given.eventId(parameters.eid),
    keptMonths: definition.keptMonths,
    event: definition.action,
    happenedAt: happenedAt(parameters, given.now),
    app: parameter('aid'),
    platform: parameter('p'),
    userPseudonym: somebody(context.own.user_id ?? parameter('uid')),
    sessionPseudonym: somebody(parameter('sid')),
    devicePseudonym: somebody(parameter('duid')),
    keyVersion: given.keyVersion,
    projectId: column('project_id', may('project')),
    namespaceId: column('namespace_id', may('namespace')),
    country: column('country', true),
    region: column('region', true),
    page: url ? addressPattern(url, ids) : null,
    referrer: refr ? referrerPattern(refr, url ?? '') : null,
    label: label ?? null,
    property: property ?? null,
    value: amount,
    fields: {
      ...(version && { tracker: version }),
      ...context.fields,
      ...others,
      ...(value !== undefined && amount === null && { value }),
    },
    fingerprint: rules.prints.get(eventSubject(definition)) ?? '',
  }
}

/** What can be told of an event that isn't taken, without telling whose: which tracker, which name as a pseudonym. */
function rejected(reason: RejectReason, event: unknown, rules: Rules, given: Given): RejectedEvent {
  const nothing = { reason, event: null, userPseudonym: null, fields: {} }
  if (given.announced.get(fieldsSubject) !== rules.prints.get(fieldsSubject)) return nothing
  const opened = openEvent(event)
  const parameters: object = typeof event === 'object' && event !== null ? event : {}
  const raw = new Map<string, unknown>(Object.entries(parameters))
  const { hmac } = given
  const parameter = (name: string) => treat(policyOf(rules.fields, name), raw.get(name), hmac)
  const name = opened?.described?.schema ?? [raw.get('se_ca'), raw.get('se_ac')].filter(Boolean).join('/')
  const standard = opened ? fromContexts(opened, rules, hmac).own.user_id : undefined
  const about = {
    e: parameter('e'),
    tracker: parameter('tv'),
    app: parameter('aid'),
    platform: parameter('p'),
  }
  return {
    ...nothing,
    userPseudonym: given.anonymous ? null : (standard ?? parameter('uid')),
    fields: Object.fromEntries(
      [...Object.entries(about), ['name', name ? hmac('value', name) : null]].filter(
        (entry): entry is [string, string] => entry[1] !== null,
      ),
    ),
  }
}

/**
 * What is stored in place of an event that arrived over the tracker protocol. Everything is replaced or left out unless
 * its definition lets it through, for events that aren't taken as well.
 * @param event anything at all
 */
export function pseudonymise(event: unknown, rules: Rules, given: Given): Pseudonymised {
  const opened = openEvent(event)
  const known = opened && Object.keys(opened.parameters).every(name => policyOf(rules.fields, name))
  const complete = opened && ['e', 'tv', 'p'].every(name => opened.parameters[name])
  if (!opened || !known || !complete) return { rejected: rejected('ill-shaped', event, rules, given) }
  const definition = rules.eventOf(opened)
  if (!definition) return { rejected: rejected('unknown-event', event, rules, given) }
  // What people weren't told of is not kept in any form but that it came.
  if (!isAnnounced(definition, opened, rules, given))
    return {
      rejected: { reason: 'not-announced', event: definition.action, userPseudonym: null, fields: {} },
    }
  return { stored: stored(opened, definition, rules, given) }
}
