import type { APIRequestContext, Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@/lib/demo/accounts'
import { expect, type Mailbox, test } from '@/tests/support/browser'
import { signIn } from '@/tests/support/desk-pages'
import { aRequestOfItsOwn } from '@/tests/support/product-staff'

test.slow()

/** Opens the composer with a free letter on a request of its own, and types into it. @returns the composer's address */
async function writing(page: Page, mail: Mailbox, request: APIRequestContext): Promise<string> {
  const address = `/requests/${await aRequestOfItsOwn(page, mail, request)}/messages?compose=general-reply`
  await signIn(page, 'support', address)
  await page.getByLabel('Text', { exact: true }).fill('A long letter that took an hour.')
  return address
}

/** Opens a page whose scripts load only once the answered function is called. */
async function openWithoutScripts(page: Page, address: string): Promise<() => void> {
  let letLoad = () => {}
  const mayLoad = new Promise<void>(resolve => {
    letLoad = resolve
  })
  await page.route('**/*.js*', async route => {
    await mayLoad
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  return letLoad
}

const restored = async (page: Page) => {
  await expect(page.getByText('Restored what you had typed.')).toBeVisible()
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('A long letter that took an hour.')
}

test.describe('a letter that is being written', () => {
  test('is there again after the session ended, and goes when it is discarded', async ({
    page,
    context,
    mail,
    request,
  }) => {
    await writing(page, mail, request)
    await context.clearCookies()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByLabel('Email address').fill('support@demo.habeas.example')
    await page.getByLabel('Password').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page, 'back where it was typed').toHaveURL(/messages\?compose=general-reply/)
    await restored(page)
    await page.getByRole('button', { name: 'Discard it' }).click()
    await expect(page.getByLabel('Text', { exact: true })).not.toHaveValue(/took an hour/)
    await page.reload()
    await expect(page.getByText('Restored what you had typed.')).toHaveCount(0)
  })

  test('stays where it is without a connection, and can be sent again once there is one', async ({
    context,
    mail,
    request,
  }) => {
    const page = await context.newPage()
    await writing(page, mail, request)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'You are not connected' })).toBeFocused()
    await expect(page.getByLabel('Text', { exact: true })).toHaveValue('A long letter that took an hour.')
    await context.setOffline(false)
    await page.reload()
    await restored(page)
    await page.getByRole('button', { name: 'Discard it' }).click()
  })

  test('is kept when it is typed before the page’s scripts have loaded', async ({ page, mail, request }) => {
    const address = `/requests/${await aRequestOfItsOwn(page, mail, request)}/messages?compose=general-reply`
    await signIn(page, 'support')
    const letScriptsLoad = await openWithoutScripts(page, address)
    await page.getByLabel('Text', { exact: true }).fill('A long letter that took an hour.')
    letScriptsLoad()
    await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain('took an hour')
    await page.reload()
    await restored(page)
  })

  test('goes before what is typed again before the page’s scripts have loaded', async ({
    page,
    mail,
    request,
  }) => {
    const address = await writing(page, mail, request)
    const letScriptsLoad = await openWithoutScripts(page, address)
    await page.getByLabel('Text', { exact: true }).fill('A long')
    letScriptsLoad()
    await restored(page)
  })

  test('counts when it is typed before the page’s scripts have loaded', async ({ page, mail, request }) => {
    const address = `/requests/${await aRequestOfItsOwn(page, mail, request)}/messages?compose=general-reply`
    await signIn(page, 'support')
    const letScriptsLoad = await openWithoutScripts(page, address)
    await page.getByLabel('Subject', { exact: true }).fill('Your {{ colour }} is known.')
    await expect(page.getByText('{{ colour }}'), 'nothing has read it yet').toHaveCount(0)
    letScriptsLoad()
    await expect(page.getByText('{{ colour }}')).toBeVisible()
  })

  test('is there again after the connection broke while it was sent', async ({ context, mail, request }) => {
    const page = await context.newPage()
    const address = await writing(page, mail, request)
    await context.route('**/messages*', async (route, request) =>
      request.headers()['next-action'] ? await route.abort('connectionreset') : await route.continue(),
    )
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.getByText('What you typed is kept in this tab')).toBeVisible()
    await context.unroute('**/messages*')
    await page.goto(address)
    await restored(page)
    await page.getByRole('button', { name: 'Discard it' }).click()
  })

  test('is there again after an upgrade, and is nobody else’s', async ({ context, mail, request }) => {
    // A page of its own: what the browser says of the refused act is no complaint here.
    const page = await context.newPage()
    const address = await writing(page, mail, request)
    await context.route('**/messages*', async (route, request) => {
      const headers = request.headers()
      // As sent by a page of another build.
      if (headers['next-action']) headers['next-action'] = '7f00000000000000000000000000000000000000ff'
      await route.continue({ headers })
    })
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0)
    await context.unroute('**/messages*')
    await page.goto(address)
    await restored(page)

    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await expect(page.getByText('You are signed out.')).toBeVisible()
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('took an hour')
  })
})

test.describe('what is typed into a form that ends with another page', () => {
  const text = 'A letter asks for something that nobody knows yet.'

  test('is there again after the session ended, and goes once it was logged', async ({ page, context }) => {
    await signIn(page, 'support', '/off-channel')
    await page.getByLabel('How it arrived').selectOption({ label: 'Letter' })
    await page.getByLabel('Day it reached us').fill('2026-11-02')
    await page.getByLabel('Country where they live').selectOption({ label: 'Portugal' })
    await page.getByLabel('What it asks for').selectOption({ label: 'Complaint' })
    await page.getByLabel('Note').fill(text)
    await context.clearCookies()
    await page.getByRole('button', { name: 'Log it and see the answer' }).click()
    await page.getByLabel('Email address').fill('support@demo.habeas.example')
    await page.getByLabel('Password').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('Restored what you had typed.')).toBeVisible()
    await expect(page.getByLabel('Note')).toHaveValue(text)
    await expect(page.getByLabel('How it arrived').locator('option:checked')).toHaveText('Letter')
    await expect(page.getByLabel('What it asks for').locator('option:checked')).toHaveText('Complaint')
    await expect(page.getByLabel('Country where they live').locator('option:checked')).toHaveText('Portugal')
    await expect(page.getByLabel('Day it reached us')).toHaveValue('2026-11-02')
    await page.getByLabel('Day it reached us').fill('')
    await page.getByLabel('What it asks for').selectOption({ label: 'Data access' })
    await page.getByRole('button', { name: 'Log it and see the answer' }).click()
    await expect(page.getByRole('heading', { name: 'Asks for: data access' })).toBeVisible()
    await page.goto('/off-channel')
    await expect(page.getByLabel('Note')).toHaveValue('')
    await expect(page.getByText('Restored what you had typed.')).toHaveCount(0)
    await expect(page.getByLabel('How it arrived').locator('option:checked')).not.toHaveText('Letter')
  })

  test('decides what is asked besides, even when it is chosen before the page’s scripts have loaded', async ({
    page,
  }) => {
    await signIn(page, 'support')
    const letScriptsLoad = await openWithoutScripts(page, '/off-channel')
    await page.getByLabel('What it asks for').selectOption({ label: 'Complaint' })
    await expect(page.getByLabel('Where they move to')).toBeVisible()
    letScriptsLoad()
    await expect(page.getByLabel('Where they move to')).toHaveCount(0)
  })

  test('is there again in the form that opens a request, and a refused one keeps it', async ({ page }) => {
    const address = '/requests/new?type=data-export'
    await signIn(page, 'support', address)
    await page.getByLabel('Username').fill('robin.typed')
    await page.getByLabel('Country').selectOption({ label: 'Portugal' })
    await page.getByRole('button', { name: 'Open the request' }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await page.goto('/off-channel')
    await page.goto(address)
    await expect(page.getByLabel('Username')).toHaveValue('robin.typed')
    await expect(page.getByLabel('Country').locator('option:checked')).toHaveText('Portugal')
  })
})

test('the preview of a template follows what is typed before the page’s scripts have loaded', async ({
  page,
}) => {
  await signIn(page, 'privacy')
  const letScriptsLoad = await openWithoutScripts(page, '/templates/general-reply')
  const preview = page.getByRole('region', { name: 'Preview' })
  await page.getByLabel('Subject', { exact: true }).fill('Words that nobody has read yet.')
  await expect(preview).not.toContainText('Words that nobody')
  letScriptsLoad()
  await expect(preview).toContainText('Words that nobody has read yet.')
})

test.describe('an upload after the session ended', () => {
  test('leads to signing in and back, keeps the note, and asks for the file again', async ({
    page,
    context,
    mail,
    request,
  }) => {
    const reference = await aRequestOfItsOwn(page, mail, request)
    await signIn(page, 'privacy', `/requests/${reference}/status`)
    const upload = page.locator('form[enctype]')
    await upload.getByLabel('Note').fill('The team has nobody today.')
    const buffer = Buffer.from('field,value\n')
    await upload
      .getByLabel('File for the person')
      .setInputFiles({ name: 'sheet.csv', mimeType: 'text/csv', buffer })
    await context.clearCookies({ name: 'habeas_session' })
    await upload.getByRole('button', { name: 'Upload' }).click()
    await expect(page.getByText('Your session has ended.')).toBeVisible()
    await page.getByLabel('Email address').fill('privacy@demo.habeas.example')
    await page.getByLabel('Password').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(new RegExp(`/requests/${reference}/status`))
    await expect(page.getByText('Choose the file again, and upload it.')).toBeVisible()
    await expect(upload.getByLabel('Note')).toHaveValue('The team has nobody today.')
  })
})

test('printed in landscape, Details has the full width', async ({ page, mail, request }) => {
  const reference = await aRequestOfItsOwn(page, mail, request)
  await signIn(page, 'support')
  await page.setViewportSize({ width: 1123, height: 794 })
  await page.emulateMedia({ media: 'print' })
  for (const tab of ['details', 'messages', 'status']) {
    await page.goto(`/requests/${reference}/${tab}`)
    const box = await page.getByRole('main').boundingBox()
    expect(box?.width, tab).toBeGreaterThan(1000)
  }
})
