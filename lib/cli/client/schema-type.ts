import { z } from 'zod'

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  contentMediaType: z.string().optional(),
  description: z.string().optional(),
})
type Schema = z.infer<typeof schemaShape>

const REFERENCE = /^#\/components\/schemas\/([\w.-]+)$/
const simple: ReadonlyMap<string, string> = new Map([
  ['integer', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['null', 'null'],
])

/**
 * A schema of the document as TypeScript: what zod writes of JSON Schema 2020-12, and the few shapes that the document adds.
 * @param indent how far in the line is on which the type begins
 * @throws with what it met, where a schema holds something else: better no client than one that is wrong
 */
export function typeOfSchema(given: unknown, indent = ''): string {
  const schema = schemaShape.parse(given === true ? {} : given)
  const { $ref, enum: listed, anyOf, oneOf, allOf } = schema
  if ($ref !== undefined) return referred($ref)
  if (schema.const !== undefined) return literal(schema.const)
  if (listed) return listed.map(literal).join(' | ')
  const choices = anyOf ?? oneOf
  if (choices) return joined(choices, ' | ', indent)
  if (allOf) return joined(allOf, ' & ', indent)
  if (schema.type === undefined) return schema.properties ? objectType(schema, indent) : 'unknown'
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type
  return [...new Set(types.map(type => typeNamed(type, schema, indent)))].join(' | ')
}

/** The name of a component that a reference points to, and nothing where it points elsewhere. */
export const componentOf = (reference: string): string | undefined => REFERENCE.exec(reference)?.[1]

/** Words as a comment before a declaration; none where there are no words. */
export const comment = (words: string | undefined, indent: string): string =>
  words ? `${indent}/** ${words.replaceAll('*/', '*\\/')} */\n` : ''

function referred(reference: string): string {
  const name = componentOf(reference)
  if (!name) throw new Error(`The client can’t be written: ${reference} is no schema of the document.`)
  return `Schemas['${name}']`
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : JSON.stringify(value)

function joined(parts: readonly unknown[], sign: string, indent: string): string {
  const all = [...new Set(parts.map(part => typeOfSchema(part, indent)))]
  // Beside plain text the words that are known would be lost to the editor.
  const types = all.some(type => type.startsWith("'"))
    ? all.map(type => (type === 'string' ? '(string & {})' : type))
    : all
  return types.length === 1 ? (types[0] ?? 'never') : types.map(bracketed).join(sign)
}

const bracketed = (type: string): string =>
  /^'[^']*'$|^[^|&]*$|^\{|^\(string & \{\}\)$/.test(type) ? type : `(${type})`

function typeNamed(type: string, schema: Schema, indent: string): string {
  if (type === 'string') return schema.contentMediaType ? 'Upload' : 'string'
  if (type === 'array') return `${bracketed(typeOfSchema(schema.items ?? true, indent))}[]`
  if (type === 'object') return objectType(schema, indent)
  const found = simple.get(type)
  if (!found) throw new Error(`The client can’t be written: it has no type for “${type}”.`)
  return found
}

const key = (name: string): string => (/^[a-z_$][\w$]*$/i.test(name) ? name : literal(name))

function objectType(
  { properties = {}, required = [], additionalProperties }: Schema,
  indent: string,
): string {
  const inner = `${indent}  `
  const fields = Object.entries(properties).map(([name, schema]) => {
    const { description } = schemaShape.parse(schema)
    const type = typeOfSchema(schema, inner)
    const field = required.includes(name) ? `: ${type}` : `?: ${type} | undefined`
    return `${comment(description, inner)}${inner}${key(name)}${field}\n`
  })
  if (fields.length > 0) return `{\n${fields.join('')}${indent}}`
  if (additionalProperties === false) return 'Record<string, never>'
  return `Record<string, ${typeOfSchema(additionalProperties ?? true, indent)}>`
}
