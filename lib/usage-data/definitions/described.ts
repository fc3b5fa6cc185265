import type { ContextDefinition, EventDefinition, FieldPolicies, MetricDefinition } from './definition'
import {
  contextSubject,
  describeDefinition,
  eventSubject,
  fieldsSubject,
  fingerprint,
  metricSubject,
  type Plain,
} from './fingerprint'

/** Something that people are told of before it counts, as it is now. */
export interface Described {
  subject: string
  fingerprint: string
  definition: Plain
}

/** Everything that is announced: events, contexts, figures of the ping, and the protocol's own parameters. */
export interface Definitions {
  events: readonly EventDefinition[]
  contexts: readonly ContextDefinition[]
  metrics: readonly MetricDefinition[]
  fields: FieldPolicies
}

const described = (subject: string, definition: Parameters<typeof fingerprint>[0]): Described => ({
  subject,
  fingerprint: fingerprint(definition),
  definition: describeDefinition(definition),
})

/** All of them as plain data, each under its subject. */
export const describeAll = ({ events, contexts, metrics, fields }: Definitions): Described[] => [
  described(fieldsSubject, fields),
  ...events.map(event => described(eventSubject(event), event)),
  ...contexts.map(context => described(contextSubject(context), context)),
  ...metrics.map(metric => described(metricSubject(metric), metric)),
]

/** A subject as people call it: "the event issue_created". */
export function subjectWords(subject: string): string {
  if (subject === fieldsSubject) return 'what every event carries'
  const at = subject.indexOf('/')
  const [kind, name] = [subject.slice(0, at), subject.slice(at + 1)]
  const kinds: Readonly<Record<string, string>> = {
    event: 'the event',
    context: 'the context',
    metric: 'the figure',
  }
  return `${kinds[kind] ?? kind} ${name}`
}
