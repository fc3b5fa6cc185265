import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import PostalMime, { type Email } from 'postal-mime'

export interface Mailbox {
  /** Waits for the newest mail to an address, and answers it with the addresses that it links to. */
  newest(to: string, subject?: RegExp): Promise<Email & { links: string[] }>
}

async function mailsTo(to: string): Promise<Email[]> {
  const folder = join(process.env.HABEAS_E2E_DATA ?? '', 'mail')
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.eml'))
    .sort()
    .reverse()
  const mails = await Promise.all(files.map(name => PostalMime.parse(readFileSync(join(folder, name)))))
  return mails.filter(mail => mail.to?.some(item => item.address?.toLowerCase() === to.toLowerCase()))
}

/** Playwright's test on the running product; a page that complains on its console fails the test. */
export const test = base.extend<{ mail: Mailbox }>({
  baseURL: async ({ browserName: _browser }, use) => {
    await use(process.env.HABEAS_E2E_URL)
  },
  mail: async ({ browserName: _browser }, use) => {
    await use({
      newest: async (to, subject = /./) => {
        let found: Email | undefined
        await expect(async () => {
          found = (await mailsTo(to)).find(mail => subject.test(mail.subject ?? ''))
          expect(found, `a mail to ${to}`).toBeDefined()
        }).toPass({ timeout: 60_000 })
        const links = [...(found?.text ?? '').matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link)
        return { ...(found ?? (await PostalMime.parse(''))), links }
      },
    })
  },
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on(
      'console',
      message => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`),
    )
    page.on('pageerror', error => complaints.push(error.message))
    await use(page)
    expect(complaints, 'errors on the browser’s console').toEqual([])
  },
})

export { expect }
