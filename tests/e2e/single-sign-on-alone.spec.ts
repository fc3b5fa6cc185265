import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '@/tests/support/desk-pages'
import type { Product } from '@/tests/support/launch'
import { launchWithProvider, type ProductWithProvider } from '@/tests/support/openid'
import { elevenMinutesLater } from '@/tests/support/product-database'

/** A desk without passwords, whose provider lets people choose their account and can't ask them to sign in again. */

let product: Product
let running: ProductWithProvider
const folder = mkdtempSync(join(tmpdir(), 'habeas-sso-alone-'))

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  running = await launchWithProvider(folder, {
    OIDC_NAME: 'Example Directory',
    OIDC_ROLES_CLAIM: 'email',
    OIDC_ROLES: 'ada@corp.example=admin,sue@corp.example=support-engineer',
    OIDC_CONFIRM: 'return',
    PASSWORD_SIGN_IN: 'off',
  })
  product = running.product
  const silent = { spoilt: 'no time of asking' }
  await running.provider.tell({
    people: {
      ada: { email: 'ada@corp.example', name: 'Ada Lind', ...silent },
      sue: { email: 'sue@corp.example', name: 'Sue Port', ...silent },
    },
  })
})

test.afterAll(async () => {
  await running?.end()
  rmSync(folder, { recursive: true, force: true })
})

/** Goes to the provider by the button on this page, and comes back as somebody. @returns what the provider was asked with */
async function thereAndBack(page: Page, who: string): Promise<Record<string, string>> {
  const asked = page.waitForRequest(request => request.url().startsWith(`${running.issuer}/auth`))
  await page.getByRole('button', { name: 'Sign in with Example Directory' }).click()
  await page.getByLabel('Who').fill(who)
  await page.getByRole('button', { name: 'Sign in there' }).click()
  await page.waitForURL(url => url.href.startsWith(product.url) && !url.pathname.startsWith('/api/'))
  return Object.fromEntries(new URL((await asked).url()).searchParams)
}

test('the sign-in page has the provider’s button and no field', async ({ page }) => {
  await page.goto(`${product.url}/sign-in`)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByLabel('Password')).toHaveCount(0)
  await expectAccessible(page)
  expect(await thereAndBack(page, 'sue')).not.toHaveProperty('prompt')
  await expect(page).toHaveURL(/\/requests$/)
})

test('settings open again once somebody has been there and back, and nobody else can come back for them', async ({
  page,
}) => {
  await page.goto(`${product.url}/sign-in?next=/settings/people`)
  await thereAndBack(page, 'ada')
  await elevenMinutesLater(folder, 'ada@corp.example')
  const idle = page.getByLabel('Ends after so many hours without use')
  const save = page.getByRole('button', { name: 'Save the hours' })
  await idle.fill('5')
  await save.click()
  await page.getByRole('link', { name: /confirm/i }).click()
  await expectAccessible(page)
  const asked = await thereAndBack(page, 'ada')
  expect(asked).toMatchObject({ prompt: 'select_account' })
  expect(asked).not.toHaveProperty('max_age')
  await expect(page).toHaveURL(/\/settings\/people$/)
  await expect(idle, 'what was typed is kept').toHaveValue('5')
  await save.click()
  await expect(page.getByText('Saved. It counts from now on.')).toBeVisible()
  await elevenMinutesLater(folder, 'ada@corp.example')
  await page.goto(`${product.url}/account/confirm?next=/settings/people`)
  await thereAndBack(page, 'sue')
  await page.goto(`${product.url}/settings/people`)
  await expect(page.getByLabel('Ends after so many hours without use'), 'Sue is no admin').toHaveCount(0)
})
