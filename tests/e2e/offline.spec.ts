import { DEMO_PASSWORD } from '@/lib/demo/accounts'
import { expect, test } from '@/tests/support/browser'

const lost = 'You are not connected'

// Pages of their own: what the browser says of a lost network is no complaint here.
test('a public form that can’t be sent keeps what was typed, says so, and is sent once there is a connection', async ({
  context,
}) => {
  const page = await context.newPage()
  await page.goto('/my/link', { waitUntil: 'networkidle' })
  await page.getByLabel('Reference').fill('PR-7K3M-9QXD')
  await page.getByLabel('Email address').fill('robin@people.example')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Email me a new link' }).click()
  await expect(page.getByRole('alert').filter({ hasText: lost })).toBeFocused()
  await expect(page.getByLabel('Reference')).toHaveValue('PR-7K3M-9QXD')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Email me a new link' }).click()
  await expect(page.getByText('Check your email')).toBeVisible()
})

test('the way in keeps the address, and the password until the page is left', async ({ context }) => {
  const page = await context.newPage()
  await page.goto('/sign-in?next=/requests', { waitUntil: 'networkidle' })
  await page.getByLabel('Email address').fill('support@demo.habeas.example')
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: lost })).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Incoming Requests' })).toBeVisible()
})

test('a public form that can be sent is sent at once, so that leaving after the press loses nothing', async ({
  page,
}) => {
  await page.goto('/my/link', { waitUntil: 'networkidle' })
  await page.getByLabel('Reference').fill('PR-7K3M-9QXD')
  await page.getByLabel('Email address').fill('robin@people.example')
  const isHeldBack = await page.evaluate(() => {
    const form = document.querySelector('form')
    let heldBack = true
    form?.addEventListener('submit', event => {
      heldBack = event.defaultPrevented
      event.preventDefault()
    })
    form?.requestSubmit()
    return heldBack
  })
  expect(isHeldBack).toBe(false)
})
