import { resolutionsOf } from '../commands/task/resolve'
import { privacyNeedsNote } from '../derived/privacy-note'
import { taskPlans } from '../handbook/tasks/index'
import type { RequestCommand, TaskCommand } from '../machine/command'
import type { Actor } from '../people/actor'
import type { PrivacyRequest } from '../request/request'
import type { Task } from '../request/task'
import { type JsonSchema, presetSchema, propertiesOf } from './command-input'
import type { NextStep } from './guides/guide'

/**
 * What to send for a next step, as JSON Schema: the command's input, with what is already decided as constants, what this step
 * can't do without as required, and no choice that would be refused now.
 */
export function stepSchema(
  request: PrivacyRequest,
  step: NextStep,
  command: RequestCommand | TaskCommand,
  actor: Actor,
): JsonSchema {
  // What searches found is offered to people; a program says it itself.
  const schema = presetSchema(command, command.name === 'resolve' ? undefined : step.preset)
  const task = request.tasks.find(task => task.id === step.taskId)
  const needs = [...(step.needs ?? [])]
  if (task && privacyNeedsNote(task, undefined, actor)) needs.push('note')
  return requiring(task && command.name === 'resolve' ? resolving(request, task, schema) : schema, needs)
}

/** Says where data was found, or chooses among the resolutions that the task may have now; an exception with a note. */
function resolving(request: PrivacyRequest, task: Task, schema: JsonSchema): JsonSchema {
  const plan = taskPlans.get(task.key)
  const { found: _found, resolution: _resolution, ...others } = propertiesOf(schema)
  if (!plan) return schema
  if (plan.by !== 'found') {
    const resolution = { type: 'string', enum: resolutionsOf(request, task, plan) }
    const explained = [
      { properties: { resolution: { not: { const: 'exception' } } } },
      { required: ['note'] },
    ]
    const properties = { resolution, ...others }
    return requiring({ ...schema, properties, anyOf: explained }, ['resolution'])
  }
  const systems = plan.systems ?? []
  const found = {
    type: 'object',
    properties: Object.fromEntries(systems.map(system => [system, { type: 'boolean' }])),
    required: systems,
    additionalProperties: false,
  }
  return requiring({ ...schema, properties: { found, ...others } }, ['found'])
}

/** The same, with fields that must be there and, where they are texts, say something. */
function requiring(schema: JsonSchema, needs: readonly string[]): JsonSchema {
  if (needs.length === 0) return schema
  const properties = { ...propertiesOf(schema) }
  for (const need of needs) {
    const property = properties[need]
    if (typeof property === 'object' && property && 'type' in property && property.type === 'string')
      properties[need] = { minLength: 1, ...property }
  }
  const required = Array.isArray(schema.required) ? schema.required : []
  return { ...schema, properties, required: [...new Set([...required, ...needs])] }
}
