import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { QueryResultRow } from 'pg'
import { inDatabaseOf } from '@/tests/support/product-database'
import { leaked, planted } from '@/tests/usage-data/planted'

const tracker = createRequire(import.meta.url)
  .resolve('@snowplow/browser-tracker')
  .replace('index.umd.js', 'index.umd.min.js')

const rowsOf = <Row extends QueryResultRow>(statement: string) =>
  inDatabaseOf<Row>(process.env.HABEAS_E2E_DATA ?? '', statement)

/** Everything that the database holds, as text. */
async function dump(): Promise<string> {
  const tables = await rowsOf<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const texts = []
  for (const { name } of tables)
    texts.push(...(await rowsOf<{ row: string }>(`select t::text as row from ${name} t`)))
  return texts.map(text => text.row).join('\n')
}

/** Files of the product's own folder, the database's among them, that hold something of what was planted. */
function filesWithPlanted(): string[] {
  const values = Object.values(planted).flatMap(value => [
    Buffer.from(value),
    Buffer.from(Buffer.from(value).toString('base64').replace(/=+$/, '')),
  ])
  return readdirSync(process.env.HABEAS_E2E_DATA ?? '', { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => {
      // The database takes files away as it goes.
      const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
      return values.some(value => bytes.includes(value))
    })
}

/** Somebody else's product, which measures itself with the tracker as it comes from npm. */
async function someProduct(): Promise<{ origin: string; close(): void }> {
  const page = `<!doctype html><html lang="en"><title>${planted.title}</title><script src="/tracker.js"></script><h1>A product</h1>`
  const server = createServer((request, response) => {
    const isScript = request.url === '/tracker.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isScript ? readFileSync(tracker) : page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** What the product's page does, inside the browser. */
function track({ collector, planted: person }: { collector: string; planted: Record<string, string> }): void {
  const snowplow: Record<string, (...words: unknown[]) => void> = Reflect.get(
    globalThis,
    'snowplowBrowserTracking',
  )
  const standard = {
    schema: 'iglu:com.gitlab/gitlab_standard/jsonschema/1-1-1',
    data: {
      project_id: 278964,
      namespace_id: 9970,
      user_id: person.userId,
      plan: person.name,
      extra: { ...person },
    },
  }
  const stranger = { schema: 'iglu:org.example/person/jsonschema/1-0-0', data: { ...person } }
  const context = [standard, stranger]
  snowplow.newTracker?.('sp', collector, { appId: person.project, contexts: { webPage: true } })
  snowplow.setUserId?.(person.email)
  snowplow.trackPageView?.({ title: person.title, context })
  snowplow.trackStructEvent?.({
    category: 'pipelines',
    action: 'pipeline_started',
    label: person.name,
    property: person.branch,
    value: 7,
    context,
  })
  const data = {
    origin: 'board',
    title: person.title,
    assignee: person.email,
    template: person.name,
    other: person.phone,
  }
  snowplow.trackSelfDescribingEvent?.({
    event: { schema: 'iglu:com.gitlab/issue_created/jsonschema/1-0-0', data },
    context,
  })
  snowplow.trackSelfDescribingEvent?.({
    event: { schema: 'iglu:org.example/diary/jsonschema/1-0-0', data },
    context,
  })
}

test('the browser tracker, unmodified, on another site: taken, and nothing personal is left anywhere', async ({
  browser,
}) => {
  const product = await someProduct()
  const collector = process.env.HABEAS_E2E_URL ?? ''
  await expect
    .poll(async () => (await rowsOf('select 1 from usage_announced')).length, { timeout: 30_000 })
    .toBeGreaterThan(0)
  const page = await browser.newPage({ userAgent: planted.agent })
  const answers: number[] = []
  page.on('response', answer => {
    if (answer.url().includes('/tp2') && answer.request().method() === 'POST') answers.push(answer.status())
  })
  await page.goto(
    `${product.origin}/${planted.path}/${planted.project}/-/issues?q=${encodeURIComponent(planted.name)}`,
  )
  await page.evaluate(track, { collector, planted })
  const events = () =>
    rowsOf<{ event: string; page: string }>(
      `select event, page, project_id, user_pseudonym, device_pseudonym from usage_event
        where project_id = '278964' and device_pseudonym is not null order by event`,
    )
  await expect
    .poll(async () => (await events()).map(row => row.event), { timeout: 30_000 })
    .toEqual(['issue_created', 'page_view', 'pipeline_started'])
  for (const row of await events())
    expect(row).toMatchObject({
      page: '/namespace:9970/project:278964/-/issues',
      project_id: '278964',
      user_pseudonym: expect.stringMatching(/^[\w-]{43}$/),
      device_pseudonym: expect.stringMatching(/^[\w-]{43}$/),
    })
  expect(new Set(answers)).toEqual(new Set([200]))
  expect(
    (
      await rowsOf<{ reason: string }>('select reason from usage_rejected where user_pseudonym is not null')
    ).map(row => row.reason),
  ).toEqual(['unknown-event'])
  expect(await page.context().cookies(collector)).toEqual([])
  expect(leaked(await dump())).toEqual([])
  await rowsOf('checkpoint')
  expect(filesWithPlanted()).toEqual([])
  await page.close()
  product.close()
})

test('a browser that asks not to be tracked isn’t', async ({ browser }) => {
  const product = await someProduct()
  const context = await browser.newContext({ extraHTTPHeaders: { 'sec-gpc': '1' } })
  const page = await context.newPage()
  await page.goto(product.origin)
  const [{ n: before } = { n: 0 }] = await rowsOf<{ n: number }>(
    "select (select count(*) from usage_event where event = 'page_view')::int + (select count(*) from usage_rejected)::int as n",
  )
  const answered = page.waitForResponse(
    item => item.url().includes('/tp2') && item.request().method() === 'POST',
  )
  await page.evaluate(track, { collector: process.env.HABEAS_E2E_URL ?? '', planted })
  expect((await answered).status()).toBe(200)
  const [{ n: after } = { n: -1 }] = await rowsOf<{ n: number }>(
    "select (select count(*) from usage_event where event = 'page_view')::int + (select count(*) from usage_rejected)::int as n",
  )
  expect(after).toBe(before)
  await context.close()
  product.close()
})
