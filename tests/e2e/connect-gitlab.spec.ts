import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { aDeletion, anEngineer, productThatMayCall } from '@/tests/support/connected-product'
import { expectAccessible, nextStep, signIn } from '@/tests/support/desk-pages'
import { habeas } from '@/tests/support/product-desk'
import { GitLabStandIn } from '@/tests/support/stand-ins/gitlab'

/** An admin connects GitLab from nothing, and a deletion's checks then ask it; on a product of its own. */

test.describe.configure({ mode: 'serial', timeout: 400_000 })

const gitlab = new GitLabStandIn()
let product: Awaited<ReturnType<typeof productThatMayCall>> | undefined

test.beforeAll(async () => {
  test.setTimeout(300_000)
  product = await productThatMayCall([await gitlab.listen()])
})

test.afterAll(async () => await product?.end())

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const lastTest = (page: Page) => page.getByRole('region', { name: /^The last test/ })

/** Tests the connection, and waits for what it found. */
async function testConnection(page: Page, token: string, finds: RegExp): Promise<void> {
  await field(page, 'Token').fill(token)
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(lastTest(page)).toContainText(finds)
}

test('an admin connects GitLab from nothing, and is told exactly what is wrong on the way', async ({
  page,
}) => {
  await signIn(page, 'admin', '/settings')
  await page.getByRole('link', { name: 'Systems', exact: true }).click()
  await expect(page.getByText('No system is connected')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Connect a system' }).click()
  await page.getByRole('link', { name: 'GitLab', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Connect GitLab' })).toBeVisible()
  await expectAccessible(page)

  // Nothing is saved, and nothing called, while the address can't be one.
  await field(page, 'Key').fill('gitlab-main')
  await page.getByLabel(/^Name/).fill('GitLab Main')
  await field(page, 'Token').fill('glpat-wrong')
  for (const [address, why] of [
    ['gitlab.example.com', /Enter a whole address, such as https:/],
    ['http://gitlab.example.com', /must begin with https:/],
    ['https://10.0.0.5', /leads to a private network.*ALLOWED_PRIVATE_HOSTS/],
  ] as const) {
    await field(page, 'Address').fill(address)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText(why).first()).toBeVisible()
    await expect(field(page, 'Address')).toHaveValue(address)
  }
  await expectAccessible(page)

  // Each thing that is wrong is said by itself.
  await field(page, 'Address').fill(gitlab.url)
  await testConnection(
    page,
    'glpat-wrong',
    /Credentials: not ok.*doesn’t accept the credentials \(401\).*The token is wrong/,
  )
  await expect(page).toHaveURL(/\/settings\/systems\/gitlab-main\?did=/)
  await expect(lastTest(page)).toContainText('Address: ok')
  await expectAccessible(page)
  gitlab.scopes = ['read_api']
  await testConnection(page, gitlab.token, /Rights: not ok.*lacks the scope api. read_api isn’t enough/)
  await expect(lastTest(page)).toContainText('Credentials: ok')
  gitlab.scopes = ['api']
  gitlab.isAdmin = false
  await testConnection(page, '', /Rights: not ok.*user isn’t an admin/)
  gitlab.isAdmin = true
  await testConnection(page, '', /Rights: ok.*An admin’s token with the scope api/)
  await expect(lastTest(page)).not.toContainText('not ok')
  await expect(page.getByText('Working', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('the token is never told again, by no page and no answer', async ({ page }) => {
  await signIn(page, 'admin', '/settings/systems/gitlab-main')
  await expect(field(page, 'Token')).toHaveValue('')
  await expect(page.getByText(/Set\. Leave it empty to keep it\./)).toBeVisible()
  const said = await habeas('token', 'create', '--role', 'admin', '--name', 'e2e systems')
  const headers = { authorization: `Bearer ${said.match(/hbs_[\w-]{43}/)?.[0]}` }
  const api = await page.request.get('/api/v1/systems', { headers })
  expect((await api.json()).items).toMatchObject([{ key: 'gitlab-main', settings: { token: { set: true } } }])
  const pages = ['/settings/systems', '/settings/systems/gitlab-main', '/audit']
  const answers = [api, ...(await Promise.all(pages.map(path => page.request.get(path))))]
  for (const answer of answers) {
    expect(answer.status(), answer.url()).toBe(200)
    expect(await answer.text(), answer.url()).not.toContain(gitlab.token)
  }
})

test('a deletion’s checks ask the system that was connected, and show its facts under its name', async ({
  page,
  mail,
  request,
}) => {
  const { id } = gitlab.state.addUser({
    username: 'connected',
    two_factor_enabled: true,
    created_at: '2018-03-01T00:00:00.000Z',
  })
  const reference = await aDeletion(page, mail, await anEngineer(request), 'connected')
  await signIn(page, 'support', `/requests/${reference}/details`)
  const checks = page.getByRole('region', { name: 'What the checks found' })
  await expect(checks).toContainText('GitLab Main')
  await expect(checks).toContainText(`connected (${id})`)
  await expect(checks).toContainText(/Created\s*1 Mar 2018/)
  await expect(checks).toContainText(/Two-factor\s*Yes/)
  await expectAccessible(page)
  await page.goto(`/requests/${reference}/status`)
  const history = page.getByRole('region', { name: 'History' })
  await expect(history).toContainText('looked the account up in GitLab Main and found it')
  await expect(
    nextStep(page)
      .getByRole('button', { name: /in GitLab Main/ })
      .first(),
  ).toBeVisible()
  await expect(page.locator('main')).not.toContainText('gitlab-main')
  await expectAccessible(page)
})
