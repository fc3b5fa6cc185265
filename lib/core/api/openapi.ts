import { inputSchema, type JsonSchema, propertiesOf } from '../advice/command-input'
import { staffOf, staffRequestCommands, staffTaskCommands } from '../commands/staff-commands'
import type { RequestCommand, TaskCommand } from '../machine/command'
import { roles } from '../people/actor'
import { abilities, sight, supportAndPrivacy } from '../people/permissions'
import { queueFilterSchema } from '../view/queue-filter'
import { components } from './openapi-components'
import { offChannelPaths } from './openapi-off-channel'
import { answers, content, operation, queryParameters, ref } from './openapi-operation'
import { reportPaths } from './openapi-reports'
import { stepPaths } from './openapi-steps'
import { systemPaths } from './openapi-systems'
import { webhookMessages, webhookPaths } from './openapi-webhooks'

const readers = roles.filter(role => sight[role] !== 'no-personal-data')
const reference = ref('parameters/reference')
const task = ref('parameters/task')

/** A command's body: its input, and beside it the version that the caller saw. */
function commandBody(command: RequestCommand | TaskCommand): JsonSchema {
  const input = inputSchema(command)
  return { ...input, properties: { ...propertiesOf(input), version: ref('schemas/Version') } }
}

const onRequest = (command: RequestCommand | TaskCommand): JsonSchema => ({
  post: operation({
    id: `${command.on}-${command.name}`,
    summary: command.label,
    roles: staffOf(command),
    tag: command.on === 'task' ? 'Task commands' : 'Request commands',
    parameters: [command.on === 'task' ? task : reference],
    body: commandBody(command),
    answer: answers('The request as it is now', ref('schemas/Request')),
    more: { 'x-from': command.from, 'x-to': command.to },
  }),
})

function requestPaths(): JsonSchema {
  const read = (id: string, summary: string, may: readonly string[], schema: string): JsonSchema => ({
    get: operation({
      id,
      summary,
      roles: may,
      tag: 'Requests',
      parameters: [reference],
      answer: answers(summary, ref(`schemas/${schema}`)),
    }),
  })
  return {
    '/requests': {
      get: operation({
        id: 'list-requests',
        summary: 'A page of the queue, as far as the role sees it',
        roles: abilities['see-queue'],
        tag: 'Requests',
        parameters: queryParameters(queueFilterSchema),
        answer: answers('A page, and the cursor of the next one', ref('schemas/Queue')),
      }),
      post: operation({
        id: 'submit-request',
        summary: 'Take a new request in; the confirmation mail goes to the requester',
        roles: abilities['open-request'],
        tag: 'Requests',
        body: ref('schemas/NewRequest'),
        status: 201,
        answer: answers('It exists from now on', ref('schemas/Submitted')),
      }),
    },
    '/requests/{reference}': read('read-request', 'One request', abilities['see-queue'], 'Request'),
    '/requests/{reference}/messages': read('read-messages', 'What was said on it', readers, 'Messages'),
    '/requests/{reference}/audit': read('read-audit', 'What happened to it', abilities['see-audit'], 'Audit'),
  }
}

function filePaths(): JsonSchema {
  const upload = (
    id: string,
    summary: string,
    may: readonly string[],
    parameter: JsonSchema,
  ): JsonSchema => ({
    post: operation({
      id,
      summary,
      roles: may,
      tag: 'Files',
      parameters: [parameter],
      body: ref('schemas/Upload'),
      mediaType: 'multipart/form-data',
      status: 201,
      answer: answers('It is there from now on', ref('schemas/File')),
    }),
  })
  const openers = readers.filter(role => role !== 'admin')
  return {
    '/tasks/{id}/files': upload('upload-to-task', 'Upload a file to a task of the own team', openers, task),
    '/requests/{reference}/files': upload(
      'upload-to-request',
      'Upload a file to a request',
      supportAndPrivacy,
      reference,
    ),
    '/files/{id}': {
      get: operation({
        id: 'download-file',
        summary: 'The bytes of a file, as an attachment; noted in the audit log',
        roles: openers,
        tag: 'Files',
        parameters: [ref('parameters/file')],
        answer: {
          description: 'The file',
          content: content({ type: 'string', contentMediaType: 'application/octet-stream' }, '*/*'),
        },
      }),
    },
  }
}

/** The OpenAPI 3.1 document of `/api/v1`, made from the same commands and schemas that the calls are held against. */
export function openApiDocument(version: string): JsonSchema {
  const path = (command: RequestCommand | TaskCommand) =>
    command.on === 'task'
      ? `/tasks/{id}/commands/${command.name}`
      : `/requests/{reference}/commands/${command.name}`
  const commands = [...staffRequestCommands.values(), ...staffTaskCommands.values()]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Habeas',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Privacy requests from submission to the last message. Times are ISO 8601 with offset.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    tags: [
      'Requests',
      'Request commands',
      'Task commands',
      'Files',
      'Off-channel',
      'Reports',
      'Systems',
      'Webhooks',
      'About',
    ].map(name => ({ name })),
    paths: {
      ...requestPaths(),
      ...filePaths(),
      ...offChannelPaths(),
      ...reportPaths(),
      ...stepPaths(),
      ...systemPaths(),
      ...webhookPaths(),
      ...Object.fromEntries(commands.map(command => [path(command), onRequest(command)])),
      '/openapi.json': {
        get: {
          operationId: 'read-document',
          summary: 'This document',
          tags: ['About'],
          security: [],
          responses: { 200: answers('OpenAPI 3.1', { type: 'object' }) },
        },
      },
    },
    webhooks: webhookMessages(),
    components,
  }
}
