import { z } from 'zod'
import { SystemFailure } from '../failure'
import { type Asking, askJson, type JsonApi, type Told } from '../json-api'
import type { Wire } from '../wire'
import type { ZendeskSettings } from './settings'

/** Zendesk's API, version 2, with what all calls have in common. */
export interface Zendesk {
  readonly api: JsonApi
  readonly settings: ZendeskSettings
  /** Where people read a ticket. */
  ticketLink(ticket: string): string
}

const described = z.object({ description: z.string() })

/** The envelope of errors; `error` is an object where a page of the help desk itself refuses. */
const errorSchema = z.object({
  error: z.union([z.string(), z.object({ title: z.string().optional(), message: z.string() })]).optional(),
  description: z.string().optional(),
  details: z.record(z.string(), z.array(described).catch([])).optional().catch(undefined),
})

/** What Zendesk says is wrong, the details before the general words. */
export function said(json: unknown): string | null {
  const parsed = errorSchema.safeParse(json).data
  if (!parsed) return null
  const { error, description, details = {} } = parsed
  const exact = Object.values(details).flatMap(list => list.map(detail => detail.description))
  const general = description ?? (typeof error === 'object' ? error.message : error)
  return exact.length > 0 ? exact.join(' ') : (general ?? null)
}

export function zendesk(settings: ZendeskSettings, wire: Wire): Zendesk {
  const pair = Buffer.from(`${settings.email}/token:${settings.token}`).toString('base64')
  return {
    settings,
    api: { base: `${settings.url}/api/v2`, headers: { authorization: `Basic ${pair}` }, wire, said },
    ticketLink: ticket => `${settings.url}/agent/tickets/${ticket}`,
  }
}

/** Asks, where "there is none" is an answer, too. Only Zendesk's own words for it count: a wrong address has a 404 of its own. */
export async function askForOne<Schema extends z.ZodType>(
  { api }: Zendesk,
  asking: Asking<Schema>,
): Promise<Told<z.output<Schema>> | null> {
  const told = await askJson(api, { ...asking, allow: [...(asking.allow ?? []), 404] })
  if (told.status !== 404) return told
  if (errorSchema.safeParse(told.error).data?.error === 'RecordNotFound') return null
  throw new SystemFailure('unexpected', `${api.wire.name} doesn’t know an address that we call (404).`, {
    status: 404,
  })
}

/** Whether an error says that the very same thing was asked for before. */
export const isDuplicate = (error: unknown): boolean => /"DuplicateValue"/.test(JSON.stringify(error ?? null))

/** More than this many pages of one list is no list that we act on. */
const MOST_PAGES = 100
const PAGE = 100

/**
 * Every item of a list, page by page. The link to the next page is never followed, since it could lead anywhere; only that there is
 * one counts.
 * @param name of the list in the answer
 * @throws SystemFailure also where the list is longer than we act on: a part of it must not count as all
 */
export async function everyItem<Schema extends z.ZodType>(
  { api }: Zendesk,
  asking: Pick<Asking<z.ZodType>, 'path' | 'query'>,
  name: string,
  item: Schema,
): Promise<z.output<Schema>[]> {
  const schema = z.looseObject({ [name]: z.array(item), next_page: z.string().nullish() })
  const all: z.output<Schema>[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = { ...asking.query, per_page: PAGE, page }
    const { body } = await askJson(api, { path: asking.path, query, schema })
    all.push(...z.array(item).parse(body[name]))
    if (!body.next_page) return all
  }
  throw new SystemFailure('too-large', `${api.wire.name} lists more than ${MOST_PAGES * PAGE} ${name}.`)
}

/** Ids are numbers there and text here. */
export const idSchema = z.union([z.number().int(), z.string().regex(/^\d{1,20}$/)]).transform(String)
