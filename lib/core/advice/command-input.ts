import { z } from 'zod'

export type JsonSchema = Record<string, unknown>

/** The input that a program may send: what the command reads and nothing else, so that a misspelt field is never ignored. */
export const strictly = (input: z.ZodType): z.ZodType =>
  input instanceof z.ZodObject ? input.strict() : input

/** A schema as JSON Schema (2020-12), for what is sent. */
export function sentSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}

/** A schema as JSON Schema (2020-12), for what is answered. */
export function answeredSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'output' })
  return rest
}

const made = new WeakMap<z.ZodType, JsonSchema>()

/** A command's strict input as JSON Schema; made once a command. */
export function inputSchema(command: { input: z.ZodType }): JsonSchema {
  const known = made.get(command.input)
  if (known) return known
  const schema = sentSchema(strictly(command.input))
  made.set(command.input, schema)
  return schema
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A JSON Schema's properties; none where it isn't an object's. */
export const propertiesOf = ({ properties }: JsonSchema): JsonSchema =>
  isRecord(properties) ? properties : {}

/** The same, with what a next step has already decided as constants. */
export function presetSchema(
  command: { input: z.ZodType },
  preset: Readonly<Record<string, string | boolean>> = {},
): JsonSchema {
  const schema = inputSchema(command)
  const decided = Object.entries(preset)
  if (decided.length === 0) return schema
  const required = Array.isArray(schema.required) ? schema.required : []
  return {
    ...schema,
    properties: {
      ...propertiesOf(schema),
      ...Object.fromEntries(decided.map(([key, value]) => [key, { const: value }])),
    },
    required: [...new Set([...required, ...Object.keys(preset)])],
  }
}
