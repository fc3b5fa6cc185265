import { readdirSync } from 'node:fs'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { signIn } from '@/tests/support/desk-pages'

/** Every address that is answered by code of its own rather than by a page. */
const addresses = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('/route.ts'))
  .map(file => ({
    file,
    path: `/${file}`
      .replace(/\/\([a-z-]+\)/g, '')
      .replace(/\/route\.ts$/, '')
      .replace('sheets/[key]', 'sheets/access')
      .replace('[key]', 'gitlab')
      .replace('[step]', 'verify-gone')
      .replace('[token]', 'x'.repeat(43))
      .replace('[...nextauth]', 'session')
      .replace('[...rest]', 'nowhere')
      .replace('[reference]', 'PR-7K3M-9QXD')
      .replace('[id]', '00000000-0000-4000-8000-000000000000')
      .replace('[command]', 'add-note'),
  }))

/** A page has a nonce; everything else may load, run and frame nothing. */
function holdPolicy(answer: APIResponse, what: string): void {
  const { 'content-security-policy': policy = '', 'content-type': type = '', ...others } = answer.headers()
  expect(Object.keys(others), what).not.toContain('x-habeas-page-policy')
  expect(policy, what).toContain("frame-ancestors 'none'")
  if (/^text\/(html|x-component)/.test(type)) return
  expect(policy, `${what} ${answer.status()} ${type}`).toMatch(/^default-src 'none';.*sandbox$/)
}

async function walk(request: APIRequestContext): Promise<void> {
  const headers = { origin: process.env.HABEAS_E2E_URL ?? '' }
  for (const { file, path } of addresses) {
    holdPolicy(await request.get(path, { maxRedirects: 0 }), `GET ${file}`)
    // Signing out for good would end the walk, and nothing here does; what is sent is empty, so nothing is done.
    holdPolicy(await request.post(path, { headers, form: {}, maxRedirects: 0 }), `POST ${file}`)
  }
}

test('no answer but a page has a page’s policy, for strangers and for Privacy', async ({ page, request }) => {
  test.slow()
  expect(addresses.length).toBeGreaterThan(50)
  for (const { path } of addresses)
    expect(path, 'say above what it is for the part in brackets').not.toContain('[')
  await walk(request)
  await signIn(page, 'privacy', '/settings')
  await walk(page.request)
  for (const path of ['/robots.txt', '/icon.svg', '/nowhere', '/', '/requests'])
    holdPolicy(await page.request.get(path, { maxRedirects: 0 }), path)
  const sheet = await page.request.get('/tasks/sheets/access')
  expect(sheet.status(), 'a file is answered whole').toBe(200)
})
