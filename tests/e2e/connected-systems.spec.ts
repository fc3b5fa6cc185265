import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import {
  aDeletion,
  anEngineer,
  type ConnectedProduct,
  connectedProduct,
} from '@/tests/support/connected-product'
import { expectAccessible, nextStep, signIn } from '@/tests/support/desk-pages'

/** The desk's work with connected systems, against a product of its own that knows their stand-ins. */

let connected: ConnectedProduct | undefined
const world = (): ConnectedProduct => {
  if (!connected) throw new Error('the product is not running')
  return connected
}

test.describe.configure({ mode: 'serial', timeout: 400_000 })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  connected = await connectedProduct()
})

test.afterAll(async () => await connected?.end())

const quiet = { two_factor_enabled: true, created_at: '2018-03-01T00:00:00.000Z' }

/** The queue with this request in it, where the count of clicks begins. */
async function queueWith(page: Page, reference: string): Promise<void> {
  await signIn(page, 'support', `/requests?q=${reference}`)
  await expect(page.locator('[data-row-link]')).toHaveCount(1)
}

/** Counts what somebody presses. */
function presses(page: Page) {
  let made = 0
  return {
    get made() {
      return made
    },
    open: async () => {
      made += 1
      await page.locator('[data-row-link]').click()
      await expect(nextStep(page)).toBeVisible()
    },
    button: async (name: RegExp | string) => {
      made += 1
      await nextStep(page).getByRole('button', { name }).first().click()
    },
  }
}

test('a low-risk deletion takes three presses from the queue: open, delete, confirm what was found', async ({
  page,
  mail,
  request,
}) => {
  const { gitlab } = world()
  const { id } = gitlab.state.addUser({ username: 'calm', ...quiet })
  const engineer = await anEngineer(request)
  const reference = await aDeletion(page, mail, engineer, 'calm')
  await queueWith(page, reference)
  const press = presses(page)

  await press.open()
  const panel = nextStep(page)
  await expect(panel.getByText('Account calm')).toBeVisible()
  await expectAccessible(page)
  await press.button(/^Delete the user .* in GitLab/)
  await expect(page.getByRole('status').filter({ hasText: 'Begun.' })).toBeVisible()

  // Nothing is pressed or loaded here: the page finds out by itself.
  await expect(panel.getByRole('button', { name: /^Delete the user .* in GitLab/ })).toHaveCount(0)
  await expect(panel.getByText(/Zendesk.*Not found/)).toBeVisible()
  await press.button('Confirm: found nowhere')
  await expect(page.getByRole('status').filter({ hasText: 'The task is resolved.' })).toBeVisible()
  await expect.poll(async () => (await engineer.get(reference)).state, { timeout: 120_000 }).toBe('closed')
  expect(await engineer.get(reference)).toMatchObject({ state: 'closed', outcome: 'fulfilled' })
  expect(gitlab.did('delete-user', String(id))).toBe(1)
  expect(press.made).toBe(3)

  await page.goto(`/requests/${reference}/status`)
  const card = page.getByRole('article', { name: /GitLab Deletion/ })
  await expect(card.getByText(/begun by Sam Okafor/).first()).toBeVisible()
  await expectAccessible(page)
})

test('the task’s card shows a step as it runs, and its evidence once it is done', async ({
  page,
  mail,
  request,
}) => {
  const { gitlab } = world()
  gitlab.looks = 3
  gitlab.state.addUser({ username: 'watched', ...quiet })
  const reference = await aDeletion(page, mail, await anEngineer(request), 'watched')
  await signIn(page, 'support', `/requests/${reference}/status`)
  const card = page.getByRole('article', { name: /GitLab Deletion/ })
  await expect(card.getByText('Account watched')).toBeVisible()
  await card.getByRole('button', { name: /^Delete the user .* in GitLab, and the rest$/ }).click()
  await expect(card.getByText(/GitLab is doing this since/)).toBeVisible()
  await expect(card.getByRole('button', { name: 'Do it by hand' })).toBeVisible()
  await expectAccessible(page)
  await expect(card.getByText(/Deletion of user \d+: accepted/)).toBeVisible({ timeout: 60_000 })
  await expect(card.getByText('Complete', { exact: true })).toBeVisible({ timeout: 120_000 })
})

test('where GitLab is down, the preview says so in words and the step can be done by hand', async ({
  page,
  mail,
  request,
}) => {
  const { gitlab } = world()
  gitlab.state.addUser({ username: 'unreached', ...quiet })
  const reference = await aDeletion(page, mail, await anEngineer(request), 'unreached')
  gitlab.fault(/./, { kind: 'status', status: 503 }, 1000)
  await signIn(page, 'support', `/requests/${reference}/status`)
  const card = page.getByRole('article', { name: /GitLab Deletion/ })
  await expect(card.getByText(/GitLab failed \(503\)/)).toBeVisible()
  await expect(card.locator('summary').filter({ hasText: 'Tick' })).toBeVisible()
  await expectAccessible(page)
  gitlab.clearFaults()
})

test('fits a phone, and dark colours', async ({ page, mail, request }) => {
  const { gitlab } = world()
  gitlab.state.addUser({ username: 'narrow', ...quiet })
  const reference = await aDeletion(page, mail, await anEngineer(request), 'narrow')
  await signIn(page, 'support', `/requests/${reference}/status`)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(nextStep(page).getByText('Account narrow')).toBeVisible()
  await expectAccessible(page)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
})

test('a question of high risk and a duplicate take two presses from the queue: open, send what is shown', async ({
  page,
  mail,
  request,
}) => {
  const { gitlab } = world()
  const risky = gitlab.state.addUser({
    username: 'risky',
    plan: 'ultimate',
    created_at: '2026-11-20T00:00:00.000Z',
  })
  for (let at = 0; at < 30; at++) gitlab.state.addProject(risky)
  for (let at = 0; at < 12; at++) gitlab.state.addGroup({ path: `own-${at}`, owners: [risky.id] })
  const engineer = await anEngineer(request)
  const first = await aDeletion(page, mail, engineer, 'risky')
  await queueWith(page, first)
  const asking = presses(page)
  await asking.open()
  await expect(nextStep(page).getByText('[a link, filled in on sending]')).toBeVisible()
  await expect(nextStep(page).getByText(/the person has 7 days to answer, once/)).toBeVisible()
  await expectAccessible(page)
  const said = 'Before we continue with the request for'
  const shown = await nextStep(page).getByText(said).textContent()
  await asking.button('Send High Risk GitLab Account Verification Question')
  await expect(page.getByRole('status').filter({ hasText: 'Sent.' })).toBeVisible()
  expect(asking.made).toBe(2)
  const { text } = await mail.newest('risky@people.example', /^Some questions/)
  const words = (text: string = '') => text.replace(/\s+/g, ' ')
  expect(words(text)).toContain(words(shown?.split('[a link')[0]).trim())

  const again = await aDeletion(page, mail, engineer, 'risky')
  await page.goto(`/requests/${again}/details`)
  await nextStep(page).getByRole('link', { name: 'Edit it first' }).click()
  await expect(page.getByRole('heading', { name: 'New message' })).toBeVisible()
  await expect(nextStep(page).getByRole('button', { name: 'Send Duplicate Request' })).toHaveCount(0)
  await page.goto(`/requests?q=${again}`)
  const closing = presses(page)
  await closing.open()
  await expect(nextStep(page).getByText(/the original is not touched/)).toBeVisible()
  await closing.button('Send Duplicate Request')
  await expect.poll(async () => (await engineer.get(again)).outcome).toBe('duplicate')
  expect(closing.made).toBe(2)
})
