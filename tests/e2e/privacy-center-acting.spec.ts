import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { anEngineer, quietPerson, riskyPerson } from '@/tests/support/product-desk'
import { isKind, type Person } from '@/tests/support/public-form'

test.use({ javaScriptEnabled: false })
// Many pages, each held against the rules of accessibility.
test.slow()

const linkIn = (links: readonly string[]) => links.find(link => link.includes('/r/')) ?? 'no link'
const pdf = { name: 'permission.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 signed') }

/** From the first question to the fields. @param how the person acts, and what they want, as the form has it */
async function uptoDetails(page: Page, { how, what }: { how: string; what: string }) {
  await page.goto('/request/new')
  await page.getByText('Somebody else').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText(how).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText(what, { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** An agent's form with their proof, sent and confirmed. @returns the reference */
async function askedByAgent(page: Page, person: Person, agent: string): Promise<string> {
  await uptoDetails(page, { how: 'They have asked me to', what: 'Delete their account' })
  await page.getByLabel('An email address of their account').fill(person.email)
  await page.getByLabel('Their username').fill(person.username)
  await page.getByLabel('Your own email address').fill(agent)
  await page.getByLabel('Country where they live').selectOption('DE')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Proof that you may act').setInputFiles(pdf)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('main')).toContainText('Somebody who has asked me to act for them')
  await expect(page.locator('main')).toContainText('permission.pdf')
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByText(agent)).toBeVisible()
  return (await page.getByText(/^PR-[A-Z0-9]{4}-[A-Z0-9]{4}$/).textContent()) ?? ''
}

test('an agent asks, the person agrees by their own mailbox, and the agent is asked what they know', async ({
  page,
  browser,
  mail,
  request,
}) => {
  const [engineer, privacy] = [await anEngineer(request), await anEngineer(request, 'privacy')]
  const person = await riskyPerson()
  const agent = `agent-${Date.now()}@law.example`
  const reference = await askedByAgent(page, person, agent)
  await isKind(page, browser)

  await page.goto(linkIn((await mail.newest(agent, /^Confirm/)).links))
  await expect(page.locator('main')).toContainText('Our privacy team then reads your documents')
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Confirm my request' }).click()
  await expect.poll(() => engineer.state(reference)).toBe('verifying')
  await page.goto('/my/request')
  await expect(page.getByText('We are waiting for our privacy team')).toBeVisible()
  await expect(page.getByText('This day follows the privacy law of Germany')).toBeVisible()
  await isKind(page, browser)

  const note = 'The permission is signed.'
  await privacy.command(reference, 'validate-authority', { valid: true, note, confirmation: true })

  const theirs = await browser.newContext({ javaScriptEnabled: false })
  const them = await theirs.newPage()
  const asked = linkIn((await mail.newest(person.email, /^May somebody act for you/)).links)
  await expect(async () => {
    await page.goto('/my/request')
    await expect(page.getByText('We are waiting for the person you act for')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await them.goto(asked)
  await expect(them.getByRole('heading', { level: 1 })).toHaveText('May they act for you?')
  await expect(them.locator('main')).toContainText(agent)
  await expect(them.locator('main')).toContainText('The deletion of an account')
  await isKind(them, browser)
  await them.getByRole('button', { name: 'Yes, they may act for me' }).click()
  await expect(them.getByRole('heading', { level: 1 })).toHaveText('You have agreed')
  await isKind(them, browser)
  await them.goto('/my/request')
  await expect(them, 'their link lets them into nothing').toHaveURL(/\/my\/link$/)
  await theirs.close()

  const message = 'high-risk-gitlab-account-verification-question'
  await engineer.command(reference, 'send-message', { message })
  await page.goto('/my/request')
  await expect(page.getByRole('heading', { name: 'Please tell us what you know' })).toBeVisible()
  await page.getByRole('button', { name: 'I can’t know this' }).click()
  await expect(page.getByRole('status')).toContainText('We have your answer')
  await isKind(page, browser)
  await privacy.command(reference, 'waive-verification', { note: 'The person has agreed themselves.' })
  expect(await engineer.state(reference)).toBe('processing')
})

test('a parent’s form speaks of the child, and the documents can come later', async ({
  page,
  browser,
  mail,
}) => {
  const child = await quietPerson()
  const parent = `parent-${Date.now()}@family.example`
  await uptoDetails(page, { how: 'I am their parent or guardian', what: 'Get a copy of their data' })
  await page.getByLabel('Your child’s username').fill(child.username)
  await page.getByLabel('Your own email address').fill(parent)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('Enter an email address for the account.')
  await expect(page.getByLabel('Your child’s username')).toHaveValue(child.username)
  await isKind(page, browser)
  await page.getByLabel('An email address of your child’s account').fill(child.email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('a birth certificate')).toBeVisible()
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('main')).toContainText('My child')
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByText(parent)).toBeVisible()
  await mail.newest(parent, /^Confirm/)
})
