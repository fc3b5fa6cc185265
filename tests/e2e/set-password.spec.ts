import { randomUUID } from 'node:crypto'
import { expect, test } from '@/tests/support/browser'
import { expectAccessible } from '@/tests/support/desk-pages'
import { habeas } from '@/tests/support/product-desk'

test('a mailed link sets one password, once, and the browser in which it was set is known', async ({
  page,
  context,
}) => {
  const email = `lou-${randomUUID().slice(0, 8)}@staff.example`
  const password = `harbour velvet ${randomUUID().slice(0, 8)}`
  const [link = ''] =
    (await habeas('staff', 'add', email, '--role', 'privacy')).match(/http\S+token=\S+/) ?? []
  const { pathname, search } = new URL(link)
  await page.goto(pathname + search)
  await expectAccessible(page)
  for (const [typed, says] of [
    ['short', /^Error: Use at least 12/],
    ['Password1234', /one of the first that anybody would try/],
    [email, /^Error: Don’t use your email address/],
  ] as const) {
    await page.getByLabel('New password').fill(typed)
    await page.getByRole('button', { name: 'Set the password' }).click()
    await expect(page.getByText(says).first(), typed).toBeVisible()
  }
  const deviceOf = async () => (await context.cookies()).find(({ name }) => name.endsWith('habeas_device'))
  expect(await deviceOf(), 'nothing was set yet').toBeUndefined()
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page).toHaveURL(/\/sign-in\?did=set/)
  expect(await deviceOf()).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  expect((await page.request.get(pathname + search)).status()).toBe(404)
})
