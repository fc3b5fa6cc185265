import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { DEMO_PASSWORD } from '@/lib/demo/accounts'
import { expect, test } from '@/tests/support/browser'
import { signIn } from '@/tests/support/desk-pages'
import { launch } from '@/tests/support/launch'

/** next-auth's own addresses, as a program asks them. */

const email = 'readiness@demo.habeas.example'

const home = () => process.env.HABEAS_E2E_URL ?? ''
const csrfToken = async (request: APIRequestContext): Promise<string> =>
  (await (await request.get('/api/auth/csrf')).json()).csrfToken

const post = (request: APIRequestContext, path: string, form: Record<string, string>) =>
  request.post(`/api/auth/${path}`, { form, maxRedirects: 0 })

const pageStatus = async (request: APIRequestContext) =>
  (await request.get('/tasks', { maxRedirects: 0 })).status()

test('signing out at next-auth’s own address ends the session on the server', async ({ page, browser }) => {
  await signIn(page, 'readiness', '/tasks')
  const kept = await page.context().cookies()
  const thief = await browser.newContext({ baseURL: home() })
  await thief.addCookies(kept)
  expect(await pageStatus(thief.request)).toBe(200)
  const without = await post(page.context().request, 'signout', {})
  expect(without.status()).toBeLessThan(400)
  expect(await pageStatus(thief.request), 'without the form’s own token nothing is ended').toBe(200)
  await post(page.context().request, 'signout', { csrfToken: await csrfToken(page.context().request) })
  expect(await pageStatus(thief.request)).toBe(307)
  await thief.close()
})

test('a right password without the form’s own token lets nobody in', async ({ request }) => {
  const given = { email, password: DEMO_PASSWORD }
  await post(request, 'callback/credentials', given)
  await post(request, 'callback/credentials', { ...given, csrfToken: '0'.repeat(64) })
  expect(await pageStatus(request)).toBe(307)
})

test('no other site is led to after signing in', async ({ request }) => {
  for (const callbackUrl of ['https://evil.example/', '//evil.example/', `${home()}.evil.example/`]) {
    const answer = await post(request, 'callback/credentials', {
      email,
      password: DEMO_PASSWORD,
      csrfToken: await csrfToken(request),
      callbackUrl,
    })
    expect(answer.status()).toBe(303)
    expect(answer.headers().location).toBe('/requests')
  }
  expect(await pageStatus(request)).toBe(200)
})

test('what is no form is nothing, and no fault of ours', async ({ request }) => {
  for (const path of ['callback/credentials', 'signin/oidc', 'signout'])
    for (const [type, data] of [
      ['application/json', '{'],
      ['application/json', '{"callbackUrl":{}}'],
      ['text/plain', 'x'],
      ['multipart/form-data', 'x'],
    ] as const) {
      const headers = { 'content-type': type }
      const answer = await request.post(`/api/auth/${path}`, { headers, data, maxRedirects: 0 })
      expect(answer.status(), `${path} ${type} ${data}`).toBeLessThan(500)
    }
})

test('over https each cookie of a sign-in is bound to the host', async () => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'habeas-https-'))
  const product = await launch(folder, { APP_URL: 'https://desk.example' })
  try {
    const at = `http://localhost:${new URL(product.url).port}`
    const asked = await fetch(`${at}/api/auth/csrf`)
    const first = asked.headers.getSetCookie()
    const { csrfToken } = await asked.json()
    const answer = await fetch(`${at}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: first.map(set => set.split(';')[0]).join('; '), origin: 'https://desk.example' },
      body: new URLSearchParams({ email, password: DEMO_PASSWORD, csrfToken }),
    })
    const cookies = [...first, ...answer.headers.getSetCookie()]
    expect(cookies.map(set => set.split('=')[0])).toEqual(
      expect.arrayContaining([
        '__Host-habeas_session',
        '__Host-habeas_device',
        '__Host-next-auth.csrf-token',
      ]),
    )
    for (const set of cookies) {
      expect(set).toMatch(/^__Host-/)
      for (const part of [/; path=\/(;|$)/i, /; secure/i, /; httponly/i, /; samesite=lax/i])
        expect(set).toMatch(part)
      expect(set).not.toMatch(/; domain=/i)
    }
  } finally {
    await product.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})
