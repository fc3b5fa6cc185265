import { contexts as allContexts } from '../contexts/index'
import type { ContextDefinition, EventDefinition, FieldPolicies } from '../definitions/definition'
import { contextSubject, eventSubject, fieldsSubject, fingerprint } from '../definitions/fingerprint'
import { events as allEvents } from '../events/index'
import type { OpenedEvent } from './protocol'
import { protocolFields } from './protocol-fields'

/** The definitions, arranged for looking one up for each event that arrives. */
export interface Rules {
  fields: FieldPolicies
  eventOf(opened: OpenedEvent): EventDefinition | undefined
  ownEvent(action: string): EventDefinition | undefined
  contextOf(schema: string): ContextDefinition | undefined
  /** Fingerprints by subject, as they are now. */
  prints: ReadonlyMap<string, string>
}

const sent = (event: EventDefinition) => (event.source.from === 'tracker' ? event.source.match : null)

function matchKey(opened: OpenedEvent): string | undefined {
  const { e, se_ca: category, se_ac: action } = opened.parameters
  if (e === 'pv') return 'page-view'
  if (e === 'pp') return 'page-ping'
  if (e === 'se') return JSON.stringify(['structured', category, action])
  return e === 'ue' && opened.described ? JSON.stringify(['described', opened.described.schema]) : undefined
}

function definitionKey(event: EventDefinition): string | undefined {
  const match = sent(event)
  if (match?.kind === 'structured') return JSON.stringify(['structured', match.category, match.action])
  return match?.kind === 'self-describing' ? JSON.stringify(['described', match.schema]) : match?.kind
}

/** Arranges definitions; without arguments, the product's own. */
export function rulesOf(
  events: readonly EventDefinition[] = allEvents,
  contexts: readonly ContextDefinition[] = allContexts,
  fields: FieldPolicies = protocolFields,
): Rules {
  const active = events.filter(event => event.status === 'active')
  const byMatch = new Map(active.map(event => [definitionKey(event), event] as const))
  const own = new Map(
    active.filter(event => event.source.from === 'habeas').map(event => [event.action, event] as const),
  )
  const bySchema = new Map(contexts.map(context => [context.schema, context] as const))
  const prints = new Map([
    [fieldsSubject, fingerprint(fields)],
    ...active.map(event => [eventSubject(event), fingerprint(event)] as const),
    ...contexts.map(context => [contextSubject(context), fingerprint(context)] as const),
  ])
  const lookUp = (key: string | undefined) => (key === undefined ? undefined : byMatch.get(key))
  return {
    fields,
    prints,
    eventOf: opened => lookUp(matchKey(opened)),
    ownEvent: action => own.get(action),
    contextOf: schema => bySchema.get(schema),
  }
}
