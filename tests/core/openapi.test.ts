import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openApiDocument } from '@/lib/core/api/openapi'
import { problems } from '@/lib/core/api/problems'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { roles } from '@/lib/core/people/actor'
import { happeningTypes } from '@/lib/core/view/happenings'

const schema = z.record(z.string(), z.unknown())
const response = z.union([
  z.looseObject({ description: z.string().min(1) }),
  z.strictObject({ $ref: z.string() }),
])
const parameter = z.union([
  z.strictObject({ $ref: z.string() }),
  z.object({
    name: z.string(),
    in: z.enum(['query', 'header', 'path', 'cookie']),
    required: z.boolean().optional(),
    schema,
  }),
])
const operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()),
  'x-roles': z.array(z.string()).optional(),
  parameters: z.array(parameter).optional(),
  requestBody: z
    .object({
      required: z.boolean(),
      content: z.object({
        'application/json': z.object({ schema }).optional(),
        'multipart/form-data': z.object({ schema }).optional(),
      }),
    })
    .optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), response),
})
/** What OpenAPI 3.1 asks of every document, as far as ours goes. */
const openApi = z.object({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.object({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(
    z.string().startsWith('/'),
    z.strictObject({
      get: operation.optional(),
      post: operation.optional(),
      put: operation.optional(),
      delete: operation.optional(),
    }),
  ),
  components: z.object({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
    parameters: z.record(z.string().regex(/^[\w.-]+$/), parameter),
    responses: z.record(z.string().regex(/^[\w.-]+$/), response),
    securitySchemes: z.object({ token: z.object({ type: z.literal('http'), scheme: z.literal('bearer') }) }),
  }),
})

const document = openApiDocument('1.2.3')
const parsed = openApi.parse(JSON.parse(JSON.stringify(document)))
const operations = Object.entries(parsed.paths).flatMap(([path, { get, post, put, delete: remove }]) =>
  [get, post, put, remove].flatMap(item => (item ? [{ path, ...item }] : [])),
)

function walk(value: unknown, visit: (record: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return
  const record = Object.fromEntries(Object.entries(value))
  if (!Array.isArray(value)) visit(record)
  for (const part of Object.values(record)) walk(part, visit)
}
/** What a `#/a/b` reference points to. */
const pointed = (pointer: string) =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => schema.safeParse(at).data?.[key], document)

describe('the document is sound', () => {
  test('every reference points to something', () => {
    walk(document, ({ $ref }) => {
      if ($ref === undefined) return
      expect($ref).toMatch(/^#\/components\//)
      expect(pointed(String($ref)), String($ref)).toBeDefined()
    })
  })
  test('operation ids are unique', () => {
    const ids = operations.map(operation => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('every part in braces of a path is a required parameter', () => {
    for (const { path, parameters = [] } of operations) {
      const named = parameters.flatMap(existing => {
        const found = parameter.safeParse('$ref' in existing ? pointed(existing.$ref) : existing).data
        return found && 'in' in found && found.in === 'path' && found.required ? [found.name] : []
      })
      expect(named, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]))
    }
  })
  test('every operation but the document itself says who may, and which problems it can end in', () => {
    for (const operation of operations.filter(({ path }) => path !== '/openapi.json')) {
      expect(operation['x-roles']?.length, operation.path).toBeGreaterThan(0)
      for (const status of ['401', '403', '404', '422', '429', '500'])
        expect(operation.responses, `${operation.path} ${status}`).toHaveProperty(status)
    }
  })
})

describe('what webhooks are sent', () => {
  const messages = z.record(z.string(), z.object({ post: operation })).parse(document.webhooks)
  test('is described for each event, with its headers and the fields of its body', () => {
    expect(Object.keys(messages)).toEqual([...happeningTypes])
    for (const [type, { post }] of Object.entries(messages)) {
      const body = schema.parse(post.requestBody?.content['application/json']?.schema.properties)
      expect(body.type, type).toMatchObject({ const: type })
      expect(Object.keys(body)).toContain('reference')
      expect(post.parameters).toHaveLength(3)
    }
  })
})

describe('nothing that exists is missing, and nothing else is promised', () => {
  const staff: readonly string[] = [...roles, 'task-team']
  const addresses = [
    ...[...requestCommands.values()].map(command => ({
      command,
      path: `/requests/{reference}/commands/${command.name}`,
    })),
    ...[...taskCommands.values()].map(command => ({ command, path: `/tasks/{id}/commands/${command.name}` })),
  ]
  test.each(addresses)('$path', ({ path, command }) => {
    const may = command.internal ? [] : command.who.filter(who => staff.includes(who))
    expect(parsed.paths[path]?.post?.['x-roles'] ?? []).toEqual(may)
  })
  test('a body names every field of the command, the version, and nothing else', () => {
    for (const { path, command } of addresses) {
      const body = parsed.paths[path]?.post?.requestBody?.content['application/json']?.schema
      if (!body) continue
      const fields = command.input instanceof z.ZodObject ? Object.keys(command.input.shape) : []
      expect(Object.keys(schema.parse(body.properties)).sort(), path).toEqual([...fields, 'version'].sort())
      expect(body.additionalProperties, path).toBe(false)
    }
  })
  test('every reason of a problem is listed, under its status', () => {
    for (const [reason, { status }] of Object.entries(problems)) {
      expect(JSON.stringify(parsed.components.schemas.Problem)).toContain(`"${reason}"`)
      expect(JSON.stringify(parsed.components.responses[`Problem${status}`]), reason).toContain(`"${reason}"`)
    }
  })
})
