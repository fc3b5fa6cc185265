import { chromium } from '@playwright/test'
import { chromiumFlags } from '../../scripts/chromium.mjs'
import { expect, test } from '../support/browser'
import { riskyPerson } from '../support/product-desk'
import { askToDelete } from '../support/public-form'

const linkIn = (links: readonly string[]) => links.find(link => link.includes('/r/')) ?? 'no link'

/** A host of an intranet: without TLS, and not this machine to the browser, so it says less of where a form comes from. */
const onIntranet = async () => {
  const browser = await chromium.launch({
    args: [...chromiumFlags(), '--host-resolver-rules=MAP habeas.internal 127.0.0.1'],
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
  })
  const moved = (url: string) => {
    const address = new URL(url)
    address.hostname = 'habeas.internal'
    return address.href
  }
  return { browser, moved }
}

test('over plain http, the buttons of a mailed link and of the own page work; a foreign page is refused', async ({
  mail,
}) => {
  const { browser, moved } = await onIntranet()
  try {
    const page = await browser.newPage({ baseURL: moved(process.env.HABEAS_E2E_URL ?? '') })
    const person = await riskyPerson()
    await askToDelete(page, person)
    const link = moved(linkIn((await mail.newest(person.email, /^Confirm/)).links))

    const foreign = await browser.newPage()
    await foreign.setContent(`<form method="post" action="${link}/confirm"><button>Foreign</button></form>`)
    const refused = foreign.waitForResponse(`${link}/confirm`)
    await foreign.getByRole('button', { name: 'Foreign' }).click()
    expect((await refused).status()).toBe(403)

    await page.goto(link)
    const sent = page.waitForRequest(`${link}/confirm`)
    await page.getByRole('button', { name: 'Confirm my request' }).click()
    const headers = await (await sent).allHeaders()
    expect(headers['sec-fetch-site'], 'a browser that says nothing of it').toBeUndefined()
    expect(headers.origin).toBe(new URL(link).origin)
    expect(headers.referer ?? '', 'the address is a key').not.toContain('/r/')
    await expect(page).toHaveURL(/\/my\/request$/)

    await page.getByText('Write to us about this request').click()
    await page.getByLabel('Your message').fill('Thank you.')
    await page.getByRole('button', { name: /^Send my/ }).click()
    await expect(page.getByRole('status')).toContainText('has arrived')
  } finally {
    await browser.close()
  }
})

test('Confirm pressed twice ends on the own page or says that it is confirmed', async ({ page, mail }) => {
  const person = await riskyPerson()
  await askToDelete(page, person)
  await page.goto(linkIn((await mail.newest(person.email, /^Confirm/)).links))
  await page.getByRole('button', { name: 'Confirm my request' }).dblclick()
  await expect(page).toHaveURL(/\/my\/request$/)
})
