import { answeredSchema, type JsonSchema } from '../advice/command-input'
import { abilities } from '../people/permissions'
import { happeningBodies, happeningTypes, happeningWords } from '../view/happenings'
import { answers, content, operation, ref } from './openapi-operation'

const tag = 'Webhooks'
const roles = abilities.webhooks

/** Who is told of what happens. */
export const webhookPaths = (): JsonSchema => ({
  '/webhooks': {
    get: operation({
      id: 'list-webhooks',
      summary: 'Every webhook, without its secret',
      roles,
      tag,
      answer: answers('All of them', ref('schemas/Webhooks')),
    }),
    post: operation({
      id: 'create-webhook',
      summary: 'Add an address that is told of what happens; its secret is in this answer alone',
      roles,
      tag,
      body: ref('schemas/NewWebhook'),
      status: 201,
      answer: answers('It is told from now on', ref('schemas/CreatedWebhook')),
    }),
  },
  '/webhooks/{id}': {
    delete: operation({
      id: 'remove-webhook',
      summary: 'Take a webhook away, with what is on its way to it',
      roles,
      tag,
      parameters: [ref('parameters/webhook')],
      status: 204,
      answer: { description: 'It is gone' },
    }),
  },
})

const header = (name: string, description: string): JsonSchema => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

const headers = [
  header('webhook-id', 'The same at every try; drop a message whose id you have seen.'),
  header('webhook-timestamp', 'Of this try, in seconds since 1970.'),
  header('webhook-signature', '`v1,` and the HMAC-SHA256 of id, timestamp and body, in base64.'),
]

/** What those who listen are sent: the `webhooks` of OpenAPI 3.1. */
export const webhookMessages = (): JsonSchema =>
  Object.fromEntries(
    happeningTypes.map(type => [
      type,
      {
        post: {
          operationId: `told-${type.replace('.', '-')}`,
          summary: happeningWords[type],
          tags: [tag],
          parameters: headers,
          requestBody: { required: true, content: content(answeredSchema(happeningBodies[type])) },
          responses: {
            200: { description: 'Taken, as with any other 2xx' },
            410: { description: 'Not wanted any more; it isn’t sent again' },
            500: { description: 'As with any other answer, and with none: it is sent again for a day' },
          },
        },
      },
    ]),
  )
