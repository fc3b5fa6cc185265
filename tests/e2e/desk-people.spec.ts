import { randomUUID } from 'node:crypto'
import { expect, test } from '@/tests/support/browser'
import { expectAccessible, signIn } from '@/tests/support/desk-pages'
import { habeas } from '@/tests/support/product-desk'

test('a role that sees less counts at once; one that sees more waits until Privacy applies it', async ({
  page,
  browser,
}) => {
  const email = `kim-${randomUUID().slice(0, 8)}@staff.example`
  await habeas('staff', 'add', email, '--role', 'support-engineer')
  await signIn(page, 'admin', '/settings/people')
  await expectAccessible(page)
  const row = page.getByRole('row').filter({ hasText: email })
  const pick = async (role: string) => {
    await row.getByRole('combobox').selectOption(role)
    await row.getByRole('button', { name: 'Change' }).click()
  }
  await pick('forum-admin')
  await expect(page.getByText('The role is changed.')).toBeVisible()
  await expect(row.getByRole('combobox')).toHaveValue('forum-admin')

  await pick('privacy')
  await expect(page.getByText('Proposed. It waits for a second person.')).toBeVisible()
  await expect(row.getByRole('combobox')).toHaveValue('forum-admin')
  await expect(row.getByText('Waits: Privacy')).toBeVisible()
  await page.getByRole('link', { name: 'See what waits' }).click()
  const waiting = page.getByRole('region').filter({ hasText: email })
  await expect(waiting.getByText('You proposed it')).toBeVisible()
  await expectAccessible(page)

  const visit = await browser.newContext()
  const other = await visit.newPage()
  await signIn(other, 'privacy', '/settings/rights')
  await expect(other.getByRole('link', { name: 'People', exact: true })).toHaveCount(0)
  const theirs = other.getByRole('region').filter({ hasText: email })
  await expect(theirs).toContainText('Sees every request, decides as Privacy')
  await expectAccessible(other)
  await theirs.getByText('Apply', { exact: true }).first().click()
  await theirs.getByRole('button', { name: 'Apply' }).last().click()
  await expect(other.getByText('Applied.', { exact: true })).toBeVisible()
  await visit.close()
  await page.goto('/settings/people')
  await expect(row.getByRole('combobox')).toHaveValue('privacy')
})

test('a token that sees personal data is shown once, and waits', async ({ page }) => {
  await signIn(page, 'admin', '/settings/tokens')
  const name = `Report ${randomUUID().slice(0, 8)}`
  await page.getByLabel('What it is for').fill(name)
  await page.getByLabel('Role').selectOption('privacy')
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByText(/^hbs_/)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Waits for a second person')
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Ada Bello')
  await expectAccessible(page)
})
