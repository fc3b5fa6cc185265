import type { z } from 'zod'
import { type JsonSchema, propertiesOf, sentSchema } from '../advice/command-input'
import { errorResponses } from './openapi-problems'

/** A reference to a component. */
export const ref = (path: string): JsonSchema => ({ $ref: `#/components/${path}` })
export const content = (schema: JsonSchema, type = 'application/json'): JsonSchema => ({ [type]: { schema } })
export const answers = (description: string, schema: JsonSchema): JsonSchema => ({
  description,
  content: content(schema),
})

const onceOnly = ref('parameters/idempotencyKey')

/** A filter's fields as query parameters. */
export const queryParameters = (filter: z.ZodType): JsonSchema[] =>
  Object.entries(propertiesOf(sentSchema(filter))).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }))

interface Call {
  id: string
  summary: string
  roles: readonly string[]
  tag: string
  parameters?: JsonSchema[]
  body?: JsonSchema
  /** Of the body. */
  mediaType?: string
  status?: 200 | 201 | 204
  answer: JsonSchema
  more?: JsonSchema
}

/** One operation; a body makes it a POST that can be repeated under its `Idempotency-Key`. */
export function operation({
  id,
  summary,
  roles: may,
  tag,
  parameters = [],
  body,
  mediaType,
  status = 200,
  answer,
  more,
}: Call): JsonSchema {
  return {
    operationId: id,
    summary,
    tags: [tag],
    'x-roles': may,
    ...more,
    parameters: [...parameters, ...(body ? [onceOnly] : [])],
    ...(body && { requestBody: { required: true, content: content(body, mediaType) } }),
    responses: { [status]: answer, ...errorResponses(body ? 'write' : 'read') },
  }
}
