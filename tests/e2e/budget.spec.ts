import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { z } from 'zod'
import { DEMO_PASSWORD } from '@/lib/demo/accounts'
import { expect, test } from '@/tests/support/browser'

/** Bytes of gzipped script that a page may load above a page with none of our own: see docs/performance.md. */
const PUBLIC = 15_000
const DESK = 130_000

const manifest = z.object({ rootMainFiles: z.array(z.string()).min(1) })

/** What the framework itself makes every page load, with any content. */
function bare(): number {
  const { rootMainFiles } = manifest.parse(JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')))
  return rootMainFiles.reduce((sum, file) => sum + gzipSync(readFileSync(`.next/${file}`)).length, 0)
}

/** Everything that the browser asked for as script until it fell silent: by element, preload, import or prefetch. */
async function scriptOf(page: Page, path: string): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', response => {
    if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body())
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const sizes = (await Promise.all(bodies)).map(body => gzipSync(body).length)
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('the framework alone is what we think it is', () => {
  expect(bare()).toBeGreaterThan(100_000)
  expect(bare()).toBeLessThan(160_000)
})

/** Loads a page in a browser that has nothing yet. */
async function ownScript(browser: Browser, options: BrowserContextOptions, path: string): Promise<number> {
  const context = await browser.newContext(options)
  const size = await scriptOf(await context.newPage(), path)
  await context.close()
  // Less would mean that the browser was not seen loading.
  expect(size, path).toBeGreaterThanOrEqual(bare())
  return size - bare()
}

const productAt = (baseURL: string | undefined): BrowserContextOptions =>
  baseURL === undefined ? {} : { baseURL }

const publicPages = [
  '/',
  '/request/new',
  '/request/what?who=me',
  '/request/details?type=individual-deletion',
  '/request/deceased',
  '/my/link',
  '/r/nothing',
  '/no-such-page',
]
test('public pages load next to no script of our own', async ({ browser, baseURL }) => {
  for (const path of publicPages)
    expect(await ownScript(browser, productAt(baseURL), path), path).toBeLessThanOrEqual(PUBLIC)
})

test('the queue and a request keep to the budget of the desk', async ({ browser, baseURL }) => {
  const visit = await browser.newContext({ ...productAt(baseURL), javaScriptEnabled: false })
  const page = await visit.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill('support@demo.habeas.example')
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const row = page.locator('main table a').first()
  const request = (await row.getAttribute('href')) ?? ''
  expect(request).toContain('/requests/PR-')
  const storageState = await visit.storageState()
  await visit.close()
  for (const path of ['/requests', request])
    expect(await ownScript(browser, { ...productAt(baseURL), storageState }, path), path).toBeLessThanOrEqual(
      DESK,
    )
})
