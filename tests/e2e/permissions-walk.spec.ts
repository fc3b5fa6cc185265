import { demoAccounts } from '@/lib/demo/accounts'
import { expect, test } from '@/tests/support/browser'
import { signIn } from '@/tests/support/desk-pages'
import { letters } from '@/tests/support/permission-letters'
import { pages, routes } from '@/tests/support/permission-table'

/** Values for the parts in brackets. An entry's own id is looked up. */
const parts: Readonly<Record<string, string>> = {
  'templates/[key]': 'templates/failed-verification',
  'types/[key]': 'types/data-access',
  // A system's own page needs one that is connected.
  'systems/[key]': 'systems/new',
  'laws/[id]': 'laws/gdpr',
  'sheets/[key]': 'sheets/access',
  'usage/[key]': 'usage/pipelines-started',
}

/** The address of a file below app/. */
function addressOf(file: string): string {
  const plain = file
    .replace(/^app/, '')
    .replace(/\/\([a-z-]+\)/g, '')
    .replace(/\/(page\.tsx|route\.ts)$/, '')
  return Object.entries(parts).reduce((path, [part, name]) => path.replace(part, name), plain) || '/'
}

/** Every page and route that goes by role alone; those of one request or task are walked by their own tests. */
const desk = Object.entries({ ...pages, ...routes })
  .filter(([, who]) => /^[SRCFPA]+$/.test(who))
  .map(([file, who]) => ({ address: addressOf(file), who }))

const someFile = '/files/00000000-0000-4000-8000-000000000000'

test('a visitor who isn’t signed in is asked to sign in, wherever at the desk they go', async ({
  request,
}) => {
  expect(desk.length).toBeGreaterThan(20)
  for (const address of [someFile, ...desk.map(({ address }) => address)]) {
    const answer = await request.get(address, { maxRedirects: 0 })
    expect([303, 307], `${address}: ${answer.status()}`).toContain(answer.status())
    expect(answer.headers().location, address).toContain('/sign-in?next=')
  }
})

test('what is sent after the session ended is answered by the sign-in page, which says so', async ({
  request,
}) => {
  const headers = { origin: process.env.HABEAS_E2E_URL ?? '' }
  for (const address of ['/requests/PR-7K3M-9QXD/files', '/tasks/sheets/access']) {
    const answer = await request.post(address, { multipart: { press: 'a' }, headers, maxRedirects: 0 })
    expect(answer.status(), address).toBe(303)
    expect(answer.headers().location, address).toMatch(/^\/sign-in\?next=.*&did=ended$/)
  }
})

test('each role opens what the list says, and nothing else', async ({ browser }) => {
  test.slow()
  let entry = ''
  for (const { role, email } of demoAccounts.filter(
    (account, at, all) => account.role !== all[at - 1]?.role,
  )) {
    const visit = await browser.newContext()
    const page = await visit.newPage()
    await signIn(page, email.split('@')[0] ?? '', '/settings')
    if (role === 'support-engineer') {
      await page.goto('/off-channel')
      const links = page.locator('main a[href^="/off-channel/"]')
      entry = (await links.first().getAttribute('href')) ?? ''
    }
    for (const { address, who } of desk) {
      const path = address.replace('/off-channel/[id]', entry)
      expect(path, 'say above what stands for the part in brackets').not.toContain('[')
      const answer = await page.request.get(path, { maxRedirects: 0 })
      // What needs to know which list or year leads to the page that has them.
      const open = [200, 303].includes(answer.status())
      expect(open, `${role}, ${path}: ${answer.status()}`).toBe(who.includes(letters[role]))
      if (!open) expect(answer.status(), `${role}, ${path}`).toBe(404)
    }
    await visit.close()
  }
})
