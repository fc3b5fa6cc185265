import { createHmac, randomUUID } from 'node:crypto'
import type { Given } from '@/lib/usage-data/collecting/pseudonymise'
import { rulesOf } from '@/lib/usage-data/collecting/rules'

export const rules = rulesOf()

/** What the collector knows, with everything announced. */
export const given = (changed: Partial<Given> = {}): Given => ({
  now: new Date('2026-06-01T12:00:00Z'),
  keyVersion: 1,
  hmac: (kind, value) => createHmac('sha256', 'a key').update(`${kind}\0${value}`).digest('base64url'),
  eventId: eid => eid ?? randomUUID(),
  announced: rules.prints,
  anonymous: false,
  ...changed,
})

const base = { tv: 'node-4.8.0', p: 'srv', aid: 'gitlab', eid: 'b2f0c0de-0000-4000-8000-000000000001' }

export const context = (data: object, schema = 'iglu:com.gitlab/gitlab_standard/jsonschema/1-1-1') => ({
  schema,
  data,
})

const packed = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64')

/** An event's contexts as trackers pack them. */
export const contexts = (...all: object[]) => ({
  cx: packed({ schema: 'iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0', data: all }),
})

export const pageView = (more: Record<string, string> = {}) => ({ ...base, e: 'pv', ...more })
export const structured = (more: Record<string, string> = {}) => ({ ...base, e: 'se', ...more })
export const described = (schema: string, data: object, more: Record<string, string> = {}) => ({
  ...base,
  e: 'ue',
  ue_px: packed({
    schema: 'iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0',
    data: { schema, data },
  }),
  ...more,
})
