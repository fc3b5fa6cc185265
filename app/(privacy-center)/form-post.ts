import { CLIENT_ADDRESS_HEADER } from '@/lib/auth/client-address'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { env } from '@/lib/env'

/** More than any of our forms can hold: five letters of 10,000 signs that take nine bytes each. */
const MOST_BYTES = 512 * 1024
const tooMuch =
  'That is more than the form can take. Nothing was sent. Go back: what you typed is still there, and can be shortened.'

/**
 * The public pages post plain HTML forms to route handlers rather than server actions: an address that outlives a
 * deployment, so that a form left open over lunch still sends, and the same with and without script.
 */
export type FormPost = { fields: URLSearchParams; address: string } | { refused: Response }

const refused = (status: number, words: string): { refused: Response } => ({
  refused: new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } }),
})

/** Refuses a form that none of our pages sent, before its content is read; null where one did. */
export function fromElsewhere(request: Request): Response | null {
  if (isSameOrigin(request.headers, env().appUrl)) return null
  const words = 'This can only be sent from our own page. Go back, load the page again, and send it there.'
  return refused(403, words).refused
}

/** Reads a form sent by one of our pages; refuses anything else. */
export async function readPost(request: Request): Promise<FormPost> {
  const elsewhere = fromElsewhere(request)
  if (elsewhere) return { refused: elsewhere }
  if (!/^application\/x-www-form-urlencoded(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return refused(415, 'This is not what our form sends.')
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return refused(413, tooMuch)
  const text = await request.text()
  if (text.length > MOST_BYTES) return refused(413, tooMuch)
  return { fields: new URLSearchParams(text), address: addressOf(request.headers) }
}

/** The answer to a network that has begun too many forms; the browser still has what was typed. */
export function tooBusy({ retryAfterSeconds }: { retryAfterSeconds: number }): Response {
  const words =
    'Many forms were begun from your network in a short time, so this could not be kept. Go back: what you typed is still there. Wait some minutes, then press the button again.'
  const { refused: answer } = refused(429, words)
  answer.headers.set('retry-after', String(retryAfterSeconds))
  return answer
}

/** Who called, as our own web server says; without it all share one. */
export const addressOf = (headers: Headers): string => headers.get(CLIENT_ADDRESS_HEADER) ?? '0.0.0.0'

export const isSecure = (): boolean => env().appUrl.startsWith('https:')

/** After a POST, the page that shows what came of it: reloading that page sends nothing again. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: path })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
