import { expect, test } from '@/tests/support/browser'
import { expectAccessible, signIn } from '@/tests/support/desk-pages'
import { isKind } from '@/tests/support/public-form'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the promises, what they rest on, and every program', async ({ page, browser }) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Usage data' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Usage data: what we promise')
    await expect(page.getByRole('listitem').filter({ hasText: 'How you can see it' })).toHaveCount(6)
    await expect(page.getByText('Version 1, since')).toBeVisible()
    await isKind(page, browser)
    await page.getByRole('navigation').getByRole('link', { name: 'Dictionary' }).click()
    await expect(page.getByRole('heading', { name: 'issue_created' })).toBeVisible()
    await expect(page.getByText('Not collected yet')).toHaveCount(0)
    await isKind(page, browser)
    await page.getByRole('navigation').getByRole('link', { name: 'Programs' }).click()
    await expect(page.getByText('Apache-2.0')).toBeVisible()
    await isKind(page, browser)
  })

  test('news by mail: asked for, confirmed by a button, told of a change, ended', async ({
    page,
    browser,
    mail,
  }) => {
    const email = `news-${Date.now()}@people.example`
    await page.goto('/usage-data/changes')
    await page.getByLabel('Email address').fill('robin at example')
    await page.getByRole('button', { name: 'Email me when something changes' }).click()
    await expect(page.getByRole('alert')).toContainText('Enter one email address')
    await isKind(page, browser)
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Email me when something changes' }).click()
    await expect(page.getByText('Check your email')).toBeVisible()
    await isKind(page, browser)

    const { links } = await mail.newest(email, /^Confirm/)
    const own = links.find(link => link.includes('/usage-data/subscription/')) ?? 'none'
    await page.goto(own)
    await isKind(page, browser)
    await page.getByRole('button', { name: 'Yes, write to me' }).click()
    await expect(page.getByText('Your address is confirmed')).toBeVisible()

    const privacy = await browser.newPage({ javaScriptEnabled: false })
    await signIn(privacy, 'privacy', new URL('/settings/usage-data', own).href)
    await privacy.getByText('Rotate the key', { exact: true }).click()
    const title = `Another key ${Date.now()}`
    await privacy.getByLabel('Title').last().fill(title)
    await privacy.getByLabel('Why').fill('A colleague has left.')
    await privacy.getByRole('button', { name: 'Announce and rotate the key' }).click()
    await expect(privacy.getByText('Announced, and the key is rotated.')).toBeVisible()
    await privacy.close()

    const feed = await page.request.get('/usage-data/changes.atom')
    expect(feed.headers()['content-type']).toContain('application/atom+xml')
    expect(await feed.text()).toContain(`<title>${title}</title>`)
    const told = await mail.newest(email, /^Usage data: Another key/)
    expect(told.text).toContain('A colleague has left.')
    expect(told.links).toContain(own)
    await page.goto('/usage-data')
    await expect(page.getByRole('link', { name: title })).toBeVisible()

    await page.goto(own)
    await page.getByRole('button', { name: 'Stop, and forget my address' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You get no more of these emails')
    const gone = await page.request.get(own)
    expect(gone.status()).toBe(404)
    expect(await gone.text()).toContain('This link doesn’t work')
  })
})

test('no page lets the browser call anybody else', async ({ page, browser }) => {
  const called = new Set<string>()
  page.on('request', request => called.add(new URL(request.url()).origin))
  await page.goto('/')
  const own = new URL(page.url()).origin
  for (const path of ['/usage-data', '/usage-data/dictionary', '/usage-data/changes', '/request/new'])
    await page.goto(path)
  await signIn(page, 'privacy', '/requests')
  for (const path of ['/usage', '/reports', '/templates', '/settings/usage-data']) await page.goto(path)
  await page.waitForLoadState('networkidle')
  expect([...called].filter(origin => origin !== own && origin !== 'null')).toEqual([])
  // What a page tries all the same is refused by the browser before it leaves.
  const other = await browser.newPage()
  await other.goto(`${own}/usage-data`)
  const refused = await other.evaluate(() =>
    fetch('https://elsewhere.example/', { mode: 'no-cors' }).then(
      () => 'sent',
      () => 'refused',
    ),
  )
  await other.close()
  expect(refused).toBe('refused')
})

test('the Service Ping is shown whole to admins, and leaves for nowhere that isn’t safe', async ({
  page,
}) => {
  await signIn(page, 'admin', '/settings/service-ping')
  const document: unknown = JSON.parse((await page.getByLabel('The document').textContent()) ?? '')
  expect(document).toMatchObject({ hostname: 'localhost', counts: { requests: expect.any(Number) } })
  await expectAccessible(page)
  await page.getByLabel('Send the ping each week').check()
  await page.getByLabel('Where to').fill('http://ping.example/')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The address must begin with https://.')).toBeVisible()
  await page.goto('/settings/usage-data')
  await expect(page.getByText('Nothing waits to be announced')).toBeVisible()
  await expect(page.getByText('Rotate the key')).toHaveCount(0)
  await expectAccessible(page)
})
