import { expect, test } from '@/tests/support/browser'
import { expectAccessible, signIn } from '@/tests/support/desk-pages'
import { quietPerson } from '@/tests/support/product-desk'
import { aColleague } from '@/tests/support/product-staff'

// Long walks over many pages, each held against the rules of accessibility, for two people.
test('a question to Privacy is asked on a request, waits on a list, and is answered there', async ({
  page,
  browser,
  request,
}) => {
  // A request of its own: an answer that nobody has read changes whose turn it is.
  const engineer = await aColleague(request, 'support-engineer')
  const person = await quietPerson()
  const reference = await engineer.open({ type: 'individual-deletion', ...person, country: 'DE' })
  await signIn(page, 'support', `/requests/${reference}/details`)
  await expect(page.getByRole('complementary', { name: 'Next step' })).toBeVisible()
  await page.getByText('Escalate to Privacy', { exact: true }).first().click()
  await page.getByLabel('Reason', { exact: true }).last().fill('A court asks for the same account')
  await page.getByLabel('Question').fill('May we go on, or does the court’s letter stop it?')
  await page.getByLabel('What you have checked').fill('The letter is on the ticket.')
  await page.getByRole('button', { name: 'Escalate to Privacy' }).click()
  await expect(page.getByText('Privacy is asked.')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/requests?view=escalated')
  await expect(page.getByRole('link', { name: reference })).toBeVisible()
  await expectAccessible(page)

  const visit = await browser.newContext()
  const other = await visit.newPage()
  await signIn(other, 'privacy', '/escalations')
  const card = other.getByRole('article', { name: reference })
  await expect(card).toContainText('A court asks for the same account')
  await card.getByText('Text of the related issue').click()
  await expect(card.locator('pre')).toContainText(reference)
  await expect(card.locator('pre')).not.toContainText('court')
  await expectAccessible(other)
  await card.getByText('Answer', { exact: true }).first().click()
  await card.getByLabel('Answer').fill('The letter doesn’t stop it. Go on.')
  await card.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(other.getByText('The question is answered.')).toBeVisible()
  await other.goto('/escalations?view=answered')
  await expect(other.getByRole('article', { name: reference })).toContainText('Go on.')
  await expectAccessible(other)
  await visit.close()

  await page.goto(`/requests/${reference}/details`)
  await expect(page.getByRole('region', { name: 'Questions to Privacy' })).toContainText('Go on.')
})

test('what arrives off-channel is logged, answered, and opened where the handbook allows it', async ({
  page,
}) => {
  await signIn(page, 'support', '/off-channel')
  await expectAccessible(page)
  await page.getByLabel('What it asks for').selectOption({ label: 'Account deletion' })
  await page.getByRole('button', { name: 'Log it and see the answer' }).click()
  await expect(page.getByText('Send this answer and solve the ticket. Then say so here.')).toBeVisible()
  await expect(page.getByText(/Support::SaaS::Gitlab\.com::Account Deletion Instructions/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'The ticket is solved' }).click()
  await expect(page.getByText('There is nothing left to do.')).toBeVisible()
  await page.goto('/off-channel')
  await page.getByLabel('What it asks for').selectOption({ label: 'Forum deletion' })
  await page.getByRole('button', { name: 'Log it and see the answer' }).click()
  await page.getByRole('link', { name: 'Open a forum deletion' }).click()
  await page.getByRole('button', { name: 'Open the request' }).click()
  const problems = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(problems).toContainText('Enter one email address')
  await expect(problems).toContainText('Enter the username in the forum.')
  await expectAccessible(page)
  await page.getByLabel('Email address of the forum account').fill('forum.person@people.example')
  await page.getByLabel('Link to the forum profile').fill('https://forum.example/u/person')
  await page.getByLabel('Forum username').fill('person')
  await page.getByLabel('Link to the support ticket').fill('https://support.example/tickets/1')
  await page.getByRole('button', { name: 'Open the request' }).click()
  await expect(page).toHaveURL(/\/requests\/PR-[^/]+\/details/)
  await expect(page.getByText('Opened from a ticket: https://support.example/tickets/1')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Deadline' })).toContainText('Received on')
  await expectAccessible(page)
})

test('another wording is proposed with a preview, and applied by a second Privacy person', async ({
  page,
  browser,
}) => {
  await signIn(page, 'privacy', '/templates')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'On Hold' }).click()
  const text = page.getByLabel('Text', { exact: true })
  await expect(text).toBeVisible()
  await expect(page).toHaveTitle(/^Template\b/)
  await expectAccessible(page)
  const words = await text.inputValue()
  await text.fill('Nothing of what is needed')
  await expect(page.getByText(/can’t be left out/)).toBeVisible()
  await text.fill(`${words}\n\nWe are here if anything is unclear.`)
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(
    'We are here if anything is unclear.',
  )
  await page.getByLabel('Why it changes').fill('Kinder end')
  await page.getByRole('button', { name: 'Propose this wording' }).click()
  await expect(page.getByText('Another Privacy person can apply it now.')).toBeVisible()
  await expect(page.getByText('You proposed it; another Privacy person applies it.')).toBeVisible()
  await expectAccessible(page)

  const visit = await browser.newContext()
  const other = await visit.newPage()
  await signIn(other, 'privacy2', '/templates/on-hold?language=en')
  await other.getByText('Apply', { exact: true }).first().click()
  await other.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(other.getByText('Applied.')).toBeVisible()
  await expect(other.getByText('The organisation’s own words, version 1.')).toBeVisible()
  await expectAccessible(other)
  await visit.close()
})

test('the handbook’s own pages are open to read, and reports count', async ({ page }) => {
  await signIn(page, 'support')
  for (const path of [
    '/settings/types',
    '/settings/types/enterprise-deletion',
    '/settings/laws',
    '/settings/calendar',
    '/settings/organisation',
    '/reports',
    '/requests/new',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
  expect((await page.request.get('/templates')).status()).toBe(404)
})
