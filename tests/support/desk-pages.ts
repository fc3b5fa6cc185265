import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@/lib/demo/accounts'
import { expect } from './browser'

/** Goes to a page of the desk, and signs a person of the demo in where it asks for that. @param who the part of their address before the `@` */
export async function signIn(page: Page, who: string, path = '/requests'): Promise<void> {
  await page.goto(path)
  await page.getByLabel('Email address').fill(`${who}@demo.habeas.example`)
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

/** The page as it is now has nothing that axe's rules find wrong. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(violation => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([])
}

/** What the panel in sight on each tab says to do now. */
export const nextStep = (page: Page) => page.getByRole('complementary', { name: 'Next step' })

/** Opens one of the panel's steps that asks for something, fills that in, and takes it. */
export async function takeStep(page: Page, label: string, fills: Record<string, string> = {}): Promise<void> {
  const summary = nextStep(page).locator('summary').filter({ hasText: label }).first()
  await summary.click()
  const step = summary.locator('xpath=parent::details')
  for (const [field, text] of Object.entries(fills)) {
    const control = step.getByLabel(field)
    if ((await control.evaluate(item => item.tagName)) === 'SELECT')
      await control.selectOption({ label: text })
    else await control.fill(text)
  }
  await step.getByRole('button', { name: label, exact: true }).click()
}

/** Ticks every step of a task on the status tab, one after the other; what destroys is confirmed in place. */
export async function tickAll(page: Page, task: string): Promise<void> {
  const card = page.getByRole('article', { name: task })
  await expect(card).toBeVisible()
  const open = card.getByRole('listitem').filter({ hasText: /^(Next|Later): / })
  // A step that the product sees by itself goes along with the one before it.
  for (let left = await open.count(); left > 0; left = await open.count()) {
    const listed = card.getByRole('button', { name: /^Version \d+ is in the GDPR folder$/ })
    const confirmed = card.locator('summary').filter({ hasText: 'Tick' })
    if (await listed.count()) await listed.click()
    else if (await confirmed.count()) {
      await confirmed.click()
      await card.getByRole('button', { name: 'Yes, it is done' }).click()
    } else await card.getByRole('button', { name: 'Tick', exact: true }).click()
    await expect.poll(() => open.count()).toBeLessThan(left)
  }
}

/** Ends a task as Complete. */
export async function complete(page: Page, task: string): Promise<void> {
  const card = page.getByRole('article', { name: task })
  await card.locator('summary').filter({ hasText: 'Resolve' }).click()
  await card.getByRole('button', { name: 'Resolve', exact: true }).click()
}
