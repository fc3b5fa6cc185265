import { setTimeout as pause } from 'node:timers/promises'
import type { Killable } from './killable'

export interface Told {
  status: number
  location: string
  cookies: string[]
  text: string
}

/**
 * Asks the web server until it answers, as a browser's reload, a double click or a retrying program does: a call that got
 * no answer is made again just as it was.
 */
export async function ask(product: Killable, path: string, options: RequestInit = {}): Promise<Told> {
  for (let tries = 1; ; tries++) {
    try {
      const answer = await fetch(`${product.origin}${path}`, {
        ...options,
        redirect: 'manual',
        signal: AbortSignal.timeout(20_000),
      })
      const told = {
        status: answer.status,
        location: answer.headers.get('location') ?? '',
        cookies: answer.headers.getSetCookie().map(text => text.split(';')[0] ?? ''),
        text: await answer.text(),
      }
      return told
    } catch (error) {
      if (tries > 20) throw error
      await product.up('web')
      await pause(20)
    }
  }
}

/** Sends one of our forms as the browser would. */
export const send = (product: Killable, path: string, fields: Record<string, string>, cookie = '') =>
  ask(product, path, {
    method: 'POST',
    headers: { origin: product.origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

/** Looks again and again until something is there. @throws after a time that only something broken takes */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 30_000
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await pause(50)
  }
}
