import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { SystemFailure } from '@/lib/systems/failure'
import { askJson } from '@/lib/systems/json-api'
import type { GitLab } from './api'

const PER_PAGE = 100
/** Ten thousand: more than any person's projects or groups, and an end to a server that never says that it is done. */
const MOST_PAGES = 100
const MOST_BYTES = 8 * 1024 * 1024
/** So many calls at once are no burden to a server. */
const AT_ONCE = 6

type Query = Readonly<Record<string, string | number | boolean>>

/** The number of the next page; null where this was the last. A full page without a word of the next has to be asked after. */
function nextPage(headers: IncomingHttpHeaders, page: number, items: number): number | null {
  const said = headers['x-next-page']
  if (typeof said === 'string') return said === '' ? null : page + 1
  return items < PER_PAGE ? null : page + 1
}

/**
 * A list through all its pages.
 * @throws SystemFailure where it has no end
 */
export async function listAll<Item extends z.ZodType>(
  api: GitLab,
  path: string,
  query: Query,
  item: Item,
): Promise<z.output<Item>[]> {
  const items: z.output<Item>[] = []
  for (let page: number | null = 1; page !== null; ) {
    if (page > MOST_PAGES)
      throw new SystemFailure(
        'unexpected',
        `${api.wire.name} lists more than ${MOST_PAGES * PER_PAGE} entries.`,
      )
    const { headers, body } = await askJson(api, {
      path,
      query: { ...query, per_page: PER_PAGE, page },
      schema: z.array(item),
      mostBytes: MOST_BYTES,
    })
    items.push(...body)
    page = nextPage(headers, page, body.length)
  }
  return items
}

/** How long a list is: as GitLab says, or counted where it doesn't, as for long lists on GitLab.com. */
export async function countAll(api: GitLab, path: string, query: Query): Promise<number> {
  const { headers, body } = await askJson(api, {
    path,
    query: { ...query, per_page: 1 },
    schema: z.array(z.unknown()),
  })
  const total = headers['x-total']
  if (typeof total === 'string' && /^\d{1,9}$/.test(total)) return Number(total)
  return body.length === 0 ? 0 : (await listAll(api, path, query, z.unknown())).length
}

/** Asks about each, a few at a time, and answers in their order. */
export async function askEach<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let from = 0; from < items.length; from += AT_ONCE)
    answers.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(ask))))
  return answers
}
