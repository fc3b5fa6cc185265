import { expect, test } from '@/tests/support/browser'
import { expectAccessible } from '@/tests/support/desk-pages'

test('a stranger finds where to ask', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Make a Privacy Request' }).first()).toBeVisible()
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the start page says the same', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Make a Privacy Request' }).first()).toBeVisible()
  })
})

test('a page that does not exist says so', async ({ request }) => {
  const answer = await request.get('/no-such-page')
  expect(answer.status()).toBe(404)
})
