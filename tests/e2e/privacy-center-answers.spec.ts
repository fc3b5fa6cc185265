import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { portability } from '@/lib/core/handbook/portability'
import { offeredTypes } from '@/lib/core/intake/intake-form'
import { expect, test } from '@/tests/support/browser'
import { quietPerson } from '@/tests/support/product-desk'
import { aColleague } from '@/tests/support/product-staff'
import { isKind } from '@/tests/support/public-form'

test.use({ javaScriptEnabled: false })
// Many pages, each held against the rules of accessibility.
test.slow()

const linkIn = (links: readonly string[]) => links.find(link => link.includes('/r/')) ?? 'no link'

/** Asks for a type as a person would, for an account with a username or without. */
async function ask(
  page: Page,
  title: string,
  label: string,
  { email, username }: { email: string; username: string },
) {
  await page.goto('/request/what?who=me')
  await page.getByText(title, { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel(label).fill(email)
  const account = page.getByLabel('Username')
  if (await account.count()) await account.fill(username)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my request' }).click()
  return (await page.getByText(/^PR-[A-Z0-9]{4}-[A-Z0-9]{4}$/).textContent())?.trim() ?? ''
}
async function confirm(page: Page, link: string) {
  await page.goto(link)
  await page.getByRole('button', { name: 'Confirm my request' }).click()
}

test('each type asks for what it needs and no more; moving away is an answer, not a request', async ({
  page,
  browser,
}) => {
  await page.goto('/request/what?who=me')
  await expect(page.locator('main label')).toHaveText(
    [...offeredTypes([], 'me'), portability].map(({ publicTitle }) => publicTitle),
  )
  const region = 'State or province (if you live in the United States or Canada)'
  for (const [title, labels] of [
    [
      'Delete my data in the Customers Portal',
      [
        'Email address in the Customers Portal',
        'Your name',
        'Country where you live',
        region,
        'Anything else we should know',
      ],
    ],
    [
      'Delete my marketing data',
      ['Email address that gets our marketing mail', 'Your name', 'Country where you live', region],
    ],
    [
      'Get a copy of my data',
      [
        'Email address',
        'Username',
        'Your name',
        'Country where you live',
        region,
        'Anything else we should know',
      ],
    ],
  ] as const) {
    await page.goto('/request/what?who=me')
    await page.getByText(title, { exact: true }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.locator('main form label')).toHaveText(
      labels.map(label => new RegExp(`^${label.replace(/[()]/g, '\\$&')}( \\(optional\\))?$`)),
    )
    await isKind(page, browser)
  }
  await page.goto('/request/what?who=me')
  await page.getByText('Move my projects to another platform').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/request\/portability$/)
  await expect(page.getByText('No request was made')).toBeVisible()
  await isKind(page, browser)
})

test('an enterprise account: asked whether to ask the administrator, answered once', async ({
  page,
  browser,
  mail,
  request,
}) => {
  const person = await quietPerson({ enterprise: true })
  const engineer = await aColleague(request, 'support-engineer')
  const reference = await ask(page, 'Delete my account', 'Email address', person)
  await confirm(page, linkIn((await mail.newest(person.email, /^Confirm/)).links))
  const question = await mail.newest(person.email, /administrator/)
  await page.context().clearCookies()
  await page.goto(linkIn(question.links))
  await page.getByRole('button', { name: 'Continue to your request' }).click()
  await expect(page.getByRole('heading', { name: 'May we ask your administrator?' })).toBeVisible()
  await expect(page.getByText('You have until')).toBeVisible()
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose one of the two.')
  await isKind(page, browser)
  await page.getByText('Yes, ask my administrator').click()
  await page.getByLabel('Anything you would like to add').fill('Her name is Kim.')
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await expect(page.getByRole('status')).toContainText('Your answer has arrived')
  await expect(page.getByRole('button', { name: 'Send my answer' })).toHaveCount(0)
  await isKind(page, browser)

  const ticket = 'https://support.example/4711'
  await engineer.command(reference, 'request-owner-contact', { ticket })
  await page.goto('/my/request')
  await expect(page.getByText('We are waiting for the administrator of the organisation')).toBeVisible()
  await engineer.command(reference, 'record-owner-decision', { granted: false, ticket })
  await page.goto('/my/request')
  await expect(page.locator('main')).toContainText('its organisation’s permission is missing')
  await expect(page.getByRole('button', { name: 'Send my reply' })).toBeVisible()
  await isKind(page, browser)
})

test('an export: help asked for on the page', async ({ page, browser, mail, request }) => {
  const person = await quietPerson()
  const engineer = await aColleague(request, 'support-engineer')
  const reference = await engineer.open({ type: 'data-export', ...person, country: 'DE' })
  await confirm(page, linkIn((await mail.newest(person.email, /^Confirm/)).links))
  await expect.poll(async () => (await engineer.get(reference)).state).toBe('verifying')
  await engineer.command(reference, 'send-message', { message: 'project-export-self-serve' })
  await page.goto('/my/request')
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await expect(page.getByRole('alert')).toContainText('Tell us where you got stuck')
  await isKind(page, browser)
  await page.getByLabel('Where did you get stuck?').fill('I can’t sign in.')
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await expect(page.getByRole('status')).toContainText('Your answer has arrived')
  expect((await engineer.get(reference)).state).toBe('processing')
})

test('a copy of one’s data: a mailed code opens the files, for this browser, also after closing', async ({
  page,
  browser,
  mail,
  request,
}) => {
  const person = await quietPerson()
  const engineer = await aColleague(request, 'support-engineer')
  const reference = await ask(page, 'Get a copy of my data', 'Email address', person)
  await confirm(page, linkIn((await mail.newest(person.email, /^Confirm/)).links))
  await expect.poll(async () => (await engineer.get(reference)).state).toBe('processing')
  await engineer.complete(reference, '(Access)', { name: 'robin & co.csv', text: 'field,value\n' })
  expect((await engineer.get(reference)).outcome).toBe('fulfilled')
  const ready = await mail.newest(person.email, /files are ready/)
  expect(ready.attachments).toEqual([])
  await page.context().clearCookies()
  await page.goto(linkIn(ready.links))
  await page.getByRole('button', { name: 'Continue to your request' }).click()
  const files = page.getByRole('region', { name: 'Your files' })
  await expect(files).toContainText('robin & co.csv')
  await expect(files.getByRole('link')).toHaveCount(0)
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByRole('status')).toContainText('A code is on its way')
  await isKind(page, browser)
  const coded = await mail.newest(person.email, /code for the files/)
  const code = coded.text?.match(/^(\d{6})$/m)?.[1] ?? 'none'
  expect(coded.subject).not.toContain(code)
  await page.getByLabel('Code from our email').fill(code === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: 'Open my files' }).click()
  await expect(page.getByRole('alert')).toContainText('That is not the code')
  await isKind(page, browser)
  await page.getByLabel('Code from our email').fill(code)
  await page.getByRole('button', { name: 'Open my files' }).click()
  await expect(page.getByRole('status')).toContainText('Your files are open')
  await isKind(page, browser)
  const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('link').click()])
  expect(download.suggestedFilename()).toBe('robin & co.csv')
  expect(readFileSync(await download.path(), 'utf8')).toBe('field,value\n')

  const address = await files.getByRole('link').getAttribute('href')
  const elsewhere = await browser.newContext()
  const answer = await elsewhere.request.get(`${process.env.HABEAS_E2E_URL}${address}`, { maxRedirects: 0 })
  expect(answer.status()).toBe(303)
  expect(await answer.text()).not.toContain('field')
  await elsewhere.close()
})
