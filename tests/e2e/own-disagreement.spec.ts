import { expect, test } from '@/tests/support/browser'
import { anEngineer, quietPerson } from '@/tests/support/product-desk'
import { askToDelete, isKind } from '@/tests/support/public-form'

test.use({ javaScriptEnabled: false })

const linkIn = (links: readonly string[]) => links.find(link => link.includes('/r/')) ?? 'no link'

test('a complaint while the request is open, and an appeal once it is refused', async ({
  page,
  browser,
  mail,
  request,
}) => {
  test.slow() // each of its pages is held against the rules of accessibility
  const privacy = await anEngineer(request, 'privacy')
  const person = await quietPerson()
  const reference = await askToDelete(page, person, { country: 'US', region: 'US-VA' })
  await page.goto(linkIn((await mail.newest(person.email, /^Confirm/)).links))
  await page.getByRole('button', { name: 'Confirm my request' }).click()
  await expect(page.getByText('This day follows the privacy law of Virginia: VCDPA')).toBeVisible()
  const buttons = page.getByRole('button', { name: /^(Appeal|Complain)$/ })
  await expect(buttons).toHaveText(['Complain'])
  await expect(page.getByLabel('What is wrong?')).toHaveCount(0)
  await isKind(page, browser)

  await page.getByRole('button', { name: 'Complain', exact: true }).click()
  await expect(page).toHaveURL(/#disagree$/)
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Send my complaint' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert').getByRole('link')).toHaveText('Tell us what is wrong.')
  await isKind(page, browser)
  await page.getByLabel('What is wrong?').fill('I have heard nothing for weeks.')
  await page.getByRole('button', { name: 'Send my complaint' }).click()
  await expect(page.getByRole('status')).toContainText('Your complaint has arrived')
  await expect(page.getByRole('region', { name: 'Your complaint' })).toContainText('I have heard nothing')
  await expect(buttons).toHaveCount(0)
  await mail.newest(person.email, /^We have your complaint/)

  await privacy.command(reference, 'answer-appeal', { decision: 'not-granted', answer: 'We are at it.' })
  await privacy.command(reference, 'close', { outcome: 'refused', note: 'A court has asked us to keep it.' })
  await page.goto('/my/request')
  await expect(buttons).toHaveText(['Appeal', 'Complain'])
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Appeal', exact: true }).click()
  const letter = 'The court’s letter ended last year. '.repeat(300)
  await page.getByLabel('What don’t you agree with, and why?').fill(letter)
  await page.getByRole('button', { name: 'Send my appeal' }).click()
  await expect(page.getByRole('alert')).toContainText('Use at most 10,000 characters.')
  await expect(page.getByLabel('What don’t you agree with, and why?')).toHaveValue(letter)
  await page.getByLabel('What don’t you agree with, and why?').fill('The court’s letter ended last year.')
  await page.getByRole('button', { name: 'Send my appeal' }).click()
  await expect(page.getByRole('status')).toContainText('Your appeal has arrived')
  await expect(page.getByRole('region', { name: 'Your appeal' })).toContainText('ended last year')
  await isKind(page, browser)
})
