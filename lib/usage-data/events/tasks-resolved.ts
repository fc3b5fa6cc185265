import type { EventDefinition } from '../definitions/definition'

export const tasksResolved: EventDefinition = {
  action: 'tasks_resolved',
  description:
    'Tasks of privacy requests that a team finished on a day. A number from our own tables; nothing about who worked on what.',
  owner: 'Privacy',
  status: 'active',
  source: { from: 'database', query: 'tasks-resolved' },
  identifiers: [],
  additionalProperties: {},
  keptMonths: 36,
}
