import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@/lib/demo/accounts'
import { expect, test } from '@/tests/support/browser'
import { expectAccessible, signIn } from '@/tests/support/desk-pages'
import { quietPerson } from '@/tests/support/product-desk'
import { aColleague } from '@/tests/support/product-staff'

/** Opens the first request of a view whose next step says this. */
async function openOne(page: Page, query: string, says: RegExp) {
  await page.goto(`/requests?${query}`)
  const hrefs = await page
    .locator('[data-row-link]')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  for (const href of hrefs) {
    await page.goto(href)
    const panel = page.getByRole('complementary', { name: 'Next step' })
    if (says.test((await panel.textContent()) ?? '')) return href.split('/')[2] ?? ''
  }
  throw new Error(`no request in ${query} says ${says}`)
}

test.describe('signing in', () => {
  test('goes where one wanted to, after a wrong password kept the address', async ({ page }) => {
    await page.goto('/requests?view=closed')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await expectAccessible(page)
    await page.getByLabel('Email address').fill('support@demo.habeas.example')
    await page.getByLabel('Password').fill('not it at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').first()).toContainText('not right')
    await expect(page.getByLabel('Email address')).toHaveValue('support@demo.habeas.example')
    await page.getByLabel('Password').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/requests\?view=closed/)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText('You are signed out.')).toBeVisible()
    await page.goto('/requests')
    await expect(page).toHaveURL(/\/sign-in/)
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test('works, too', async ({ page }) => {
      await signIn(page, 'support')
      await expect(page.getByRole('heading', { name: 'Incoming Requests' })).toBeVisible()
    })
  })
})

test.describe('the queue', () => {
  test('has a row for each request, covered names, and views without violations', async ({ page }) => {
    await signIn(page, 'support')
    for (const view of ['needs-us', 'waiting-on-requester', 'on-hold', 'closed', 'all']) {
      await page.goto(`/requests?view=${view}`)
      await expect(page.locator('[data-row]').first()).toBeVisible()
      await expectAccessible(page)
    }
    await expect(page.locator('[data-row]').first()).toContainText('•••')
  })

  test('is walked by j, k and Enter, searched by /, and ? shows the keys', async ({ page }) => {
    await signIn(page, 'support')
    const links = page.locator('[data-row-link]')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(links.nth(1)).toBeFocused()
    await page.keyboard.press('k')
    await expect(links.first()).toBeFocused()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('hana.suzuki@')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/q=hana/)
    await expect(page.locator('[data-row]')).toHaveCount(1)
    await page.keyboard.press('j')
    await expect(page.locator('[data-row-link]')).toHaveCount(1)
  })

  test('fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/sign-in')
    await page.getByLabel('Email address').fill('support2@demo.habeas.example')
    await page.getByLabel('Password').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Incoming Requests' })).toBeVisible()
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
  })
})

test.describe('a request', () => {
  test('has three parts without violations, and the next step in sight on each', async ({ page }) => {
    await signIn(page, 'support')
    const reference = await openOne(page, 'view=needs-us&risk=high', /pass or fail the verification/)
    for (const part of ['details', 'messages', 'status', 'messages?compose=general-reply']) {
      await page.goto(`/requests/${reference}/${part}`)
      await expect(page.getByRole('complementary', { name: 'Next step' })).toBeVisible()
      await expectAccessible(page)
    }
  })

  test('a template is filled in, sent once however often it is pressed, and the request is told about', async ({
    page,
  }) => {
    await signIn(page, 'support')
    const reference = await openOne(page, 'view=needs-us&risk=medium', /Send the verification questions/)
    await page.getByRole('link', { name: 'Edit it first' }).click()
    await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/In which month and year/)
    await page.getByRole('button', { name: 'Send', exact: true }).dblclick()
    await expect(page.getByRole('status').filter({ hasText: 'Sent.' })).toContainText('requester')
    await page.goto(`/requests/${reference}/messages`)
    await expect(page.getByRole('heading', { name: /questions about request/ })).toHaveCount(1)
  })

  test('the next step sends the text that it shows, once however often it is pressed', async ({ page }) => {
    await signIn(page, 'support')
    const reference = await openOne(page, 'view=needs-us', /Send the verification questions/)
    const panel = page.getByRole('complementary', { name: 'Next step' })
    await expect(panel.getByText(/In which month and year/)).toBeVisible()
    await panel.getByRole('button', { name: /^Send .* Verification Question$/ }).dblclick()
    await expect(page.getByRole('status').filter({ hasText: 'Sent.' })).toContainText('requester')
    await page.goto(`/requests/${reference}/messages`)
    await expect(page.getByRole('heading', { name: /questions about request/ })).toHaveCount(1)
  })

  test('of two who change it at once, the second sees the newest state and keeps the text', async ({
    page,
    browser,
  }) => {
    await signIn(page, 'support')
    const reference = await openOne(page, 'view=needs-us', /Work the open tasks/)
    const other = await browser.newPage()
    await signIn(other, 'support2', `/requests/${reference}/details`)
    await page.goto(`/requests/${reference}/details`)
    await other.goto(`/requests/${reference}/details`)
    await other.getByLabel('New note').fill('I was quicker')
    await other.getByRole('button', { name: 'Add a note' }).click()
    await expect(other.getByText('The note is kept.')).toBeVisible()
    await other.close()
    await page.getByLabel('New note').fill('My own thoughts')
    await page.getByRole('button', { name: 'Add a note' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'changed this request' })).toBeVisible()
    await expect(page.getByText('I was quicker')).toBeVisible()
    await expect(page.getByLabel('New note')).toHaveValue('My own thoughts')
    await page.getByRole('button', { name: 'Add a note' }).click()
    await expect(page.getByText('The note is kept.')).toBeVisible()
    await expect(page.getByLabel('New note')).toHaveValue('')
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })
    test('takes a note, and says so', async ({ page }) => {
      await signIn(page, 'support2')
      await openOne(page, 'view=on-hold', /on hold/)
      await page.getByLabel('New note').fill('Written without a script')
      await page.getByRole('button', { name: 'Add a note' }).click()
      await expect(page.getByText('The note is kept.')).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: 'Written without a script' })).toHaveCount(1)
    })
    test('sends a message, closes the composer and says so in its place', async ({ page }) => {
      await signIn(page, 'support2')
      const reference = await openOne(page, 'view=on-hold', /on hold/)
      await page.goto(`/requests/${reference}/messages?compose=general-reply`)
      await page.getByLabel('Text', { exact: true }).fill('Written without a script, too')
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Sent.' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0)
      await expect(page.getByRole('link', { name: 'New message' })).toBeVisible()
    })
    test('opens a folded form, keeps it open where it is refused, and folds it once it is done', async ({
      page,
      request,
    }) => {
      const engineer = await aColleague(request, 'support-engineer')
      const reference = await engineer.open({
        type: 'individual-deletion',
        ...(await quietPerson()),
        country: 'DE',
      })
      await signIn(page, 'support2')
      await page.goto(`/requests/${reference}/details`)
      const folded = page.locator('details').filter({ hasText: 'Escalate to Privacy' })
      const send = folded.getByRole('button', { name: 'Escalate to Privacy' })
      await folded.locator('summary').click()
      await expect(send).toHaveCount(0)
      await folded.getByRole('link', { name: 'Open the form' }).click()
      await send.click()
      await expect(page.getByRole('alert')).toContainText('Fill this in.')
      await folded.getByLabel('Reason').fill('Unusual')
      await folded.getByLabel('Question').fill('May we go on?')
      await folded.getByLabel('What you have checked').fill('The ticket')
      await send.click()
      await expect(page.getByRole('status').filter({ hasText: 'Privacy is asked.' })).toBeVisible()
      await expect(send).toHaveCount(0)
    })
  })

  test('what destroys is confirmed in place', async ({ page }) => {
    await signIn(page, 'support')
    const reference = await openOne(page, 'view=needs-us', /Delete user and contributions/)
    await page.goto(`/requests/${reference}/status`)
    await page.getByText('Tick', { exact: true }).first().click()
    await page.getByRole('button', { name: 'Yes, it is done' }).click()
    await expect(page.getByText('Ticked.')).toBeVisible()
  })
})

test.describe('roles', () => {
  test('a team sees the requests with a task of its own, and nothing of the others', async ({ page }) => {
    await signIn(page, 'support')
    const foreign = await openOne(page, 'view=on-hold', /on hold/)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText('You are signed out.')).toBeVisible()
    await signIn(page, 'readiness')
    await page.goto('/requests?view=all')
    await expect(page.locator('[data-row]')).toHaveCount(2)
    await page.goto('/tasks')
    await expect(page.locator('[data-row]').first()).toContainText('Zendesk Deletion')
    await expectAccessible(page)
    const answer = await page.request.get(`/requests/${foreign}/status`)
    expect(answer.status()).toBe(404)
    expect(await answer.text()).not.toContain('people.example')
  })

  test('an admin sees no personal data, and settings', async ({ page }) => {
    await signIn(page, 'admin')
    await page.goto('/requests?view=all')
    await expect(page.locator('main')).not.toContainText('@')
    for (const path of ['people', 'tokens', 'teams', 'jobs']) {
      await page.goto(`/settings/${path}`)
      await expectAccessible(page)
    }
  })

  test('Privacy proposes a risk policy, a second one applies it as a new version; and the suppression list is exported', async ({
    page,
    browser,
  }) => {
    await signIn(page, 'privacy', '/settings/risk')
    await expectAccessible(page)
    await page.getByLabel('High, from points').fill('65')
    await page.getByLabel('Why it changes').fill('Fewer questions for people with one private project')
    await page.getByRole('button', { name: 'Propose a new version' }).click()
    await expect(page.getByText('Proposed.', { exact: true })).toBeVisible()
    const second = await browser.newPage()
    await signIn(second, 'privacy2', '/settings/risk')
    await second.getByText('Apply', { exact: true }).first().click()
    await second.getByRole('button', { name: 'Apply', exact: true }).click()
    await expect(second.getByText('Applied.')).toBeVisible()
    await second.close()
    await page.reload()
    await expect(page.getByRole('cell', { name: '65' })).toBeVisible()
    await page.goto('/settings/suppression')
    const href = await page.getByRole('link', { name: 'Export as CSV' }).getAttribute('href')
    const file = await page.request.get(href ?? '')
    expect(await file.text()).toMatch(/^email,added_at,asks\r\n/)
    await page.goto('/audit?scope=organisation')
    await expect(page.locator('[data-row]').first()).toBeVisible()
    await expectAccessible(page)
  })
})
