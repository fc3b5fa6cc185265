import { type Carried, callsOf, type DocumentCall, eventsOf, methodName, schemasOf } from './document-calls'
import { comment, typeOfSchema } from './schema-type'

const made = '// Written by `npm run client` from the OpenAPI document of the product. Don’t edit it.\n'

/** What is sent until the document describes the events themselves. */
const loose: Carried = {
  mediaType: 'application/json',
  schema: { type: 'object', additionalProperties: {} },
}
const knownEvents = [
  'request.opened',
  'request.confirmed',
  'request.waiting',
  'request.closed',
  'task.opened',
  'task.resolved',
]

/** The types of the client: everything that is sent or answered, and the events. */
export function schemasText(document: unknown): string {
  const schemas = Object.entries(schemasOf(document)).map(([name, schema]) => {
    const words = typeof schema.description === 'string' ? schema.description : undefined
    return `${comment(words, '  ')}  ${name}: ${typeOfSchema(schema, '  ')}\n`
  })
  const described = eventsOf(document)
  const events =
    Object.keys(described).length > 0 ? described : Object.fromEntries(knownEvents.map(name => [name, loose]))
  const bodies = Object.entries(events).map(
    ([name, { schema }]) =>
      `  '${name}': { type: '${name}'; reference: string } & ${typeOfSchema(schema, '  ')}\n`,
  )
  return `${made}import type { Upload } from '../upload.js'

/** What is sent and answered, by its name in the document. */
export interface Schemas {
${schemas.join('')}}

/** What the product sends to a webhook, by the event’s type. */
export interface WebhookEvents {
${bodies.join('')}}
`
}

/** The class with one method an operation. */
export function operationsText(document: unknown): string {
  const calls = callsOf(document)
  return `${made}import type { CallOptions, Called } from '../call.js'
import type { Download } from '../download.js'
import type { Upload } from '../upload.js'
import type { Schemas } from './schemas.js'

${calls.map(inputs).join('')}/** Every operation of the API, under its name in the document. */
export abstract class Operations {
  protected abstract answered<Answer>(called: Called): Promise<Answer>
  protected abstract downloaded(called: Called): Promise<Download>
  protected abstract emptied(called: Called): Promise<void>

${calls.map(method).join('\n')}}
`
}

const typeName = (call: DocumentCall, what: string): string =>
  `${call.name.charAt(0).toUpperCase()}${call.name.slice(1)}${what}`

const isReference = (schema: Carried['schema']): boolean => '$ref' in schema

/** A declaration for what an operation takes, where it has no name in the document. */
function inputs(call: DocumentCall): string {
  const parts: string[] = []
  if (call.queryParameters.length > 0) parts.push(declared(typeName(call, 'Query'), querySchema(call)))
  if (call.body?.mediaType === 'application/json' && !isReference(call.body.schema))
    parts.push(declared(typeName(call, 'Input'), call.body.schema))
  return parts.join('')
}

const declared = (name: string, schema: Carried['schema']): string =>
  `export type ${name} = ${typeOfSchema(schema)}\n\n`

const querySchema = ({ queryParameters }: DocumentCall): Carried['schema'] => ({
  type: 'object',
  properties: Object.fromEntries(
    queryParameters.map(({ name, schema, description }) => [
      name,
      { ...schema, ...(description && { description }) },
    ]),
  ),
  required: queryParameters.filter(({ required }) => required).map(({ name }) => name),
})

function bodyType(call: DocumentCall, { mediaType, schema }: Carried): string {
  if (mediaType === 'application/json')
    return isReference(schema) ? typeOfSchema(schema) : typeName(call, 'Input')
  return mediaType === 'multipart/form-data'
    ? typeOfSchema(schema, '    ')
    : 'Blob | Uint8Array<ArrayBuffer> | string'
}

/** Whether there is anything that has to be said. */
const needed = (schema: Carried['schema']): boolean =>
  isReference(schema) || (Array.isArray(schema.required) && schema.required.length > 0)

function method(call: DocumentCall): string {
  const { body, answer } = call
  const fromPath = call.pathParameters.map(({ name }) => ({ name: methodName(name), path: name }))
  const parameters = fromPath.map(({ name }) => `${name}: string`)
  const parts = [`method: '${call.method}'`, `path: ${pathText(call.path, fromPath)}`]
  if (call.queryParameters.length > 0) {
    parameters.push(`query: ${typeName(call, 'Query')}${needed(querySchema(call)) ? '' : ' = {}'}`)
    parts.push('query')
  }
  if (body) {
    const optional = body.mediaType === 'application/json' && !needed(body.schema)
    parameters.push(`body: ${bodyType(call, body)}${optional ? ' = {}' : ''}`)
    parts.push('body', `mediaType: '${body.mediaType}'`)
  }
  parameters.push('options: CallOptions = {}')
  const roles = call.roles.length > 0 ? ` For ${call.roles.join(', ')}.` : ''
  const [type, run] = answerOf(answer)
  return `${comment(`${call.summary}.${roles}`, '  ')}  ${call.name}(${parameters.join(', ')}): Promise<${type}> {
    return this.${run}({ ${parts.join(', ')}, options })
  }
`
}

function answerOf(answer: Carried | null): [type: string, run: string] {
  if (!answer) return ['void', 'emptied']
  if (!/json$/.test(answer.mediaType)) return ['Download', 'downloaded']
  const type = typeOfSchema(answer.schema)
  return [type, `answered<${type}>`]
}

const pathText = (path: string, names: readonly { name: string; path: string }[]): string =>
  names.length === 0
    ? `'${path}'`
    : `\`${names.reduce((text, { name, path }) => text.replace(`{${path}}`, `\${encodeURIComponent(${name})}`), path)}\``
