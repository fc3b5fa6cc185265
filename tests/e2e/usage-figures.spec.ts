import { createHash } from 'node:crypto'
import { expect, test } from '@/tests/support/browser'
import { expectAccessible, signIn } from '@/tests/support/desk-pages'

test('indicators are charts with the same figures as a table, and lessons are written under them', async ({
  page,
}) => {
  await signIn(page, 'support', '/usage')
  await expect(page.getByRole('img', { name: /Monthly active users: people within 28 days/ })).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByRole('link', { name: 'Journey', exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Pipelines started', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Pipelines started', level: 1 })).toBeVisible()
  await page.locator('summary', { hasText: 'The same figures as a table' }).click()
  // Few build at weekends: those days are not shown.
  await expect(page.getByRole('cell', { name: 'fewer than 5' }).first()).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: 'Choose how it is.' })).toBeVisible()
  await page.getByLabel('Health', { exact: true }).selectOption('2')
  await page.getByLabel('Why', { exact: true }).fill('Fewer since the holidays began.')
  await page
    .getByRole('textbox', { name: 'Lessons learned' })
    .fill('Compare with the same weeks of last year.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('It is shown under the indicator.')).toBeVisible()
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Fewer since the holidays began.' }),
  ).toContainText('Attention')
  await expectAccessible(page)
})

test('a funnel is kept in its address, and a journey is opened for a reason that the audit log keeps', async ({
  page,
}) => {
  await signIn(page, 'privacy', '/usage/funnel')
  await expectAccessible(page)
  await page.getByLabel('Step 1').selectOption('page_view')
  await page.getByLabel('Step 2').selectOption('issue_created')
  await page.getByRole('button', { name: 'Count' }).click()
  await expect(page.getByRole('row', { name: /1\. page_view \d+ 100%/ })).toBeVisible()
  expect(new URL(page.url()).searchParams.getAll('step').slice(0, 2)).toEqual(['page_view', 'issue_created'])
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Guidance', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'What never to collect' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Journey', exact: true }).click()
  const pseudonym = createHash('sha256').update('demo 7').digest('base64url')
  await page.getByLabel('Pseudonym').fill(pseudonym)
  await page.getByLabel('Ticket or reference').fill('Robin asked')
  await page.getByRole('button', { name: /show the journey/ }).click()
  await expect(page.getByRole('link', { name: 'Choose why you need to look.' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Why you need to look').selectOption('erasure')
  await page.getByLabel('Ticket or reference').fill('OPS-77')
  await page.getByRole('button', { name: /show the journey/ }).click()
  await expect(page.getByRole('table', { name: /Events of one user/ })).toContainText('page_view')
  expect(page.url()).not.toContain(pseudonym)
  await expectAccessible(page)
  await page.goto('/audit?scope=organisation')
  await expect(page.getByRole('row').filter({ hasText: 'opened the journey' }).first()).toContainText(
    'erasure, OPS-77',
  )
})
