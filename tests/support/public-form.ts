import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect } from './browser'

export interface Person {
  email: string
  username: string
}

/** Where a person lives: a country, and its part where the form asks for that. */
export interface Place {
  country: string
  region?: string
}

/** Walks the form as a person would, up to "Check your email". @returns the reference that the last page tells */
export async function askToDelete(
  page: Page,
  { email, username }: Person,
  { country, region }: Place = { country: 'DE' },
): Promise<string> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Make a Privacy Request' }).first().click()
  await page.getByText('Me', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Delete my account').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Country').selectOption(country)
  if (region) await page.getByLabel('State or province').selectOption(region)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')
  return (await page.getByText(/^PR-[A-Z0-9]{4}-[A-Z0-9]{4}$/).textContent()) ?? ''
}

/**
 * Holds the page that a visitor without script is looking at against the rules of accessibility (in a second window with
 * script and the same cookies, as the rules run as a script) and against a narrow telephone.
 */
export async function isKind(page: Page, browser: Browser): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('load')
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide, `${page.url()} at 320 px`).toBeLessThanOrEqual(320)
  await page.setViewportSize(size)
  const context = await browser.newContext({
    javaScriptEnabled: true,
    storageState: await page.context().storageState(),
  })
  try {
    const twin = await context.newPage()
    await twin.goto(page.url())
    const { violations } = await new AxeBuilder({ page: twin }).analyze()
    expect(
      violations.map(violation => `${violation.id}: ${violation.nodes[0]?.html}`),
      page.url(),
    ).toEqual([])
  } finally {
    await context.close()
  }
}
