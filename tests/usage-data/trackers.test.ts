import {
  buildPagePing,
  buildPageView,
  buildSelfDescribingEvent,
  buildStructEvent,
  newTracker,
  type SelfDescribingJson,
} from '@snowplow/node-tracker'
import { afterAll, expect, test, vi } from 'vitest'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'
import { announce, serveCollector } from './collector'
import { leaked, planted } from './planted'

vi.stubEnv('LOG_LEVEL', 'trace')
const said: string[] = []
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream)
  vi.spyOn(stream, 'write').mockImplementation((chunk, ...rest) => {
    said.push(String(chunk))
    return write(chunk, ...(rest as []))
  })
}

const { url, sql } = await testDatabase()
testEnvironment(url)
await announce(sql)
const collector = await serveCollector()
afterAll(() => collector.close())

/** Everything that the database holds, as text. */
async function dump(): Promise<string> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const parts: string[] = []
  for (const { name } of tables)
    parts.push(...(await sql<{ row: string }>(`select t::text as row from ${name} t`)).map(item => item.row))
  return parts.join('\n')
}

const everywhere: SelfDescribingJson<Record<string, unknown>>[] = [
  {
    schema: 'iglu:com.gitlab/gitlab_standard/jsonschema/1-1-1',
    data: {
      project_id: 278964,
      namespace_id: 9970,
      user_id: Number(planted.userId),
      global_user_id: planted.device,
      plan: planted.name,
      environment: planted.host,
      host_name: planted.host,
      source: planted.email,
      correlation_id: planted.session,
      extra: { email: planted.email, deeper: [{ name: planted.name }] },
      not_in_the_definition: planted.phone,
    },
  },
  {
    schema: 'iglu:org.habeas/place/jsonschema/1-0-0',
    data: { country: 'NL', region: planted.city, city: planted.city },
  },
  { schema: 'iglu:org.example/person/jsonschema/1-0-0', data: { ...planted } },
]

function tracker(method: 'post' | 'get', anonymous = false) {
  const answers: number[] = []
  const made = newTracker(
    { namespace: planted.path, appId: planted.project, encodeBase64: method === 'post' },
    {
      endpoint: '127.0.0.1',
      port: collector.port,
      protocol: 'http',
      eventMethod: method,
      bufferSize: 1,
      serverAnonymization: anonymous,
      onRequestSuccess: (batch, response) => void answers.push(...batch.map(() => response.status)),
      onRequestFailure: ({ status }) => void answers.push(status ?? 0),
    },
  )
  made.setUserId(planted.email)
  made.setDomainUserId(planted.device)
  made.setNetworkUserId(planted.network)
  made.setSessionId(planted.session)
  made.setIpAddress(planted.address)
  made.setUseragent(planted.agent)
  made.setTimezone(planted.zone)
  made.setLang(planted.name)
  return { made, answers }
}

const pageUrl = `https://${planted.host}/${planted.path}/${planted.project}/-/blob/main/${planted.path}.md?token=${planted.secret}#${planted.name}`

async function sendEverything(method: 'post' | 'get'): Promise<number[]> {
  const { made, answers } = tracker(method)
  const referrer = `https://${planted.host}/search?q=${encodeURIComponent(planted.name)}`
  made.track(buildPageView({ pageUrl, pageTitle: planted.title, referrer }), everywhere)
  made.track(buildPagePing({ pageUrl, pageTitle: planted.title, referrer }), everywhere)
  const struct = {
    category: 'pipelines',
    action: 'pipeline_started',
    label: planted.name,
    property: planted.branch,
  }
  made.track(buildStructEvent({ ...struct, value: 31655517788 }), everywhere)
  made.track(buildStructEvent({ ...struct, category: planted.email, action: planted.name }), everywhere)
  const issue = {
    origin: planted.email,
    template: planted.title,
    title: planted.title,
    assignee: planted.name,
    more: planted.phone,
  }
  made.track(
    buildSelfDescribingEvent({
      event: { schema: 'iglu:com.gitlab/issue_created/jsonschema/1-0-0', data: issue },
    }),
    everywhere,
  )
  made.track(
    buildSelfDescribingEvent({
      event: { schema: `iglu:org.example/${planted.path}/jsonschema/1-0-0`, data: issue },
    }),
    everywhere,
  )
  await made.flush()
  await vi.waitFor(() => expect(answers).toHaveLength(6), { timeout: 60_000 })
  return answers
}

test.each(['post', 'get'] as const)(
  'the real tracker, by %s, with personal data in every field',
  async method => {
    await sql('truncate usage_event, usage_rejected')
    expect(new Set(await sendEverything(method))).toEqual(new Set([200]))
    const rows = await sql<{
      event: string
      project_id: string
      page: string | null
      user_pseudonym: string
    }>('select event, project_id, page, user_pseudonym from usage_event order by event')
    expect(rows.map(row => row.event)).toEqual([
      'issue_created',
      'page_ping',
      'page_view',
      'pipeline_started',
    ])
    expect(new Set(rows.map(row => row.project_id))).toEqual(new Set(['278964']))
    expect(new Set(rows.map(row => row.user_pseudonym)).size).toBe(1)
    expect(rows[2]?.page).toBe('/namespace:9970/project:278964/-/blob/:repository_path')
    const rejected = await sql<{ reason: string }>('select reason from usage_rejected')
    expect(rejected.map(row => row.reason)).toEqual(['unknown-event', 'unknown-event'])
  },
)

test('a batch with everything wrong says so to the tracker, and keeps nothing of it', async () => {
  const post = (body: string, headers = {}) =>
    fetch(`${collector.url}/com.snowplowanalytics.snowplow/tp2`, { method: 'POST', body, headers })
  const statuses = [
    await post(`{"email": "${planted.email}"`),
    await post(JSON.stringify({ schema: 'iglu:org.example/x/jsonschema/1-0-0', data: [{ ...planted }] })),
    await post(`{"x":"${planted.name.repeat(40_000)}"}`),
    await fetch(`${collector.url}/i?${new URLSearchParams({ ...planted })}`),
  ].map(answer => answer.status)
  expect(statuses).toEqual([400, 400, 400, 200])
  const reasons = await sql<{ reason: string }>(
    `select reason from usage_rejected where reason <> 'unknown-event' order by reason`,
  )
  expect(reasons.map(row => row.reason)).toEqual(['ill-shaped', 'malformed', 'too-large', 'unknown-schema'])
})

test('nothing of it is anywhere, in any form', async () => {
  const all = await dump()
  expect(all).toContain('namespace:9970')
  expect(leaked(all)).toEqual([])
  expect(leaked(said.join('\n'))).toEqual([])
  // The test itself would see it.
  expect(leaked(`x${Buffer.from(planted.email).toString('base64')}y`)).not.toEqual([])
})
