import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { generate } from 'otplib'
import { DEMO_PASSWORD } from '@/lib/demo/accounts'
import { expect, test } from '@/tests/support/browser'
import { expectAccessible } from '@/tests/support/desk-pages'
import { launch, type Product } from '@/tests/support/launch'
import { elevenMinutesLater } from '@/tests/support/product-database'

/** Second factors, and the proof that is asked for again, in a browser; on a product of its own, as rules for all are changed. */

const folder = mkdtempSync(join(tmpdir(), 'habeas-factor-'))
let product: Product

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(300_000)
  product = await launch(folder)
})
test.afterAll(async () => {
  await product?.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const address = (who: string) => `${who}@demo.habeas.example`

async function typePassword(page: Page, who: string, path = '/account'): Promise<void> {
  await page.goto(`${product.url}${path}`)
  await page.getByLabel('Email address').fill(address(who))
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const inAnotherBrowser = async (browser: Browser, act: (page: Page) => Promise<void>) => {
  const context = await browser.newContext()
  await act(await context.newPage())
  await context.close()
}

/** Six digits of an authenticator app, so many time steps from now: none before now, as a slow test makes them later. */
const code = (secret: string, steps: number) =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 })

/** Gives a browser an authenticator that holds no passkey yet, and says yes to everything. */
async function plugIn(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
}

const shownSecret = async (page: Page) =>
  (await page.locator('main code').textContent())?.replaceAll(' ', '') ?? ''

const shownCodes = async (page: Page) => {
  const told = page.getByRole('status').filter({ hasText: 'recovery codes, shown this once' })
  const codes = told.getByRole('listitem')
  await expect(codes).toHaveCount(10)
  return await codes.evaluateAll(items => items.map(item => item.textContent ?? ''))
}

test('an authenticator app is asked for after the password, and a recovery code lets in once', async ({
  page,
  browser,
}) => {
  await typePassword(page, 'support')
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const secret = await shownSecret(page)
  await expectAccessible(page)
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('This code is not right.')).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(await code(secret, 0))
  await page.getByRole('button', { name: 'Turn on' }).click()
  const [recovery = '', ...others] = await shownCodes(page)
  await expectAccessible(page)
  await page.reload()
  for (const text of [recovery, ...others, secret]) expect(await page.content()).not.toContain(text)

  await inAnotherBrowser(browser, async other => {
    await typePassword(other, 'support', '/tasks')
    await expect(other.getByLabel('Code', { exact: true })).toBeVisible()
    await expectAccessible(other)
    await other.goto(`${product.url}/tasks`)
    await expect(other, 'between the password and the code nobody is signed in').toHaveURL(/\/sign-in/)
    await typePassword(other, 'support', '/tasks')
    await other.getByLabel('Code', { exact: true }).fill(await code(secret, 1))
    await other.getByRole('button', { name: 'Continue' }).click()
    await expect(other).toHaveURL(/\/tasks$/)
  })
  for (const outcome of ['your account', 'This code is not right, or was used already.'])
    await inAnotherBrowser(browser, async other => {
      await typePassword(other, 'support', '/tasks')
      await other.getByLabel('Code', { exact: true }).fill(recovery)
      await other.getByRole('button', { name: 'Continue' }).click()
      await expect(other.getByText(outcome).first()).toBeVisible()
    })
})

test('a passkey is made, lets in after the password, confirms, and is removed', async ({ page, browser }) => {
  await plugIn(page)
  await typePassword(page, 'forum')
  await page.getByLabel('Name of a new passkey').fill('Laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await shownCodes(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()

  await typePassword(page, 'forum', '/tasks')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL(/\/tasks$/)

  await inAnotherBrowser(browser, async other => {
    await plugIn(other)
    await typePassword(other, 'forum', '/tasks')
    await other.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(other.getByText('The passkey wasn’t used.')).toBeVisible()
    await expect(other).toHaveURL(/\/sign-in/)
  })

  await elevenMinutesLater(folder, address('forum'))
  await page.goto(`${product.url}/account`)
  await page.getByText('Remove', { exact: true }).click()
  await page.getByRole('button', { name: 'Remove the passkey' }).click()
  await page.getByRole('link', { name: /confirm/i }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL(/\/account(\?|$)/)
  await page.getByText('Remove', { exact: true }).click()
  await page.getByRole('button', { name: 'Remove the passkey' }).click()
  await expect(page.getByText('Laptop')).toHaveCount(0)
})

test('a role that must have a second factor sees nothing but its account until it is on', async ({
  page,
  browser,
}) => {
  await typePassword(page, 'console', '/tasks')
  await expect(page).toHaveURL(/\/tasks$/)
  await inAnotherBrowser(browser, async admin => {
    await typePassword(admin, 'admin', '/settings/people')
    await admin.getByLabel('Console engineer').check()
    await admin.getByRole('button', { name: 'Save the roles' }).click()
    await expect(admin.getByRole('status')).toBeVisible()
  })
  await page.goto(`${product.url}/tasks`)
  await expect(page).toHaveURL(/\/account\?did=needed$/)
  await expect(page.getByText('Your role must have a second factor')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Desk' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const secret = await shownSecret(page)
  await page.getByLabel('Code', { exact: true }).fill(await code(secret, 0))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByRole('navigation', { name: 'Desk' }).first()).toBeVisible()
  await shownCodes(page)
  await page.goto(`${product.url}/tasks`)
  await expect(page).toHaveURL(/\/tasks$/)
})

test('settings are changed only within ten minutes of a proof, and what was typed is kept', async ({
  page,
}) => {
  const name = `Report ${randomUUID().slice(0, 8)}`
  await typePassword(page, 'admin', '/settings/tokens')
  await page.getByLabel('What it is for').fill(name)
  await elevenMinutesLater(folder, address('admin'))
  await page.getByLabel('Role').selectOption('support-readiness')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const confirm = page.getByRole('link', { name: /confirm/i })
  await expect(confirm).toBeVisible()
  await expect(page.getByText(/^hbs_/)).toHaveCount(0)
  await confirm.click()
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('That is not right. Check it and try again.').first()).toBeVisible()
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page).toHaveURL(/\/settings\/tokens/)
  await expect(page.getByLabel('What it is for')).toHaveValue(name)
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByText(/^hbs_/)).toBeVisible()
})

test('a journey is opened only after a proof, and the form keeps why it is asked for', async ({ page }) => {
  await typePassword(page, 'privacy', '/usage/journey')
  await page.getByLabel('Pseudonym').fill('A'.repeat(43))
  await elevenMinutesLater(folder, address('privacy'))
  await page.getByLabel('Why you need to look').selectOption({ index: 1 })
  await page.getByLabel('Ticket or reference').fill('OPS-77')
  await page.getByRole('button', { name: 'Log it and show the journey' }).click()
  const confirm = page.getByRole('link', { name: /confirm/i })
  await expect(confirm).toBeVisible()
  await expectAccessible(page)
  await confirm.click()
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page).toHaveURL(/\/usage\/journey/)
  await expect(page.getByLabel('Ticket or reference')).toHaveValue('OPS-77')
  await page.getByLabel('Pseudonym').fill('A'.repeat(43))
  await page.getByRole('button', { name: 'Log it and show the journey' }).click()
  await expect(page.getByRole('link', { name: /confirm/i })).toHaveCount(0)
})

test('each session of the own account is listed, and ended at once', async ({ page, browser }) => {
  await typePassword(page, 'readiness')
  const other = await (await browser.newContext({ userAgent: 'Mozilla/5.0 Firefox/140.0' })).newPage()
  await typePassword(other, 'readiness', '/tasks')
  await expect(other).toHaveURL(/\/tasks$/)
  await page.reload()
  const row = page.getByRole('listitem').filter({ hasText: 'Firefox' })
  await row.getByRole('button', { name: 'End' }).click()
  await expect(row).toHaveCount(0)
  await other.reload()
  await expect(other).toHaveURL(/\/sign-in/)
  await other.context().close()
})
