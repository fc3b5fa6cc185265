import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { quietPerson } from '@/tests/support/product-desk'
import { aColleague } from '@/tests/support/product-staff'
import { isKind } from '@/tests/support/public-form'

test.use({ javaScriptEnabled: false })

const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a proof') })

/** No page of this way thanks, sells or shouts. */
const isGentle = async (page: Page) =>
  expect(page.getByRole('main')).not.toHaveText(/!|thank|great|welcome/i, { useInnerText: true })

/** From the first question to the documents, as an agent. */
async function uptoDocuments(page: Page, account: { email: string; username: string }, agent: string) {
  await page.goto('/request/new')
  await page.getByText('Someone who has died').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('link', { name: 'Continue' }).click()
  await page.getByText('Authorised agent', { exact: true }).click()
  await page.getByLabel('An email address for the account').fill(account.email)
  await page.getByLabel('Their username').fill(account.username)
  await page.getByLabel('Your own email address').fill(agent)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Documents')
}

// Many pages, each held against the rules of accessibility.
test.slow()

test('for someone who has died: gentle words, and a kind no to a manager', async ({ page, browser }) => {
  await page.goto('/request/deceased')
  await expect(page.getByText('We are sorry for your loss.')).toBeVisible()
  await isGentle(page)
  await isKind(page, browser)
  await page.getByRole('link', { name: 'Continue' }).click()
  await page.getByText('Designated Account Manager', { exact: true }).click()
  await page.getByLabel('Their username').fill('robin')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('ends when the person dies')
  await expect(page.getByLabel('Their username')).toHaveValue('robin')
  await isGentle(page)
  await isKind(page, browser)
})

test('proofs are kept over every page and can be taken out; mail goes to the requester', async ({
  page,
  browser,
  mail,
}) => {
  const account = { email: `late-${Date.now()}@people.example`, username: 'late' }
  const agent = `agent-${Date.now()}@people.example`
  await uptoDocuments(page, account, agent)
  await page
    .getByLabel('Proof of the death')
    .setInputFiles({ ...pdf('page.html'), buffer: Buffer.from('<html>') })
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('“page.html” can’t be taken')
  await isKind(page, browser)
  await page.getByLabel('Proof of the death').setInputFiles([pdf('certificate.pdf'), pdf('wrong one.pdf')])
  await page.getByRole('button', { name: 'Add these and stay here' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove wrong one.pdf' }).click()
  await page.getByLabel('Proof that you may act').setInputFiles(pdf('will.pdf'))
  await isGentle(page)
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers')
  await page.getByRole('link', { name: 'Change their username' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('main')).toContainText('certificate.pdf')
  await expect(page.locator('main')).toContainText('will.pdf')
  await expect(page.locator('main')).not.toContainText('wrong one.pdf')
  await isGentle(page)
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')
  await expect(page.getByText(agent)).toBeVisible()
  await expect(page.locator('main')).toContainText('Our privacy team reads the documents')
  await isGentle(page)
  await isKind(page, browser)
  await mail.newest(agent, /^Confirm/)
})

test('Privacy asks for documents, they are sent; the account’s own mailbox objects, and gets access to nothing', async ({
  page,
  browser,
  mail,
  request,
}) => {
  const account = await quietPerson()
  const agent = `kin-${Date.now()}@people.example`
  const privacy = await aColleague(request, 'privacy')
  await uptoDocuments(page, account, agent)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my request' }).click()
  const reference = (await page.getByText(/^PR-/).textContent()) ?? ''

  const link = (await mail.newest(agent, /^Confirm/)).links.find(link => link.includes('/r/')) ?? ''
  await page.goto(link)
  await isGentle(page)
  await page.getByRole('button', { name: 'Confirm my request' }).click()
  await expect.poll(async () => (await privacy.get(reference)).state).toBe('verifying')
  await page.goto('/my/request')
  await expect(page.getByText('We are waiting for our privacy team')).toBeVisible()
  await isGentle(page)
  await isKind(page, browser)

  await privacy.command(reference, 'send-message', { message: 'documents-needed' })
  await page.goto('/my/request')
  await expect(page.getByRole('heading', { name: 'Please send the documents' })).toBeVisible()
  await page.getByRole('button', { name: 'Send the documents' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose a file')
  await isKind(page, browser)
  await page.getByLabel('Documents', { exact: true }).setInputFiles(pdf('court.pdf'))
  await page.getByLabel('Anything you would like to add').fill('The court sent this.')
  await page.getByRole('button', { name: 'Send the documents' }).click()
  await expect(page.getByRole('status')).toContainText('Your documents have arrived')
  await expect(page.getByRole('heading', { name: 'Please send the documents' })).toHaveCount(0)
  await isGentle(page)

  const notice = await mail.newest(account.email, /about your account/)
  await page.context().clearCookies()
  await page.goto(notice.links.find(link => link.includes('/r/')) ?? '')
  await expect(page.locator('main')).toContainText('The deletion of the account of someone who has died')
  expect(await page.content()).not.toContain(agent)
  await isGentle(page)
  await isKind(page, browser)
  await page.getByLabel('Why do you object?').fill('canary: I am alive')
  await page.getByRole('button', { name: 'I object' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your objection has arrived')
  await page.goto('/my/request')
  await expect(page, 'let in to nothing').toHaveURL(/\/my\/link$/)
  expect((await page.request.get(notice.links.find(link => link.includes('/r/')) ?? '')).status()).toBe(404)
})
