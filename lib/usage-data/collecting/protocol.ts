import { z } from 'zod'

/** What makes a whole payload unreadable. Trackers don't try it again. */
export type PayloadProblem = 'malformed' | 'unknown-schema' | 'too-large' | 'too-many'

/** More than any tracker sends: they cut their batches at 40 kB. */
export const payloadBytes = 500_000
export const payloadEvents = 500

/** A self-describing thing: what it is, without the version, and its content. */
export interface SelfDescribing {
  schema: string
  data: Readonly<Record<string, unknown>>
}

/** One event with everything that was packed into it. */
export interface OpenedEvent {
  parameters: Readonly<Record<string, string>>
  described: SelfDescribing | null
  contexts: readonly SelfDescribing[]
}

const envelope = z.object({ schema: z.string(), data: z.array(z.unknown()).min(1) })
const describing = z.object({ schema: z.string(), data: z.record(z.string(), z.unknown()) })
const PAYLOAD = /^iglu:com\.snowplowanalytics\.snowplow\/payload_data\/jsonschema\/1-\d{1,2}-\d{1,3}$/
const CONTEXTS = /^iglu:com\.snowplowanalytics\.snowplow\/contexts\/jsonschema\/1-\d{1,2}-\d{1,3}$/
const UNSTRUCT = /^iglu:com\.snowplowanalytics\.snowplow\/unstruct_event\/jsonschema\/1-\d{1,2}-\d{1,3}$/
// Made once: to make a schema costs more than all else that is done with an event.
const list = z.array(z.unknown())
const around = z.object({ schema: z.string().regex(CONTEXTS), data: list })
const inside = z.object({ schema: z.string().regex(UNSTRUCT), data: z.unknown() })
const VERSIONED = /^(iglu:[\w.-]+\/[\w.-]+\/jsonschema)\/1-\d{1,3}-\d{1,3}$/

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The events of a POST's body; none of them is looked at yet. */
export function parsePayload(
  body: string,
): { ok: true; events: readonly unknown[] } | { ok: false; problem: PayloadProblem } {
  const payload = envelope.safeParse(json(body))
  if (!payload.success) return { ok: false, problem: 'malformed' }
  if (!PAYLOAD.test(payload.data.schema)) return { ok: false, problem: 'unknown-schema' }
  if (payload.data.data.length > payloadEvents) return { ok: false, problem: 'too-many' }
  return { ok: true, events: payload.data.data }
}

/** The one event of a GET: its parameters; null where one is given twice. */
export function parseQuery(query: URLSearchParams): Record<string, string> | null {
  const names = [...query.keys()]
  return new Set(names).size === names.length ? Object.fromEntries(query) : null
}

/** Both alphabets of base64, as trackers differ. */
const unpacked = (text: string): unknown => json(Buffer.from(text, 'base64').toString('utf8'))

function selfDescribing(value: unknown): SelfDescribing | null {
  const read = describing.safeParse(value)
  const schema = read.success && VERSIONED.exec(read.data.schema)?.[1]
  return read.success && schema ? { schema, data: read.data.data } : null
}

/** What a parameter or its packed twin holds; undefined where neither is there. */
const wrapped = (plain: string | undefined, packed: string | undefined): unknown =>
  plain === undefined && packed === undefined
    ? undefined
    : ((plain === undefined ? unpacked(packed ?? '') : json(plain)) ?? null)

const parametersSchema = z.record(z.string(), z.string())

/** Opens what is packed into an event; null where it isn't what the protocol says. */
export function openEvent(event: unknown): OpenedEvent | null {
  const read = parametersSchema.safeParse(event)
  if (!read.success) return null
  const parameters = read.data
  const body = wrapped(parameters.ue_pr, parameters.ue_px)
  const others = wrapped(parameters.co, parameters.cx)
  const described = body === undefined ? null : selfDescribing(inside.safeParse(body).data?.data)
  const contexts = others === undefined ? [] : around.safeParse(others).data?.data.map(selfDescribing)
  if (contexts === undefined || (body !== undefined && described === null)) return null
  return { parameters, described, contexts: contexts.filter(context => context !== null) }
}
