import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { networks } from '@/lib/auth/client-address'
import { collectOwnPages } from '@/lib/door/usage/collect'
import { ownPagePattern } from '@/lib/usage-data/collecting/own-page'
import { pageViews } from '@/lib/web/page-views'
import { createWebServer } from '@/lib/web/server'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'
import { projectFiles } from '@/tests/support/source'
import { announce } from './collector'

const { url, sql } = await testDatabase()
testEnvironment(url)
await announce(sql)

const views = pageViews(collectOwnPages)
const { server, drain } = createWebServer({
  trustedProxies: networks([]),
  appUrl: 'http://habeas.test',
  bodyLimit: 1000,
  localOnly: true,
  answered: views.answered,
  async handle(request, response) {
    const path = request.url ?? ''
    response.statusCode = path.startsWith('/gone') ? 404 : 200
    response.setHeader(
      'content-type',
      path.startsWith('/api') ? 'application/json' : 'text/html; charset=utf-8',
    )
    response.end('x')
  },
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => drain(0))
const address = server.address()
const origin = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
const visit = async (path: string, headers: Record<string, string> = {}) =>
  await (await fetch(`${origin}${path}`, { headers })).text()

test('our own pages are counted by their pattern, and nobody with them', async () => {
  await visit('/requests/PR-2026-00012/details?q=jane@people.example', { cookie: 'habeas_session=secret' })
  await visit('/r/some-secret-token')
  await visit('/')
  await visit('/requests', { 'sec-gpc': '1' })
  await visit('/requests', { dnt: '1' })
  await visit('/requests', { 'next-router-prefetch': '1' })
  await visit('/api/v1/requests')
  await visit('/gone')
  await views.flush()
  const rows = await sql<{ page: string }>('select * from usage_event order by page')
  expect(rows.map(row => row.page)).toEqual(['/', '/r/:value', '/requests/:value/details'])
  for (const row of rows)
    expect(row).toMatchObject({
      event: 'habeas_page_viewed',
      user_pseudonym: null,
      session_pseudonym: null,
      device_pseudonym: null,
      fields: {},
    })
})

test('the fixed parts of each of our pages have their names, and no part that varies has one', () => {
  const pages = projectFiles()
    .filter(path => /^app\/.*page\.tsx$/.test(path))
    .map(path =>
      path
        .slice(4)
        .split('/')
        .slice(0, -1)
        .filter(part => !part.startsWith('(')),
    )
  expect(pages.length).toBeGreaterThan(40)
  for (const parts of pages) {
    const path = `/${parts.map(part => (part.startsWith('[') ? 'jane' : part)).join('/')}`
    const pattern = `/${parts.map(part => (part.startsWith('[') ? ':value' : part)).join('/')}`
    expect(ownPagePattern(path), path).toBe(pattern)
  }
})
