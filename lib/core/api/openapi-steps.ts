import { z } from 'zod'
import { answeredSchema, type JsonSchema } from '../advice/command-input'
import { staffOf } from '../commands/staff-commands'
import { doStep } from '../commands/task/do-step'
import { answers, operation, ref } from './openapi-operation'

/** What connected systems would do for a step now. */
export const stepPreviewView = z.object({
  /** Keys of the systems. */
  system: z.string(),
  /** One sentence an act. */
  acts: z.array(z.string()),
  nothingToDo: z.boolean(),
})

export const stepPaths = (): JsonSchema => ({
  '/tasks/{id}/steps/{step}/preview': {
    get: operation({
      id: 'preview-step',
      summary: 'What connected systems would do for a step now, from live data; nothing is changed',
      roles: staffOf(doStep),
      tag: 'Task commands',
      parameters: [
        ref('parameters/task'),
        { name: 'step', in: 'path', required: true, description: 'Its key', schema: { type: 'string' } },
      ],
      answer: answers('What would be done', answeredSchema(stepPreviewView)),
    }),
  },
})
