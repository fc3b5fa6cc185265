import { expect, test } from '@/tests/support/browser'
import { anEngineer, riskyPerson } from '@/tests/support/product-desk'
import { askToDelete, isKind } from '@/tests/support/public-form'

test.use({ javaScriptEnabled: false })

const linkIn = (links: readonly string[]) => links.find(link => link.includes('/r/')) ?? 'no link'

test('confirmed by mail, asked, answered once; never anything internal', async ({
  page,
  browser,
  mail,
  request,
}) => {
  test.slow() // each of its pages is held against the rules of accessibility
  const person = await riskyPerson()
  const engineer = await anEngineer(request)
  const reference = await askToDelete(page, person)

  const confirmation = linkIn((await mail.newest(person.email, /^Confirm/)).links)
  for (let look = 0; look < 3; look++) expect((await request.get(confirmation)).status()).toBe(200)
  await page.goto(confirmation)
  await expect(page.locator('main')).toContainText(person.email)
  await expect(page.locator('main')).toContainText('Delete my account')
  await isKind(page, browser)
  expect(await engineer.state(reference)).toBe('submitted')
  await page.getByRole('button', { name: 'Confirm my request' }).click()
  await expect(page).toHaveURL(/\/my\/request$/)
  await expect(page.getByText(/^We will answer by \d/)).toBeVisible()
  await expect.poll(() => engineer.state(reference)).toBe('verifying')
  await page.goto(confirmation)
  await expect(page, 'their own used link leads back to their page').toHaveURL(/\/my\/request$/)

  await engineer.command(reference, 'add-note', { text: 'canary-note for colleagues' })
  await engineer.command(reference, 'send-message', {
    message: 'high-risk-gitlab-account-verification-question',
  })
  const asked = await mail.newest(person.email, /questions/)
  await page.context().clearCookies()
  await page.goto(linkIn(asked.links))
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Continue to your request' }).click()
  await expect(page.getByText('We are waiting for you')).toBeVisible()
  await isKind(page, browser)
  expect(await page.content()).not.toMatch(/canary-note|risk rating|two-factor|sole-owned|signal/i)

  const answers = await page.locator('main form[action$=answers] textarea').all()
  expect(answers.length).toBeGreaterThan(1)
  await answers[0]?.fill('In spring 2026')
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert').getByRole('link').first()).toHaveText(/^Answer question 2/)
  await expect(page.locator('main form[action$=answers] textarea').first()).toHaveValue('In spring 2026')
  await isKind(page, browser)
  for (const field of await page.locator('main form[action$=answers] textarea').all())
    await field.fill('I think it was in spring 2026')
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByRole('status')).toContainText('Your answers have arrived')
  await expect(page.getByRole('button', { name: 'Send my answers' })).toHaveCount(0)
  await expect(page.getByText('We are waiting for our support team')).toBeVisible()
  await isKind(page, browser)

  await engineer.command(reference, 'fail-verification', { note: 'canary-note again' })
  await page.goto('/my/request')
  await expect(page.locator('main')).toContainText(
    'We could not be sure that this comes from the right person',
  )
  await expect(page.locator('main')).toContainText('arrives late')
  expect(await page.content()).not.toContain('canary-note')
  await page.getByLabel('Your message').fill('But it is mine. <script>alert(1)</script> {{ 7*7 }}')
  await page.getByRole('button', { name: 'Send my reply' }).click()
  await expect(page.getByRole('status')).toContainText('Your message has arrived')
  await page.getByText('Reply from the requester').click()
  await expect(page.locator('main')).toContainText('<script>alert(1)</script> {{ 7*7 }}')
  await isKind(page, browser)
})

test('withdrawn in two steps, and left', async ({ page, browser, mail, request }) => {
  const person = await riskyPerson()
  const engineer = await anEngineer(request)
  const reference = await askToDelete(page, person)
  await page.goto(linkIn((await mail.newest(person.email, /^Confirm/)).links))
  await page.getByRole('button', { name: 'Confirm my request' }).click()
  await page.getByText('Withdraw my request').click()
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Yes, withdraw it' }).click()
  await expect(page.getByRole('status')).toContainText('withdrawn')
  expect(await engineer.state(reference)).toBe('closed')
  await expect(page.getByText('Withdraw my request')).toHaveCount(0)
  await page.getByRole('button', { name: 'Leave this page' }).click()
  await page.goto('/my/request')
  await expect(page).toHaveURL(/\/my\/link$/)
})

test('“I didn’t ask for this” closes it', async ({ page, browser, mail }) => {
  const person = { email: `notme-${Date.now()}@people.example`, username: 'notme' }
  await askToDelete(page, person)
  const link = linkIn((await mail.newest(person.email)).links)
  await page.goto(link)
  await page.getByRole('button', { name: 'I didn’t ask for this' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The request is closed')
  await isKind(page, browser)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 }), 'all that the link does now').toHaveText(
    'We send you no email for now',
  )
  await expect(page.getByRole('button')).toHaveText(['Email this address again'])
  await isKind(page, browser)
})

test('a dead link: one page with a way to a new one, 404, readable without script', async ({
  page,
  browser,
  mail,
  request,
}) => {
  const person = { email: `dead-${Date.now()}@people.example`, username: 'dead' }
  const reference = await askToDelete(page, person)
  const link = linkIn((await mail.newest(person.email)).links)
  const pages = []
  for (const address of [
    `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
    `${link}?a=1&a=2`,
    link.replace(/\/r\/.*/, '/r/x'),
  ]) {
    const answer = await request.get(address)
    expect(answer.status(), address).toBe(404)
    expect(answer.headers()['referrer-policy']).toBe('no-referrer')
    expect(answer.headers()['cache-control']).toContain('no-store')
    const text = await answer.text()
    expect(text).toContain('Get a new link')
    pages.push(text.length)
  }
  expect((await request.get('/my/link')).status()).toBe(200)
  await page.goto('/my/request')
  await expect(page).toHaveURL(/\/my\/link$/)
  await isKind(page, browser)
  await page.getByLabel('Reference').fill(reference.toLowerCase())
  await page.getByLabel('Email address').fill(person.email)
  await page.getByRole('button', { name: 'Email me a new link' }).click()
  await expect(page.getByRole('status')).toContainText('If the reference and the address belong together')
  await isKind(page, browser)
  await expect.poll(async () => linkIn((await mail.newest(person.email)).links)).not.toBe(link)
})

test.describe('with script', () => {
  test.use({ javaScriptEnabled: true })
  test('the same walk, without a complaint on the console', async ({ page, mail }) => {
    const person = { email: `script-${Date.now()}@people.example`, username: 'script' }
    await askToDelete(page, person)
    await page.goto(linkIn((await mail.newest(person.email)).links))
    await page.getByRole('button', { name: 'Confirm my request' }).click()
    await expect(page.getByRole('heading', { name: 'What has happened so far' })).toBeVisible()
  })
})
