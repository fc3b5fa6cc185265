import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// Not the test that fails on complaints of the console: pages that refuse answer 403, and the provider has no icon.
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { DEMO_PASSWORD } from '@/lib/demo/accounts'
import { expectAccessible } from '@/tests/support/desk-pages'
import type { Product } from '@/tests/support/launch'
import { launchWithProvider, type OpenIdProvider, type ProductWithProvider } from '@/tests/support/openid'

/** Single sign-on with a real provider, against a product of its own that knows it. */

let product: Product
let provider: OpenIdProvider
let running: ProductWithProvider | undefined
let issuer = ''
const folder = mkdtempSync(join(tmpdir(), 'habeas-sso-'))

const spoilt = [
  ['another key', /signature/],
  ['no signature', /signature/],
  ['another audience', /another application/],
  ['another issuer', /somebody else/],
  ['another nonce', /another sign-in/],
  ['no nonce', /another sign-in/],
  ['an end in the past', /took too long/],
] as const

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  running = await launchWithProvider(folder, {
    OIDC_ROLES: 'habeas-admins=admin,habeas-support=support-engineer',
  })
  ;({ product, provider, issuer } = running)
  const groups = ['habeas-support']
  await provider.tell({
    people: {
      sue: { email: 'sue@corp.example', name: 'Sue Port', groups: ['others', 'habeas-support'] },
      ada: { email: 'ada@corp.example', name: 'Ada Lind', groups: ['habeas-support', 'habeas-admins'] },
      silent: { email: 'lee@corp.example', groups: ['habeas-admins'], spoilt: 'no time of asking' },
      nobody: { email: 'nobody@corp.example', name: 'No Body', groups: ['others'] },
      taken: { email: 'support@demo.habeas.example', name: 'Somebody', groups: ['habeas-admins'] },
      ...Object.fromEntries(
        spoilt.map(([how]) => [
          how,
          { email: `${how.replaceAll(' ', '-')}@corp.example`, groups, spoilt: how },
        ]),
      ),
    },
  })
})

test.afterAll(async () => {
  await running?.end()
  rmSync(folder, { recursive: true, force: true })
})

/** As far as the provider's own page. @returns what it was asked with */
async function toProvider(page: Page, path = '/sign-in'): Promise<URLSearchParams> {
  await page.goto(product.url + path)
  const asked = page.waitForRequest(request => request.url().startsWith(`${issuer}/auth`))
  await page.getByRole('button', { name: 'Sign in with single sign-on' }).click()
  const { searchParams } = new URL((await asked).url())
  await expect(page.getByLabel('Who')).toBeVisible()
  return searchParams
}

/** Signs in at the provider, and comes back. @returns the status of the page that this led to */
async function comeBack(page: Page, who: string): Promise<number> {
  const statuses: number[] = []
  page.on('response', response => {
    if (response.request().isNavigationRequest()) statuses.push(response.status())
  })
  await page.getByLabel('Who').fill(who)
  await page.getByRole('button', { name: 'Sign in there' }).click()
  await page.waitForURL(url => url.href.startsWith(product.url) && !url.pathname.startsWith('/api/'))
  return statuses.at(-1) ?? 0
}

async function signIn(page: Page, who: string): Promise<number> {
  await toProvider(page)
  return await comeBack(page, who)
}

const statusOf = async (context: BrowserContext, path: string) =>
  (await context.request.get(product.url + path, { maxRedirects: 0 })).status()

test('the way to the provider carries state, nonce and S256; the groups give the role; signing out ends the cookie', async ({
  page,
  browser,
}) => {
  const asked = await toProvider(page, '/tasks')
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked.get(name)?.length, name).toBeGreaterThan(20)
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge_method: 'S256',
    redirect_uri: `${product.url}/api/auth/callback/oidc`,
  })
  await comeBack(page, 'sue')
  await expect(page, 'back to what was asked for').toHaveURL(/\/tasks$/)
  await expect(page.getByText('Support engineer · your account').first()).toBeVisible()
  const kept = await page.context().cookies(product.url)
  const ours = kept.filter(({ name }) => /habeas|next-auth/.test(name))
  expect(ours.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax')).toBe(true)
  expect(JSON.stringify(ours)).not.toMatch(/sue|Sue|corp\.example/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  const thief = await browser.newContext()
  await thief.addCookies(kept)
  expect(await statusOf(thief, '/requests')).toBe(307)
  expect(await (await thief.request.get(`${product.url}/api/auth/session`)).json()).toEqual({})
  await thief.close()
})

test('without a group that counts there is a page that says so, 403, and no account', async ({
  page,
  browser,
}) => {
  expect(await signIn(page, 'nobody')).toBe(403)
  await expect(page.getByRole('heading', { name: 'No access to the privacy desk' })).toBeVisible()
  await expectAccessible(page)
  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, 'ada')
  await admin.goto(`${product.url}/settings/people`)
  await expect(admin.getByText('ada@corp.example')).toBeVisible()
  await expect(admin.getByText('nobody@corp.example')).toHaveCount(0)
  await admin.context().close()
})

test('settings wait until the provider has asked again, also right after a sign-in at which it may have asked nothing', async ({
  page,
}) => {
  await signIn(page, 'ada')
  await page.goto(`${product.url}/settings/people`)
  const idle = page.getByLabel('Ends after so many hours without use')
  const save = page.getByRole('button', { name: 'Save the hours' })
  await idle.fill('4')
  await save.click()
  await page.getByRole('link', { name: /confirm/i }).click()
  const asked = page.waitForRequest(request => request.url().startsWith(`${issuer}/auth`))
  await page.getByRole('button', { name: 'Sign in with single sign-on' }).click()
  expect(Object.fromEntries(new URL((await asked).url()).searchParams)).toMatchObject({
    prompt: 'login',
    max_age: '0',
  })
  await comeBack(page, 'ada')
  await expect(page).toHaveURL(/\/settings\/people/)
  await expect(idle, 'what was typed is kept').toHaveValue('4')
  await save.click()
  await expect(page.getByRole('link', { name: /confirm/i })).toHaveCount(0)
  await expect
    .poll(async () => {
      await page.goto(`${product.url}/settings/people`)
      return await idle.inputValue()
    })
    .toBe('4')
})

test('a provider that doesn’t say that it asked again has confirmed nothing, and the page says so', async ({
  page,
}) => {
  await signIn(page, 'silent')
  await page.goto(`${product.url}/account/confirm?next=/settings/people`)
  await page.getByRole('button', { name: 'Sign in with single sign-on' }).click()
  await comeBack(page, 'silent')
  await expect(page.getByText('without saying that it asked you again')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Back without confirming' }).click()
  await expect(page).toHaveURL(/\/settings\/people$/)
})

for (const [how, says] of spoilt)
  test(`an id_token with ${how} is refused, and nobody is signed in`, async ({ page }) => {
    expect(await signIn(page, how)).toBe(403)
    await expect(page.getByText(says)).toBeVisible()
    expect(await statusOf(page.context(), '/requests')).toBe(307)
    expect(product.said()).not.toContain('corp.example')
  })

test('an address makes nobody the person who has it here', async ({ page }) => {
  expect(await signIn(page, 'taken')).toBe(403)
  await expect(page.getByText('works here already')).toBeVisible()
})

test('an answer that was used, or that comes to another browser, is refused', async ({ page, browser }) => {
  await toProvider(page)
  const callback = page.waitForRequest(request => request.url().includes('/api/auth/callback/oidc'))
  await comeBack(page, 'sue')
  const address = (await callback).url()
  const other = await (await browser.newContext()).newPage()
  await other.goto(address)
  await expect(other.getByText('begun in another browser')).toBeVisible()
  await page.context().clearCookies({ name: 'habeas_session' })
  await page.goto(address)
  await expect(page.getByText('was used already')).toBeVisible()
  await other.context().close()
})

test('cancelling at the provider, and a provider that is away, are told in words', async ({ page }) => {
  await toProvider(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('cancelled or refused there')).toBeVisible()
  await provider.tell({ isDown: true })
  await page.goto(`${product.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with single sign-on' }).click()
  await expect(page.getByRole('heading', { name: 'Single sign-on can’t be reached' })).toBeVisible()
  await expectAccessible(page)
  await provider.tell({ isDown: false })
})

test('a provider that names itself otherwise is believed nothing', async ({ page }) => {
  await provider.tell({ discovery: { issuer: 'https://accounts.example' } })
  for (const who of ['sue', 'another issuer']) {
    await page.context().clearCookies()
    expect(await signIn(page, who), who).toBe(403)
    await expect(page.getByText('somebody else')).toBeVisible()
  }
  await provider.tell({ discovery: null })
})

test('signing out at the provider ends the session here', async ({ page }) => {
  await signIn(page, 'sue')
  expect(await statusOf(page.context(), '/requests')).toBe(200)
  const forged = await page.request.post(`${product.url}/api/auth/backchannel-logout`, {
    form: { logout_token: 'eyJhbGciOiJub25lIn0.e30.' },
  })
  expect(forged.status()).toBe(400)
  await page.goto(`${issuer}/session/end`)
  await page.getByRole('button', { name: 'Sign out here' }).click()
  await expect.poll(() => statusOf(page.context(), '/requests')).toBe(307)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('single sign-on works, too', async ({ page }) => {
    await signIn(page, 'sue')
    await expect(page).toHaveURL(/\/requests$/)
  })
})

test('a password lets in beside it', async ({ page }) => {
  await page.goto(`${product.url}/sign-in`)
  await page.getByLabel('Email address').fill('support@demo.habeas.example')
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

test('what another page makes browsers call counts against nobody behind their address', async ({
  page,
  request,
}) => {
  for (let at = 0; at < 70; at++)
    await request.get(`${product.url}/api/auth/callback/oidc?code=x&state=y`, { maxRedirects: 0 })
  const sent = { maxRedirects: 0, form: { callbackUrl: '/' } }
  for (let at = 0; at < 310; at++) await request.post(`${product.url}/api/auth/signin/oidc`, sent)
  expect(await signIn(page, 'sue')).toBe(200)
})
