import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Habeas } from '@/clients/typescript/src/index'
import { operationsText, schemasText } from '@/lib/cli/client/client-text'
import { callsOf, methodName } from '@/lib/cli/client/document-calls'
import { typeOfSchema } from '@/lib/cli/client/schema-type'
import { openApiDocument } from '@/lib/core/api/openapi'
import { sourceFiles } from '@/tests/support/source'

const document = openApiDocument('')
const calls = callsOf(document)
const folder = 'clients/typescript/src/generated'

/** The methods that somebody can call, those of the generated class that it extends included. */
function methodsOf(prototype: object | null): string[] {
  if (prototype === null || prototype === Object.prototype) return []
  const own = Object.getOwnPropertyNames(prototype).filter(name => name !== 'constructor')
  return [...own, ...methodsOf(Object.getPrototypeOf(prototype))]
}

describe('the client for TypeScript', () => {
  test('is what the document says (else: npm run client)', () => {
    expect(readFileSync(`${folder}/schemas.ts`, 'utf8')).toBe(schemasText(document))
    expect(readFileSync(`${folder}/operations.ts`, 'utf8')).toBe(operationsText(document))
  })

  test('has every operation of the document, and nothing else', () => {
    const documented = Object.entries(document.paths ?? {}).flatMap(([, item]) =>
      Object.values(Object(item)).map(operation => methodName(String(Object(operation).operationId))),
    )
    const inside = ['answered', 'downloaded', 'emptied']
    const offered = methodsOf(Habeas.prototype).filter(name => !inside.includes(name))
    expect(offered.toSorted()).toEqual(documented.toSorted())
    expect(new Set(offered).size).toBe(offered.length)
  })

  test.each(calls)('$name calls $method $path', async ({ name, method, path, pathParameters, body }) => {
    const asked: { method: string; path: string }[] = []
    const client = new Habeas({
      baseUrl: 'https://privacy.example.org/',
      token: 'hbs_test',
      fetch: async (input, init) => {
        asked.push({ method: init?.method ?? 'GET', path: String(input) })
        return Response.json({})
      },
    })
    const taken = [...pathParameters.map(({ name: parameter }) => `a/${parameter}`), ...(body ? [{}] : [])]
    await Reflect.apply(Reflect.get(client, name), client, taken)
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) =>
      encodeURIComponent(`a/${parameter}`),
    )
    expect(asked).toEqual([{ method, path: `https://privacy.example.org/api/v1${filled}` }])
  })

  test('needs nothing but itself', () => {
    const wrong = sourceFiles()
      .filter(({ path }) => path.startsWith('clients/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ specifier }) => !specifier.startsWith('./'))
          .map(({ specifier }) => `${path}: ${specifier}`),
      )
    expect(wrong).toEqual([])
    const manifest = JSON.parse(readFileSync('clients/typescript/package.json', 'utf8'))
    expect(Object.keys(manifest)).not.toContain('dependencies')
  })
})

describe('a schema as a type', () => {
  test.each([
    [{ type: 'string' }, 'string'],
    [{ type: 'integer', minimum: 0 }, 'number'],
    [{ type: ['boolean', 'null'] }, 'boolean | null'],
    [{ enum: ['a', 'it’s', "it's"] }, "'a' | 'it’s' | 'it\\'s'"],
    [{ const: true }, 'true'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
    [{ anyOf: [{ enum: ['soon'] }, { type: 'string' }] }, "'soon' | (string & {})"],
    [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
    [{ type: 'array' }, 'unknown[]'],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, 'Record<string, number>'],
    [{ type: 'object', additionalProperties: false }, 'Record<string, never>'],
    [{ $ref: '#/components/schemas/File' }, "Schemas['File']"],
    [
      { type: 'object', properties: { a: { type: 'string' }, 'b-c': {} }, required: ['a'] },
      "{\n  a: string\n  'b-c'?: unknown | undefined\n}",
    ],
    [{}, 'unknown'],
  ])('%j', (schema, type) => expect(typeOfSchema(schema)).toBe(type))

  test('that has no type is refused, and so is a reference to nowhere', () => {
    expect(() => typeOfSchema({ type: 'colour' })).toThrow(/no type for “colour”/)
    expect(() => typeOfSchema({ $ref: '#/elsewhere' })).toThrow(/is no schema/)
  })

  test('events are typed by their schemas', () => {
    const schema = { type: 'object', properties: { state: { type: 'string' } }, required: ['state'] }
    const body = { content: { 'application/json': { schema } } }
    const described = { ...document, webhooks: { 'request.opened': { post: { requestBody: body } } } }
    const text = schemasText(described)
    const events = text.slice(text.indexOf('export interface WebhookEvents'))
    expect(events).toContain(
      "'request.opened': { type: 'request.opened'; reference: string } & {\n    state: string\n",
    )
    expect(events).not.toContain("'task.opened'")
  })
})
