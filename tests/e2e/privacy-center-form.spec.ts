import { expect, test } from '@/tests/support/browser'
import { askToDelete, isKind } from '@/tests/support/public-form'

test.use({ javaScriptEnabled: false })

const stranger = (name: string) => ({
  email: `${name}-${Date.now()}@people.example`,
  username: `${name}_nobody`,
})

test('from the start page to “Check your email” without script, kind to everybody on each page', async ({
  page,
  browser,
  mail,
}) => {
  test.slow() // each of its pages is held against the rules of accessibility
  const person = stranger('walk')
  await page.goto('/')
  await page.getByRole('link', { name: 'Make a Privacy Request' }).first().click()
  await isKind(page, browser)
  await page.getByText('Me', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What do you want?')
  await isKind(page, browser)
  await page.getByText('Delete my account').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('To keep one, make somebody else an owner first.')).toBeVisible()
  await isKind(page, browser)
  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('Username').fill(person.username)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers')
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')
  await isKind(page, browser)
  const reference = (await page.getByText(/^PR-/).textContent()) ?? 'none'
  const { links } = await mail.newest(person.email)
  expect(links.some(link => link.includes('/r/'))).toBe(true)

  await page.reload()
  await expect(page.getByText(reference)).toBeVisible()
  await page.goBack()
  await expect(page.getByText(reference)).toBeVisible()
})

test('errors: a summary that takes focus, links to the fields, the same words there, and every answer kept', async ({
  page,
  browser,
}) => {
  await page.goto('/request/what?who=me')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose what you want.')
  await page.getByText('Delete my account').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Email address').fill('robin at example')
  await page.getByLabel('Your name').fill('Robin مريم')
  await page.getByLabel('Country').selectOption('FR')
  await page.getByLabel('Anything else').fill('Two\nlines')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveText([
    'Enter one email address, like name@example.com. There is no @ in it.',
    'Enter your username.',
  ])
  await summary.getByRole('link').first().click()
  await expect(page.getByLabel('Email address')).toBeFocused()
  await expect(page.getByLabel('Email address')).toHaveAccessibleDescription(/Enter one email address/)
  for (const [label, value] of [
    ['Email address', 'robin at example'],
    ['Your name', 'Robin مريم'],
    ['Country', 'FR'],
    ['Anything else', 'Two\nlines'],
  ] as const)
    await expect(page.getByLabel(label)).toHaveValue(value)
  await page.reload()
  await expect(page.getByLabel('Your name')).toHaveValue('Robin مريم')
  await isKind(page, browser)
})

test('answers can be changed from the check page, and are kept on the way', async ({ page }) => {
  await page.goto('/request/details?who=me&type=individual-deletion')
  await page.getByLabel('Email address').fill('first@people.example')
  await page.getByLabel('Username').fill('robin')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('link', { name: 'Change email address' }).click()
  await expect(page.getByLabel('Username')).toHaveValue('robin')
  await page.getByLabel('Email address').fill('second@people.example')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('second@people.example')).toBeVisible()
  await expect(page.getByText('first@people.example')).toHaveCount(0)
})

test('at a shared computer: the next person starts with an empty form, and anybody can clear it', async ({
  page,
  context,
}) => {
  const typeIn = async () => {
    await page.getByText('Delete my account').click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Email address').fill('first@people.example')
    await page.getByLabel('Username').fill('robin')
    await page.getByLabel('Anything else').fill('I am being stalked.')
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await page.goto('/request/what?who=me')
  await typeIn()
  const draft = (await context.cookies()).find(cookie => cookie.name === 'habeas_draft')
  expect(draft?.expires, 'it ends with the browser').toBe(-1)

  await page.goto('/request/new')
  await page.getByText('Me', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Delete my account').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('Email address')).toHaveValue('')
  await expect(page.getByLabel('Anything else')).toHaveValue('')

  await page.goto('/request/what?who=me')
  await typeIn()
  await page.getByRole('button', { name: 'Clear my answers' }).click()
  await expect(page.getByRole('status')).toContainText('Your answers are cleared')
  await page.goto('/request/details?who=me&type=individual-deletion')
  await expect(page.getByLabel('Email address')).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Clear my answers' })).toHaveCount(0)
})

test('for somebody else, or someone who has died: a kind page instead of a form', async ({
  page,
  browser,
}) => {
  await page.goto('/request/new')
  await page.getByText('Somebody else').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You ask for somebody else')
  await isKind(page, browser)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose how you act for them.')
  await page.getByText('I am their parent or guardian').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Delete their account').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('Your child’s username')).toBeVisible()
  await isKind(page, browser)
  await page.goto('/request/new?who=other')
  await page.getByText('Someone who has died').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('We are sorry for your loss.')).toBeVisible()
  expect(await page.locator('main').textContent()).not.toMatch(/!|thank/i)
  await isKind(page, browser)
})

test('the same page for people who are known and who are not', async ({ page }) => {
  const shown = []
  for (const person of [stranger('one'), stranger('two')]) {
    const reference = await askToDelete(page, person)
    const text = await page.locator('main').textContent()
    shown.push(text?.replaceAll(person.email, '·').replaceAll(reference, '·'))
  }
  expect(shown[0]).toBe(shown[1])
})

test('a form from another site, or from nowhere, is refused', async ({ request }) => {
  const form = { type: 'individual-deletion', email: 'a@people.example', username: 'a' }
  for (const path of [
    '/request/details/save',
    '/request/check/send',
    '/request/sent/again',
    '/request/start',
    '/request/clear',
    '/my/link/send',
    '/complain/send',
    '/complain/clear',
    '/my/request/withdraw',
    '/my/request/contact',
    '/my/request/help',
    '/my/request/clarification',
    '/my/request/code',
    '/my/request/code/send',
    '/request/proofs/remove',
  ]) {
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const headers: Record<string, string> = origin ? { origin } : {}
      const answer = await request.post(path, { form, headers, maxRedirects: 0 })
      expect(answer.status(), `${path} from ${origin}`).toBe(403)
      expect(answer.headers()['set-cookie']).toBeUndefined()
    }
    const plain = { origin: process.env.HABEAS_E2E_URL ?? '', 'content-type': 'text/plain' }
    const answer = await request.post(path, { data: 'email=a', headers: plain, maxRedirects: 0 })
    expect(answer.status(), `${path} as text`).toBe(415)
  }
})

test('files from another site, or from nowhere, are refused', async ({ request }) => {
  const multipart = { death: { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') } }
  for (const path of ['/request/proofs/files', '/my/request/documents/files']) {
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const headers: Record<string, string> = origin ? { origin } : {}
      const answer = await request.post(path, { multipart, headers, maxRedirects: 0 })
      expect(answer.status(), `${path} from ${origin}`).toBe(403)
      expect(answer.headers()['content-security-policy']).toContain("default-src 'none'")
      expect(answer.headers()['cache-control']).toContain('no-store')
    }
  }
})
