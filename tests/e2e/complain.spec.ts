import { expect, test } from '@/tests/support/browser'
import { expectAccessible, signIn } from '@/tests/support/desk-pages'
import { isKind } from '@/tests/support/public-form'

test('anybody complains without script and without a request, and Privacy answers by mail', async ({
  browser,
  mail,
}) => {
  test.slow() // each of its pages is held against the rules of accessibility
  const email = `kim-${Date.now()}@people.example`
  const visit = await browser.newContext({ javaScriptEnabled: false })
  const page = await visit.newPage()
  await page.goto('/')
  await page.locator('main').getByRole('link', { name: 'Complain to us' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Complain to us')
  await isKind(page, browser)
  await page.getByLabel('What happened?').fill('You mail me every day.')
  await page.getByRole('button', { name: 'Send my complaint' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByLabel('What happened?')).toHaveValue('You mail me every day.')
  await isKind(page, browser)
  await page.getByLabel('Your email address').fill(email)
  await page.getByText('Advertising or mail that I get from you').click()
  await page.getByLabel('Country where you live').selectOption('GB')
  await page.getByRole('button', { name: 'Send my complaint' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your complaint has arrived')
  await isKind(page, browser)
  await page.getByRole('link', { name: 'send it again' }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue('')
  const received = await mail.newest(email, /^We have received your complaint/)
  const number = received.subject?.match(/C-[0-9A-F]{8}/)?.[0] ?? 'none'
  await visit.close()

  const desk = await browser.newContext()
  const privacy = await desk.newPage()
  await signIn(privacy, 'privacy', '/off-channel?state=open')
  // Other entries may have come meanwhile, by other channels.
  await privacy
    .getByRole('row')
    .filter({ hasText: 'Privacy Center' })
    .first()
    .locator('[data-row-link]')
    .click()
  await expect(privacy.getByText(number)).toBeVisible()
  await expect(privacy.getByText('You mail me every day.')).toBeVisible()
  await expect(privacy.getByText('It is the law of the United Kingdom.')).toBeVisible()
  await expectAccessible(privacy)
  await privacy.getByLabel('Your answer').fill('You are right. We have stopped it.')
  await privacy.getByRole('button', { name: 'Send the answer' }).click()
  await expect(privacy.getByText('There is nothing left to do.')).toBeVisible()
  await expectAccessible(privacy)
  const answered = await mail.newest(email, /^Our answer to your complaint/)
  expect(answered.text).toContain('You are right. We have stopped it.')
  await desk.close()
})
