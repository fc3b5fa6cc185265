import { expect, test } from '@/tests/support/browser'
import { signIn } from '@/tests/support/desk-pages'

test('who read a request is shown to Privacy on its Status', async ({ page }) => {
  await signIn(page, 'privacy')
  await page.goto('/requests?view=all')
  const link = await page.locator('main a[href^="/requests/PR-"]').first().getAttribute('href')
  const reference = link?.split('/')[2] ?? ''
  await page.goto(`/requests/${reference}/details`)
  // It is kept once the answer has left.
  await expect(async () => {
    await page.goto(`/requests/${reference}/status`)
    await expect(page.getByRole('heading', { name: 'Who read it' })).toBeVisible({ timeout: 2000 })
    await expect(page.getByText('Petra Novak read its details')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
})
