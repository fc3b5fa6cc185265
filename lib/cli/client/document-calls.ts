import { z } from 'zod'

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const parameterShape = z.looseObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: z.record(z.string(), z.unknown()),
})
const bodyShape = z.looseObject({
  content: z.record(z.string(), z.looseObject({ schema: z.record(z.string(), z.unknown()) })),
})
const operationShape = z.looseObject({
  operationId: z.string().regex(/^[a-z][a-z0-9-]*$/),
  summary: z.string(),
  'x-roles': z.array(z.string()).optional(),
  parameters: z.array(z.record(z.string(), z.unknown())).optional(),
  requestBody: bodyShape.optional(),
  responses: z.record(z.string(), z.looseObject({ content: bodyShape.shape.content.optional() })),
})
const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  webhooks: z
    .record(z.string(), z.looseObject({ post: z.looseObject({ requestBody: bodyShape }) }))
    .optional(),
  components: z.looseObject({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
    parameters: z.record(z.string(), parameterShape),
  }),
})

/** A schema with the media type under which it is sent or answered. */
export interface Carried {
  mediaType: string
  schema: Readonly<Record<string, unknown>>
}

export type Parameter = z.infer<typeof parameterShape>

/** One operation of the document, as far as a client has to know it. */
export interface DocumentCall {
  /** As the document writes it. */
  id: string
  /** The same as the name of a method. */
  name: string
  method: Uppercase<(typeof methods)[number]>
  path: string
  summary: string
  roles: readonly string[]
  pathParameters: readonly Parameter[]
  queryParameters: readonly Parameter[]
  /** Null where nothing is sent. */
  body: Carried | null
  /** Null where the answer is empty. */
  answer: Carried | null
}

/** A name of the document, such as `read-request`, as the name of a method. */
export const methodName = (id: string): string =>
  id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const parsed = (document: unknown) => documentShape.parse(document)

/** The document's schemas by their names. */
export const schemasOf = (document: unknown) => parsed(document).components.schemas

/** The body of each event that the product sends, by the event's name; none where the document has no events. */
export const eventsOf = (document: unknown): Readonly<Record<string, Carried>> =>
  Object.fromEntries(
    Object.entries(parsed(document).webhooks ?? {}).flatMap(([name, { post }]) => {
      const body = carriedIn(post.requestBody.content)
      return body ? [[name, body] as const] : []
    }),
  )

/**
 * Every operation of an OpenAPI document of ours, in the document's order.
 * @throws a ZodError where the document isn't of the shape that it is made in
 */
export function callsOf(document: unknown): DocumentCall[] {
  const { paths, components } = parsed(document)
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap(method => {
      if (!item[method]) return []
      const operation = operationShape.parse(item[method])
      const parameters = (operation.parameters ?? []).map(given => resolved(given, components.parameters))
      const [, answer] = Object.entries(operation.responses).find(([status]) => /^2/.test(status)) ?? []
      return {
        id: operation.operationId,
        name: methodName(operation.operationId),
        method: upper[method],
        path,
        summary: operation.summary,
        roles: operation['x-roles'] ?? [],
        pathParameters: parameters.filter(parameter => parameter.in === 'path'),
        queryParameters: parameters.filter(parameter => parameter.in === 'query'),
        body: operation.requestBody ? carriedIn(operation.requestBody.content) : null,
        answer: answer?.content ? carriedIn(answer.content) : null,
      }
    }),
  )
}

const upper = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const

function carriedIn(content: z.infer<typeof bodyShape>['content']): Carried | null {
  const [first] = Object.entries(content)
  return first ? { mediaType: first[0], schema: first[1].schema } : null
}

function resolved(given: Record<string, unknown>, known: Readonly<Record<string, Parameter>>): Parameter {
  if (typeof given.$ref !== 'string') return parameterShape.parse(given)
  const found = known[given.$ref.replace('#/components/parameters/', '')]
  if (!found) throw new Error(`The client can’t be written: there is no ${given.$ref}.`)
  return found
}
