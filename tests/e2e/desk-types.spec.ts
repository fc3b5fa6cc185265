import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { complete, nextStep, signIn, takeStep, tickAll } from '@/tests/support/desk-pages'
import { quietPerson } from '@/tests/support/product-desk'
import { aColleague } from '@/tests/support/product-staff'

// Each walks through several desks, and mails that arrive in their own time.
test.slow()

const done = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'The request is now closed: fulfilled' })

async function confirm(page: Page, links: readonly string[]) {
  await page.goto(links.find(link => link.includes('/r/')) ?? 'no link')
  await page.getByRole('button', { name: 'Confirm my request' }).click()
  await expect(page).toHaveURL(/\/my\/request/)
}

test('the Customers Portal: support says where, the console engineer deletes, and the person is told', async ({
  page,
  browser,
  mail,
  request,
}) => {
  const engineer = await aColleague(request, 'support-engineer')
  const email = `portal-${randomUUID().slice(0, 8)}@people.example`
  const reference = await engineer.open({ type: 'portal-deletion', email })
  await confirm(page, (await mail.newest(email, /^Confirm/)).links)
  await signIn(page, 'support', `/requests/${reference}/status`)
  await expect(page.getByRole('region', { name: 'Stages' })).not.toContainText('Checking')
  await expect(nextStep(page)).toContainText('Resolve Support Engineer (Zendesk/cDot Deletion)')
  const search = page.getByRole('article', { name: 'Support Engineer (Zendesk/cDot Deletion)' })
  await search.getByLabel('Yes').check()
  await search.locator('summary').filter({ hasText: 'Resolve' }).click()
  await search.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(page.getByText(/Opened: Console Engineer/)).toBeVisible()
  await expect(nextStep(page)).toContainText('Console engineer does this.')

  const visit = await browser.newContext()
  const console_ = await visit.newPage()
  await signIn(console_, 'console', `/requests/${reference}/status`)
  await expect(nextStep(console_)).toContainText('Find the person in the Customers Portal')
  await tickAll(console_, 'Console Engineer (Customers Portal Deletion)')
  await complete(console_, 'Console Engineer (Customers Portal Deletion)')
  await expect(done(console_)).toContainText('The person is told.')
  await visit.close()
  expect((await mail.newest(email, /is done$/)).text).toContain('Customers Portal was deleted')
})

test('an enterprise account: the administrator’s written instruction counts, and what it says decides', async ({
  page,
  mail,
  request,
}) => {
  const engineer = await aColleague(request, 'support-engineer')
  const person = await quietPerson({ enterprise: true })
  const reference = await engineer.open({ type: 'individual-deletion', ...person })
  await confirm(page, (await mail.newest(person.email, /^Confirm/)).links)
  await mail.newest(person.email, /administrator/)
  await signIn(page, 'support', `/requests/${reference}/details`)
  await expect(nextStep(page)).toContainText('Wait for the person to say')
  await takeStep(page, 'Record the owner’s decision', {
    'What the owner decided': 'Permission granted',
    'Link to the ticket with the owner’s words': 'https://support.example/tickets/7',
  })
  await expect(page.getByText('The decision is recorded.')).toBeVisible()
  await expect(nextStep(page), 'the account owns no group alone').toContainText(
    'Delete user and contributions',
  )
})

test('for someone who has died: Privacy validates, and the validator doesn’t carry it out', async ({
  page,
  browser,
  mail,
  request,
}) => {
  const engineer = await aColleague(request, 'support-engineer')
  const person = await quietPerson()
  const requesterEmail = `kin-${randomUUID().slice(0, 8)}@people.example`
  const relationship = 'designated-account-successor'
  const reference = await engineer.open({
    type: 'deceased-deletion',
    ...person,
    requesterEmail,
    relationship,
  })
  await confirm(page, (await mail.newest(requesterEmail, /^Confirm/)).links)
  await expect.poll(async () => (await engineer.get(reference)).state).toBe('verifying')
  await signIn(page, 'privacy', `/requests/${reference}/details`)
  await expect(page.getByText('neither shown nor used before Privacy has validated')).toBeVisible()
  await takeStep(page, 'Authority is valid', {
    'What you read and why it is enough': 'The certificate and the register name the same person.',
  })
  await expect(page.getByText('The authority is validated.')).toBeVisible()
  await expect(nextStep(page)).toContainText('Somebody else has to do this one')

  const visit = await browser.newContext()
  const other = await visit.newPage()
  await signIn(other, 'support', `/requests/${reference}/details`)
  await expect(nextStep(other)).toContainText('Delete user and contributions')
  await visit.close()
})

test('a copy of one’s data: a blank sheet down, the filled one up, and the files are ready', async ({
  page,
  mail,
  request,
}) => {
  const engineer = await aColleague(request, 'support-engineer')
  const person = await quietPerson()
  const reference = await engineer.open({ type: 'data-access', ...person })
  await confirm(page, (await mail.newest(person.email, /^Confirm/)).links)
  await expect.poll(async () => (await engineer.get(reference)).state).toBe('processing')
  await signIn(page, 'support', `/requests/${reference}/status`)
  const card = page.getByRole('article', { name: 'Support Engineer (Access)' })
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: 'Download a blank sheet' }).click(),
  ])
  await expect(card).toContainText('A blank sheet was downloaded for this task.')
  expect(sheet.suggestedFilename()).toMatch(/\.csv$/)
  const blank = readFileSync(await sheet.path(), 'utf8')
  const file = (text: string) => ({ name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await card.getByLabel('File for the person').setInputFiles(file(blank))
  await card.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('This is the blank sheet.')).toBeVisible()
  await card.getByLabel('File for the person').setInputFiles(file(`${blank}Zendesk,More,${person.email}\r\n`))
  await card.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('The file is added.')).toBeVisible()
  await expect(card).toContainText('A file is on this task.')
  await tickAll(page, 'Support Engineer (Access)')
  await complete(page, 'Support Engineer (Access)')
  await expect(done(page)).toBeVisible()
  expect((await mail.newest(person.email, /files are ready/)).attachments).toEqual([])
})
