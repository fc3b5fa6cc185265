import { bodyBytes } from '@/lib/body-bytes'
import type { ProblemReason } from '@/lib/core/api/problems'
import { isTooDeep } from './json-depth'

/** The longest message that the composer takes fits many times over. */
const MOST_BYTES = 128 * 1024

export type JsonObject = Record<string, unknown>
type Unreadable = { ok: false; reason: ProblemReason; detail?: string }

const malformed = (detail: string): Unreadable => ({ ok: false, reason: 'malformed-body', detail })

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** No field takes so long a link, and its host would be composed as it is read, in square time over a run of marks. */
const ENDLESS_LINK = /^[\s\p{Cc}]*[a-z]{1,10}:\S{2000}/iu

/** NUL can't be stored, half a character can't be sent on, and `__proto__` is nobody's field. */
function isHostile(value: unknown): boolean {
  if (typeof value === 'string') return /\0|\p{Surrogate}/u.test(value) || ENDLESS_LINK.test(value)
  if (Array.isArray(value)) return value.some(isHostile)
  if (!isObject(value)) return false
  return Object.entries(value).some(([key, part]) => key === '__proto__' || isHostile(key) || isHostile(part))
}

/** The JSON object that a call carries; nothing at all counts as an empty one. */
export async function readJson(request: Request): Promise<{ ok: true; value: JsonObject } | Unreadable> {
  const bytes = await bodyBytes(request, MOST_BYTES)
  if (!bytes) return { ok: false, reason: 'body-too-large' }
  if (bytes.byteLength === 0) return { ok: true, value: {} }
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    return { ok: false, reason: 'unsupported-media-type', detail: 'Send it as application/json.' }
  let value: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (isTooDeep(text)) return malformed('It is nested too deeply.')
    value = JSON.parse(text)
  } catch {
    return malformed('It is not valid JSON in UTF-8.')
  }
  if (!isObject(value)) return malformed('It is not an object.')
  if (isHostile(value)) return malformed('It has characters, names or links that can’t be part of any text.')
  return { ok: true, value }
}
