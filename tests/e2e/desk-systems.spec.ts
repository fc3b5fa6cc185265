import { randomUUID } from 'node:crypto'
import { DEMO_PASSWORD } from '@/lib/demo/accounts'
import { expect, test } from '@/tests/support/browser'
import { expectAccessible, signIn } from '@/tests/support/desk-pages'
import { inDatabaseOf } from '@/tests/support/product-database'

// Nobody has this name, so nothing is ever called.
const address = 'https://crm.habeas.invalid'
const secret = `whsec_${Buffer.alloc(32, 'planted').toString('base64')}`

test('an admin connects a system, tests it and lets go of it', async ({ page }) => {
  await signIn(page, 'admin', '/settings/systems')
  await page.getByRole('link', { name: 'Connect a system' }).click()
  await expect(page).toHaveTitle(/^Connect a system/)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'HTTP contract' }).click()

  // What was typed stays where something is wrong, and is named at its field.
  await page.getByLabel('Key', { exact: true }).fill('crm')
  await page.getByLabel('Address', { exact: true }).fill('https://10.0.0.5')
  await page.getByLabel('Secret', { exact: true }).fill(secret)
  await page.getByLabel('What it is').selectOption('marketing')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/with ALLOWED_PRIVATE_HOSTS/)).toBeVisible()
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue('https://10.0.0.5')
  await expect(page.getByLabel('Secret', { exact: true })).toHaveValue(secret)
  await expectAccessible(page)

  // Testing saves first, and says what is wrong.
  await page.getByLabel('Address', { exact: true }).fill(address)
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page).toHaveURL(/\/settings\/systems\/crm\?did=/)
  const test = page.getByRole('region', { name: /^The last test/ })
  await expect(test).toContainText('not ok')
  await expect(page.getByText('Failing', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Secret', { exact: true })).toHaveValue('')
  expect(await page.content()).not.toContain(secret)
  await expectAccessible(page)

  // A secret is entered for a host.
  await page.getByLabel('Address', { exact: true }).fill('https://other.habeas.invalid')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/leads to another host/)).toBeVisible()

  await page.locator('summary').filter({ hasText: 'Disconnect' }).click()
  await page.getByRole('button', { name: 'Disconnect HTTP contract' }).click()
  await expect(page.getByText('Disconnected.')).toBeVisible()
  await expect(page.getByText('No system is connected')).toBeVisible()
})

test('without script it works the same, and a secret is never told back', async ({ browser }) => {
  const visit = await browser.newContext({ javaScriptEnabled: false })
  const page = await visit.newPage()
  await page.goto('/settings/systems/new?kind=http')
  await page.getByLabel('Email address').fill('admin@demo.habeas.example')
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Key', { exact: true }).fill('plain')
  await page.getByLabel('Address', { exact: true }).fill('https://10.0.0.5')
  await page.getByLabel('Secret', { exact: true }).fill(secret)
  await page.getByLabel('What it is').selectOption('marketing')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/with ALLOWED_PRIVATE_HOSTS/)).toBeVisible()
  await expect(page.getByText('What you typed is kept')).toBeVisible()
  expect(await page.content()).toContain('https://10.0.0.5')
  expect(await page.content()).not.toContain(secret)
  await visit.close()
})

test('a ticket’s answer that failed says why, is tried again at a press, and says it if that fails, too', async ({
  page,
}) => {
  const id = randomUUID()
  await inDatabaseOf(
    process.env.HABEAS_E2E_DATA ?? '',
    `insert into off_channel (id, channel, asks_for, answer, system_key, ticket_id, answering, answer_words, received_at, at)
      values ($1, 'support-ticket', 'data-access', 'privacy-center-link', 'desk', $1, 'failed', 'Desk failed (503).', now(), now())`,
    id,
  )
  await signIn(page, 'support', `/off-channel/${id}`)
  await expect(page.getByText('It couldn’t be answered automatically. Desk failed (503).')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page).toHaveURL(/\?did=/)
  // No system has this key, and the worker finds that out.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/desk is no longer connected, or is switched off/).first()).toBeVisible({
      timeout: 2_000,
    })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})
