import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { eventIdOf } from '@/lib/door/usage/pseudonyms'
import { rulesOf } from '@/lib/usage-data/collecting/rules'
import { asOwner } from './fill'
import { megabytes } from './memory'
import { type Site, startWeb } from './site'

/** As trackers send: some twenty events in 40 kB, and several of them at once. */
const PER_BATCH = 24
const SENDERS = 16
const BATCHES = 600
const PLAIN_ROWS = 1000
const PATH = '/com.snowplowanalytics.snowplow/tp2'

const agent = new Agent({ keepAlive: true, maxSockets: SENDERS })

/** @returns the status, or 0 where the connection broke */
function send(site: URL, path: string, body?: string): Promise<number> {
  return new Promise(resolve => {
    const method = body === undefined ? 'GET' : 'POST'
    const headers = { host: site.host, 'content-type': 'application/json; charset=UTF-8' }
    const sent = request({ agent, host: '127.0.0.1', port: site.port, path, method, headers }, answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0)).on('error', () => resolve(0))
    })
    sent.on('error', () => resolve(0))
    sent.end(body)
  })
}

const packed = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64')

/** A page view with everything that a browser's tracker sends along. */
function event(eid: string, user: number): Record<string, string> {
  const data = {
    project_id: user % 9000,
    namespace_id: user % 900,
    user_id: user,
    plan: 'premium',
    environment: 'production',
  }
  const schema = 'iglu:com.gitlab/gitlab_standard/jsonschema/1-1-1'
  const now = String(Date.now())
  return {
    ...{
      e: 'pv',
      eid,
      tv: 'js-4.10.1',
      p: 'web',
      aid: 'gitlab',
      tna: 'sp',
      uid: String(user),
      dtm: now,
      stm: now,
    },
    ...{
      duid: `device ${user}`,
      sid: `session ${user}`,
      lang: 'en',
      tz: 'Europe/Amsterdam',
      res: '1x1',
      page: 'Title',
    },
    ...{ url: `https://git.example/group/project/-/issues/${user}`, refr: 'https://git.example/' },
    cx: packed({
      schema: 'iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0',
      data: [{ schema, data }],
    }),
  }
}

const eids = (count: number) => Array.from({ length: count }, () => randomUUID())
const payload = (ids: readonly string[]) =>
  JSON.stringify({
    schema: 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4',
    data: ids.map((eid, at) => event(eid, at + 1)),
  })

/** Does `work` until nothing is left, several at a time. @returns milliseconds */
async function together<Item>(items: Item[], work: (item: Item) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const sender = async () => {
    for (let item = items.pop(); item !== undefined; item = items.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
  return performance.now() - began
}

/** Events a second through the collector. @throws where one isn't taken */
async function collected(site: Site, batches: number): Promise<number> {
  const bodies = Array.from({ length: batches }, () => payload(eids(PER_BATCH)))
  const ms = await together(bodies, async body => {
    const status = await send(site.url, PATH, body)
    if (status !== 200) throw new Error(`the collector answered ${status}`)
  })
  return (batches * PER_BATCH) / (ms / 1000)
}

/** Rows a second by plain inserts, as many at once as a flush has: nothing read, nothing pseudonymised, nothing compared. */
async function plain(url: string, rows: number): Promise<number> {
  return await asOwner(url, async client => {
    const began = performance.now()
    for (let done = 0; done < rows; done += PLAIN_ROWS)
      await client.query(
        `insert into usage_event (id, kept_months, collected_at, event, happened_at, app, platform, user_pseudonym,
           session_pseudonym, device_pseudonym, key_version, project_id, namespace_id, page, fields, fingerprint)
         select id, 12, now(), 'page_view', now(), 'gitlab', 'web', repeat('u', 43), repeat('s', 43), repeat('d', 43), 1,
           '34', '12', '/namespace:12/project:34/-/issues/:id', '{"tracker": "js-4.10.1"}', repeat('f', 64)
           from unnest($1::uuid[]) as given(id)`,
        [eids(PLAIN_ROWS)],
      )
    return rows / ((performance.now() - began) / 1000)
  })
}

/** Kills the web server in the middle, sends what it didn't acknowledge again, and looks at what is there. */
async function killed(
  url: string,
  env: NodeJS.ProcessEnv,
  site: Site,
): Promise<{ events: number; again: number }> {
  let address = Promise.resolve(site)
  const acknowledged: string[] = []
  let again = 0
  let dead = false
  const waiting = Array.from({ length: BATCHES / 4 }, () => eids(PER_BATCH))
  await together(waiting, async ids => {
    const { url: to } = await address
    if ((await send(to, PATH, payload(ids))) === 200) acknowledged.push(...ids)
    else {
      again += 1
      waiting.push(ids)
    }
    if (!dead && acknowledged.length > (BATCHES / 8) * PER_BATCH) {
      dead = true
      process.kill(site.pid, 'SIGKILL')
      address = startWeb(env)
    }
  })
  await (await address).stop()
  const ids = acknowledged.map(eventIdOf)
  const [row] = await asOwner(url, async client => {
    const text =
      'select count(*)::int as rows, count(distinct id)::int as ids from usage_event where id = any($1::uuid[])'
    return (await client.query<{ rows: number; ids: number }>(text, [ids])).rows
  })
  if (row?.rows !== ids.length || row.ids !== ids.length)
    throw new Error(
      `${ids.length} events were acknowledged, ${row?.rows} are there, ${row?.ids} different ones`,
    )
  return { events: ids.length, again }
}

const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')}/s`

/**
 * The collector beside a bare answer of the same server and beside plain inserts into the same table, its memory, and what
 * a kill under load leaves.
 * @param env of a web server whose database is migrated; its HABEAS_KEY is this process's, too
 */
export async function benchCollector(env: NodeJS.ProcessEnv & { DATABASE_URL: string }): Promise<string> {
  const url = env.DATABASE_URL
  await asOwner(url, async client => {
    await client.query('select make_usage_partitions(current_date)')
    for (const [subject, print] of rulesOf().prints)
      await client.query(`insert into usage_announced values ($1, $2, '{}', 'bench', now())`, [
        subject,
        print,
      ])
  })
  const site = await startWeb(env)
  await collected(site, BATCHES / 10)
  await together(Array(200).fill('/api/health/live'), path => send(site.url, path))
  const memory = [megabytes(site.pid)]
  const events = await collected(site, BATCHES)
  memory.push(megabytes(site.pid))
  const bare =
    2000 / ((await together(Array(2000).fill('/api/health/live'), path => send(site.url, path))) / 1000)
  for (let again = 0; again < 2; again++) {
    await collected(site, BATCHES)
    memory.push(megabytes(site.pid))
  }
  const rows = await plain(url, BATCHES * PER_BATCH)
  const calls = events / PER_BATCH
  const sizes = memory.map(size => (size === null ? 'unknown here' : `${size.toFixed(0)} MB`))
  const kill = await killed(url, env, site)
  agent.destroy()
  return [
    '| collector | a second | |',
    '| --- | --: | --- |',
    `| events, ${PER_BATCH} a call | ${perSecond(events)} | ${(events / rows).toFixed(2)} × plain inserts |`,
    `| its calls | ${perSecond(calls)} | ${(calls / bare).toFixed(2)} × the bare handler; ${(events / bare).toFixed(1)} events in the time of one bare answer |`,
    `| bare handler | ${perSecond(bare)} | \`/api/health/live\` of the same server |`,
    `| plain inserts, ${PLAIN_ROWS} a statement | ${perSecond(rows)} | into the same table |`,
    '',
    `Memory of the web server at first, and after each of three times ${(BATCHES * PER_BATCH).toLocaleString('en')} events: ${sizes.join(', ')}.`,
    `Killed under load: all ${kill.events.toLocaleString('en')} acknowledged events are there once (${kill.again} calls sent again).`,
  ].join('\n')
}
