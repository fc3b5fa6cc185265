import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type Askable, askables, spellings } from '@/lib/core/off-channel/off-channel'
import type { Arrival, HookReading } from '../contract'
import { idSchema } from './api'
import type { ZendeskSettings } from './settings'

/** How far the moment at which a webhook was signed may be from now. */
const TOLERANCE_MS = 5 * 60_000

const SIGNATURE = 'x-zendesk-webhook-signature'
const SIGNED_AT = 'x-zendesk-webhook-signature-timestamp'

/** Bounded: a moment has no more than 40 characters. */
function momentOf(text: string): number {
  return text.length <= 40 && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN
}

function isSigned(secret: string, at: string, raw: Buffer, given: string): boolean {
  const expected = Buffer.from(createHmac('sha256', secret).update(at).update(raw).digest('base64'))
  const got = Buffer.from(given)
  return got.length === expected.length && timingSafeEqual(got, expected)
}

/** Tags as a list, or as the placeholder `{{ticket.tags}}` writes them: one after the other. */
const tagsSchema = z.union([
  z.array(z.string()),
  z.string().transform(text => text.split(/[\s,]+/).filter(Boolean)),
])
const ticketSchema = z.object({ id: idSchema, tags: tagsSchema.optional().catch(undefined) })
const wish = z.string().max(60).optional().catch(undefined)

const bodySchema = z.object({
  /** Of Zendesk's own events, which are about other things than tickets, too. */
  type: z.string().optional().catch(undefined),
  ticket_id: idSchema.optional(),
  ticketId: idSchema.optional(),
  ticket: ticketSchema.optional(),
  detail: ticketSchema.optional(),
  asks_for: wish,
  asksFor: wish,
  tags: tagsSchema.optional().catch(undefined),
})

const known = new Map<string, Askable>([
  ...askables.map(key => [key, key] as const),
  ...Object.entries(spellings),
])

/** One of the off-channel subjects, also as Zendesk writes tags; undefined for any other word. */
const subjectOf = (word: string | undefined): Askable | undefined =>
  word === undefined ? undefined : known.get(word.trim().toLowerCase().replaceAll('_', '-'))

function parsed(raw: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch {
    return undefined
  }
}

/** Of everything in the body, only the ticket's number and a word of ours are taken. */
function arrivalIn(raw: Buffer, url: string): Arrival | null {
  const body = bodySchema.safeParse(parsed(raw)).data
  if (!body) return null
  const isOther = body.type?.startsWith('zen:event-type:') && !body.type.startsWith('zen:event-type:ticket.')
  const ticket = body.ticket_id ?? body.ticketId ?? body.ticket?.id ?? (isOther ? undefined : body.detail?.id)
  if (ticket === undefined) return null
  const tags = [...(body.tags ?? []), ...(body.ticket?.tags ?? []), ...(body.detail?.tags ?? [])]
  const asksFor = [body.asks_for, body.asksFor, ...tags].map(subjectOf).find(Boolean) ?? null
  return { id: `ticket:${ticket}`, ticket, link: `${url}/agent/tickets/${ticket}`, asksFor }
}

/**
 * Reads a webhook of Zendesk: base64 of HMAC-SHA256 over the moment and the body's very bytes
 * (developer.zendesk.com, "Verifying webhook authenticity").
 */
export function readHook(
  { url, webhookSecret }: Pick<ZendeskSettings, 'url' | 'webhookSecret'>,
  headers: Readonly<Record<string, string | undefined>>,
  raw: Buffer,
  now: Date,
): HookReading {
  const given = headers[SIGNATURE]
  const at = headers[SIGNED_AT]
  if (!webhookSecret || !given || !at || !isSigned(webhookSecret, at, raw, given))
    return { ok: false, why: 'signature' }
  const away = Math.abs(momentOf(at) - +now)
  if (!(away <= TOLERANCE_MS)) return { ok: false, why: 'stale' }
  const arrival = arrivalIn(raw, url)
  return arrival ? { ok: true, arrival } : { ok: false, why: 'body' }
}
