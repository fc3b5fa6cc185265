import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { linkCookie } from '@/app/(privacy-center)/my/link/link-cookie'
import { POST as sendLinkRoute } from '@/app/(privacy-center)/my/link/send/route'
import { newsCookie } from '@/app/(privacy-center)/usage-data/news-cookie'
import { POST as subscribeRoute } from '@/app/(privacy-center)/usage-data/subscribe/route'
import { CLIENT_ADDRESS_HEADER } from '@/lib/auth/client-address'
import { allowFromNetwork } from '@/lib/door/answer/public-limits'
import { readTyped } from '@/lib/door/intake/typed-form'
import { aWorld } from '../factories/world'

await aWorld()

const origin = 'http://habeas.test'
const form = (
  path: string,
  fields: Record<string, string>,
  { cookie = '', network = '203.0.113.8' }: { cookie?: string; network?: string } = {},
) =>
  new Request(`${origin}${path}`, {
    method: 'POST',
    headers: {
      origin,
      'content-type': 'application/x-www-form-urlencoded',
      [CLIENT_ADDRESS_HEADER]: network,
      cookie,
    },
    body: new URLSearchParams(fields),
  })

describe('what was typed into a small public form and could not be taken', () => {
  test('keeps what was typed while too much comes from the network, until it is sent or cleared', async () => {
    const typed = { reference: 'PR-7K3M-9QXD', email: 'robin@people.example' }
    const send = (network: string, cookie = '', more = {}) =>
      sendLinkRoute(form('/my/link/send', { ...typed, press: randomUUID(), ...more }, { cookie, network }))
    const network = '203.0.113.9'
    const isBusy = async () => !(await allowFromNetwork(network)).ok
    for (let asked = 0; asked < 40 && !(await isBusy()); asked++);
    const busy = await send(network)
    expect(busy.headers.get('location')).toBe('/my/link?asked=busy')
    const cookie = busy.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^habeas_link=[\w-]{43}; Path=\/my\/link; HttpOnly; SameSite=Lax$/)
    const kept = linkCookie.secretIn(new Headers({ cookie }))
    expect(await readTyped(kept)).toEqual(typed)
    await send(network, cookie, { clear: 'true' })
    expect(await readTyped(kept)).toBeNull()

    const again = (await send(network, cookie)).headers.get('set-cookie') ?? ''
    const sent = await send('203.0.113.10', again)
    expect(sent.headers.get('location')).toBe('/my/link?asked=sent')
    expect(sent.headers.get('set-cookie')).toContain('habeas_link=; ')
    expect(await readTyped(linkCookie.secretIn(new Headers({ cookie: again })))).toBeNull()
  })
  test('keeps an address that could not be taken for the next try, in this browser, until it is cleared', async () => {
    const email = 'not an address'
    const wrong = await subscribeRoute(form('/usage-data/subscribe', { email }))
    const cookie = wrong.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^habeas_news=[\w-]{43}; Path=\/usage-data; HttpOnly; SameSite=Lax$/)
    const kept = newsCookie.secretIn(new Headers({ cookie: `other=1; ${cookie.split(';')[0]}` }))
    expect(await readTyped(kept)).toEqual({ email })
    expect(wrong.headers.get('location')).not.toContain('not')
    const cleared = await subscribeRoute(form('/usage-data/subscribe', { email, clear: 'true' }, { cookie }))
    expect(cleared.headers.get('set-cookie')).toContain('habeas_news=; ')
    expect(await readTyped(kept)).toBeNull()
  })
})
