import type { JsonSchema } from '../advice/command-input'
import { abilities } from '../people/permissions'
import { SYSTEM_KEY } from '../systems/names'
import { answers, operation, ref } from './openapi-operation'

const tag = 'Systems'
const roles = abilities['manage-systems']

const key: JsonSchema = {
  name: 'key',
  in: 'path',
  required: true,
  description: 'The short name that an admin gave the system, such as gitlab-eu.',
  schema: { type: 'string', pattern: SYSTEM_KEY.source },
}

/** Systems that do what people would do by hand. */
export const systemPaths = (): JsonSchema => ({
  '/systems': {
    get: operation({
      id: 'list-systems',
      summary: 'Every connected system with its health; of secrets only whether they are set',
      roles,
      tag,
      answer: answers('The systems, by key', ref('schemas/Systems')),
    }),
  },
  '/systems/{key}': {
    put: operation({
      id: 'save-system',
      summary: 'Connect a system, or change one; a secret that is left out keeps its value',
      roles,
      tag,
      parameters: [key],
      body: ref('schemas/SavedSystem'),
      answer: answers('The system as it is now', ref('schemas/System')),
    }),
    delete: operation({
      id: 'disconnect-system',
      summary: 'Forget a system and its secrets; its open steps are done by hand from now on',
      roles,
      tag,
      parameters: [key, ref('parameters/idempotencyKey')],
      status: 204,
      answer: { description: 'It is forgotten' },
    }),
  },
  '/systems/{key}/check': {
    post: operation({
      id: 'test-system',
      summary: 'Test the connection, also of a system that is switched off; nothing there is changed',
      roles,
      tag,
      parameters: [key],
      answer: answers('What was found', ref('schemas/SystemCheck')),
    }),
  },
})
