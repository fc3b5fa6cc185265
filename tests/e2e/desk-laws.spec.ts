import { expect, test } from '@/tests/support/browser'
import { expectAccessible, signIn } from '@/tests/support/desk-pages'
import { quietPerson } from '@/tests/support/product-desk'
import { aColleague } from '@/tests/support/product-staff'

test.slow()

test('where the person lives is corrected only after its effect was shown', async ({ page, request }) => {
  const support = await aColleague(request, 'support-engineer')
  const person = await quietPerson()
  const reference = await support.open({ type: 'individual-deletion', country: 'DE', ...person })
  await signIn(page, 'support', `/requests/${reference}/details`)
  const panel = page.getByRole('region', { name: 'Where the person lives' })
  await expect(panel).toContainText('It is the law of Germany.')
  await panel.getByRole('link', { name: 'Correct where the person lives' }).click()
  await panel.getByLabel('Country').selectOption('US')
  await panel.getByLabel('State, province or region').selectOption('US-CA')
  await panel.getByLabel('How you know').fill('They wrote that they moved.')
  await panel.getByRole('button', { name: 'See what changes' }).click()
  const ahead = panel.getByRole('status').filter({ hasText: 'CCPA' })
  await expect(ahead).toBeVisible()
  await expect(panel.getByLabel('How you know'), 'what was typed stays').toHaveValue(
    'They wrote that they moved.',
  )
  await expectAccessible(page)
  await page.reload()
  await expect(panel, 'nothing was changed').toContainText('It is the law of Germany.')
  await expect(panel.getByLabel('How you know'), 'looking ahead keeps what was typed').toHaveValue(
    'They wrote that they moved.',
  )

  await panel.getByLabel('Country').selectOption('US')
  await panel.getByLabel('State, province or region').selectOption('US-CA')
  await panel.getByLabel('How you know').fill('They wrote that they moved.')
  await panel.getByRole('button', { name: 'Record it' }).click()
  await expect(panel).toContainText('It is the law of California.')
  await expect(panel.getByLabel('Country'), 'the form closes once it is recorded').toHaveCount(0)
})

test('other clocks of a law, and another default law, show what they would do before they are proposed', async ({
  page,
}) => {
  await signIn(page, 'privacy', '/settings/laws/us_ca')
  const erasure = page.getByRole('group', { name: /^For deletion/ })
  await erasure.getByLabel('Answer within').fill('30')
  await page.getByLabel('Why it changes').fill('We want to be faster')
  await page.getByRole('button', { name: 'See what changes' }).click()
  const ahead = page.getByRole('status').filter({ hasText: 'If this is applied' })
  await expect(ahead).toContainText('30 days')
  await expect(ahead).toContainText('instead of 45 days')
  await expect(erasure.getByLabel('Answer within'), 'what was typed stays').toHaveValue('30')
  await expectAccessible(page)

  await page.goto('/settings/laws')
  await page.locator('summary').filter({ hasText: 'Propose another' }).first().click()
  await page.getByLabel('Law', { exact: true }).selectOption({ label: 'Shortest known law' })
  await page.getByLabel('Why it changes').first().fill('The safe side')
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'If this is applied' })).toBeVisible()
  await expect(page.getByText('Another Privacy person can apply it now.')).toHaveCount(0)
})
