import { expect, test } from 'vitest'
import { parsePayload } from '@/lib/usage-data/collecting/protocol'
import { protocolFields } from '@/lib/usage-data/collecting/protocol-fields'
import { pseudonymise } from '@/lib/usage-data/collecting/pseudonymise'
import { contexts as contextDefinitions } from '@/lib/usage-data/contexts/index'
import type { FieldPolicies } from '@/lib/usage-data/definitions/definition'
import { events } from '@/lib/usage-data/events/index'
import fc from '@/tests/support/property'
import { context, contexts, described, given, pageView, rules, structured } from './given'

/** What a person’s data looks like; long enough that it never occurs by chance. */
const planted = fc.oneof(
  fc.emailAddress(),
  fc.ipV4().map(ip => `ip ${ip}`),
  fc.ipV6().map(ip => `ip ${ip}`),
  fc.string({ minLength: 9, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 9, maxLength: 40 }),
  fc.constantFrom(
    'Jane van der Berg',
    '+31 6 12345678',
    '0031612345678',
    'NL91ABNA0417164300',
    'janevanderberg',
  ),
  fc.uuid(),
  fc.integer({ min: 1_000_000_000, max: 9_000_000_000 }).map(String),
)
const anything = fc.oneof({ weight: 5, arbitrary: planted }, fc.jsonValue({ maxDepth: 2 }))
const address = fc
  .tuple(fc.array(planted, { maxLength: 5 }), planted)
  .map(
    ([path, query]) =>
      `https://git.example/${path.map(encodeURIComponent).join('/')}?q=${encodeURIComponent(query)}`,
  )

const valueFor = (name: string) => (name === 'url' || name === 'refr' ? fc.oneof(address, planted) : planted)
const names = Object.keys(protocolFields).filter(name => !['e', 'ue_px', 'ue_pr', 'cx', 'co'].includes(name))
const parameters = fc
  .uniqueArray(fc.constantFrom(...names), { maxLength: 20 })
  .chain(chosen => fc.record(Object.fromEntries(chosen.map(name => [name, valueFor(name)]))))
const dataOf = (policies: FieldPolicies) =>
  fc
    .tuple(
      fc.record(Object.fromEntries(Object.keys(policies).map(name => [name, anything])), {
        requiredKeys: [],
      }),
      fc.dictionary(fc.string({ maxLength: 12 }), anything, { maxKeys: 3 }),
    )
    .map(([known, unknown]) => ({ ...unknown, ...known }))

const someContexts = fc
  .array(
    fc.oneof(
      fc
        .constantFrom(...contextDefinitions)
        .chain(({ schema, fields }) => dataOf(fields).map(data => context(data, `${schema}/1-0-0`))),
      anything,
    ),
    { maxLength: 3 },
  )
  .map(all => contexts(...all.filter(candidate => typeof candidate === 'object' && candidate !== null)))

const someEvent = fc.constantFrom(...events).chain(({ source, additionalProperties }) => {
  const match = source.from === 'tracker' ? source.match : { kind: 'page-view' as const }
  if (match.kind === 'self-describing')
    return dataOf(additionalProperties).map(data => described(`${match.schema}/1-0-0`, data))
  if (match.kind !== 'structured') return fc.constant(pageView(match.kind === 'page-ping' ? { e: 'pp' } : {}))
  const named = { se_ca: match.category, se_ac: match.action }
  return fc
    .record({ se_la: planted, se_pr: planted, se_va: planted })
    .map(more => structured({ ...more, ...named }))
})

const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(parameters, someContexts, someEvent).map(parts => Object.assign({}, ...parts)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(parameters, someEvent)
      .map(parts => Object.assign({ email: 'jane@example.com' }, ...parts)),
  },
  anything,
)

/** Every value inside something, however deep, packed or not. */
function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, entry]) =>
      /^(ue_px|cx)$/.test(name) && typeof entry === 'string'
        ? leaves(JSON.parse(Buffer.from(entry, 'base64').toString()))
        : [name, ...leaves(entry)],
    )
  return value === null ? [] : [String(value)]
}

/** Values that some policy lets through as they are, or that are our own words. */
const ours = (text: string) =>
  [
    protocolFields,
    ...contextDefinitions.map(definition => definition.fields),
    ...events.map(event => event.additionalProperties),
  ]
    .flatMap(policies => Object.values(policies))
    .some(policy => policy.policy === 'keep' && policy.shape.safeParse(text.trim()).success)

/** Names that the definitions themselves give: of events, of fields, and of columns. */
const vocabulary = new Set([
  ...Object.keys(protocolFields),
  ...['tracker', 'app', 'platform', 'name', 'e'],
  ...events.flatMap(event => [event.action, ...Object.keys(event.additionalProperties)]),
  ...contextDefinitions.flatMap(definition =>
    Object.keys(definition.fields).flatMap(name => [name, `${definition.schema.split('/')[1]}.${name}`]),
  ),
])

test('only what a policy exempts is stored as it arrived', () => {
  let taken = 0
  fc.assert(
    fc.property(event, fc.boolean(), (sent, anonymous) => {
      const made = pseudonymise(sent, rules, given({ anonymous, eventId: () => 'an id' }))
      if ('stored' in made) taken += 1
      const { fields, ...columns } = 'stored' in made ? { ...made.stored, fingerprint: '' } : made.rejected
      expect(Object.keys(fields).filter(name => !vocabulary.has(name))).toEqual([])
      const text = JSON.stringify([Object.values(columns), Object.values(fields)])
      for (const value of new Set(leaves(sent))) {
        if (value.length < 9 || vocabulary.has(value) || ours(value)) continue
        for (const form of [value, encodeURIComponent(value), Buffer.from(value).toString('base64')])
          expect(text).not.toContain(JSON.stringify(form).slice(1, -1))
      }
    }),
    { numRuns: 1000 },
  )
  expect(taken).toBeGreaterThan(500)
})

test('no body makes reading it fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map(value =>
          JSON.stringify({
            schema: 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4',
            data: value,
          }),
        ),
      ),
      body => {
        const payload = parsePayload(body)
        if (payload.ok) for (const event of payload.events) pseudonymise(event, rules, given())
      },
    ),
    { numRuns: 500 },
  )
})
