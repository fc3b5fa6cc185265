import type { z } from 'zod'
import { quoted, SystemFailure } from './failure'
import type { Method } from './outbound'
import type { Wire, WireAnswer } from './wire'

export interface JsonApi {
  /** Before every path, such as `https://gitlab.example.com/api/v4`. */
  base: string
  headers: Readonly<Record<string, string>>
  wire: Wire
  /** What an answer that isn't a success says for itself, from its JSON; the kind knows the shape. */
  said(error: unknown): string | null
}

export interface Asking<Schema extends z.ZodType> {
  method?: Method
  /** Begins with a slash; its parts are encoded by `path`. */
  path: string
  query?: Readonly<Record<string, string | number | boolean>>
  json?: unknown
  headers?: Readonly<Record<string, string>>
  /** The shape of a success; without it nothing of the body is looked at. */
  schema?: Schema
  /** Statuses beside 2xx that are an answer, too, such as 404. Their body must be JSON all the same. */
  allow?: readonly number[]
  patienceMs?: number
  mostBytes?: number
}

export interface Told<Body> {
  status: number
  headers: WireAnswer['headers']
  /** Of a success with a schema. */
  body: Body
  /** The JSON of an allowed status. */
  error: unknown
}

/** A path of encoded parts: `path('users', id, 'emails')` is `/users/5/emails`. */
export const path = (...parts: readonly (string | number)[]): string =>
  parts.map(part => `/${encodeURIComponent(part)}`).join('')

const NOTHING = Symbol('no JSON')

function readJson(body: Buffer): unknown {
  try {
    // A lone BOM is no JSON, and nor is nothing.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return NOTHING
  }
}

/** Shorter values are words such as `Basic`, or names. */
const SHORTEST_SECRET = 8

/** What an answer says for itself, without our credentials, should the server quote them back at us. */
export function saidBy(api: JsonApi, body: unknown): string | null {
  const secrets = Object.values(api.headers)
    .flatMap(value => value.split(' '))
    .filter(value => value.length >= SHORTEST_SECRET)
  const text = api.said(body)
  return text && secrets.reduce((shown, secret) => shown.replaceAll(secret, '[hidden]'), text)
}

/**
 * Asks a JSON API. An answer that is cut off, empty, HTML or of another shape is a failure and never "not found".
 * @throws SystemFailure in words that say what the system said
 */
export async function askJson<Schema extends z.ZodType = z.ZodType<undefined>>(
  api: JsonApi,
  asking: Asking<Schema>,
): Promise<Told<z.output<Schema>>> {
  const { method = 'GET', query = {}, json, schema, allow = [], patienceMs, mostBytes } = asking
  const { wire } = api
  const url = new URL(`${api.base}${asking.path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  const answer = await wire.call({
    method,
    url: url.href,
    headers: {
      accept: 'application/json',
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...api.headers,
      ...asking.headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(patienceMs !== undefined && { patienceMs }),
    ...(mostBytes !== undefined && { mostBytes }),
  })
  const { status, headers } = answer
  const acts = method !== 'GET'
  const nonsense = (what: string) =>
    new SystemFailure('nonsense', `${wire.name} answered ${what}.`, { status, mayHaveActed: acts })
  const body = readJson(answer.body)
  if (status >= 200 && status < 300) {
    if (!schema) return { status, headers, body: undefined as z.output<Schema>, error: null }
    if (body === NOTHING)
      throw nonsense(answer.body.length === 0 ? 'with nothing' : 'with something that isn’t JSON')
    const parsed = schema.safeParse(body)
    if (!parsed.success) {
      const where = parsed.error.issues[0]?.path.join('.')
      throw nonsense(`in another shape than expected${where ? ` (${where})` : ''}`)
    }
    return { status, headers, body: parsed.data, error: null }
  }
  if (allow.includes(status)) {
    if (body === NOTHING) throw nonsense(`${status} with something that isn’t JSON`)
    return { status, headers, body: undefined as z.output<Schema>, error: body }
  }
  throw refused(wire.name, status, body === NOTHING ? null : saidBy(api, body))
}

function refused(name: string, status: number, text: string | null): SystemFailure {
  const quote = text ? `: “${quoted(text)}”` : ''
  if (status === 401)
    return new SystemFailure('credentials', `${name} doesn’t accept the credentials (401)${quote}`, {
      status,
    })
  if (status === 403)
    return new SystemFailure('forbidden', `${name} forbids this to our credentials (403)${quote}`, { status })
  return new SystemFailure('unexpected', `${name} answered ${status}${quote}`, { status })
}
