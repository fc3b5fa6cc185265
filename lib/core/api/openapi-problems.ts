import type { JsonSchema } from '../advice/command-input'
import { type ProblemReason, problems } from './problems'

const byStatus = new Map<number, ProblemReason[]>()
const isReason = (text: string): text is ProblemReason => text in problems
for (const reason of Object.keys(problems).filter(isReason)) {
  const { status } = problems[reason]
  byStatus.set(status, [...(byStatus.get(status) ?? []), reason])
}

const problem: JsonSchema = {
  type: 'object',
  description: 'RFC 9457. Programs act on `reason`; `title` is for people.',
  properties: {
    type: { type: 'string', format: 'uri', description: 'A page about the reason, on this Habeas.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    reason: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string', description: 'Which field, step, variable or command it is about.' },
    fields: {
      type: 'object',
      description: 'By field: what is wrong with it.',
      additionalProperties: { type: 'string' },
    },
    instance: { type: 'string', description: 'The number under which the log has what nobody foresaw.' },
  },
  required: ['type', 'title', 'status', 'reason'],
}

const response = (reasons: readonly ProblemReason[]): JsonSchema => ({
  description: reasons.map(reason => `\`${reason}\`: ${problems[reason].title}`).join('\n'),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { reason: { enum: reasons } } },
        ],
      },
    },
  },
})

/** Every problem by its status, with all the reasons that have it. */
export const errorComponents = {
  schemas: { Problem: problem },
  responses: Object.fromEntries(
    [...byStatus].map(([status, reasons]) => [`Problem${status}`, response(reasons)]),
  ),
}

const ofReading = [401, 403, 404, 422, 429, 500]
const ofWriting = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500]

/** References to the problems that a call can end in, by status. */
export const errorResponses = (kind: 'read' | 'write'): JsonSchema =>
  Object.fromEntries(
    (kind === 'read' ? ofReading : ofWriting).map(status => [
      status,
      { $ref: `#/components/responses/Problem${status}` },
    ]),
  )
