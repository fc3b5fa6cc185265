import type { Called } from './call.js'
import { Download } from './download.js'
import { Operations } from './generated/operations.js'
import { problemIn } from './problem.js'
import { type Patience, sleep, waitBefore } from './retry.js'
import { formOf } from './upload.js'
import { webCrypto } from './web-crypto.js'

export interface HabeasOptions extends Partial<Patience> {
  /** Where the product is, such as `https://privacy.example.org`. */
  baseUrl: string
  /** As `habeas token create` printed it. */
  token: string
  /** In place of the global one. */
  fetch?: typeof fetch
  /** Waits between repetitions, in milliseconds; for tests. */
  wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/**
 * The API of one Habeas, by one token.
 *
 * A method throws `HabeasProblem` for every answer that is no success, and what `fetch` throws where there is no answer. While the
 * product is busy (429, 503) a call is repeated after the time that the product names, a change under the same `Idempotency-Key`.
 */
export class Habeas extends Operations {
  readonly #base: string
  readonly #token: string
  readonly #fetch: typeof fetch
  readonly #patience: Patience
  readonly #wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>

  /** @throws TypeError where `baseUrl` is no address of the web */
  constructor({ baseUrl, token, retries = 3, longestWait = 60, ...given }: HabeasOptions) {
    super()
    const { protocol, origin, pathname } = new URL(baseUrl)
    if (!/^https?:$/.test(protocol)) throw new TypeError('baseUrl has to begin with https:// or http://')
    this.#base = `${origin}${pathname.replace(/\/$/, '')}/api/v1`
    this.#token = token
    this.#fetch = given.fetch ?? ((input, init) => fetch(input, init))
    this.#patience = { retries, longestWait }
    this.#wait = given.wait ?? sleep
  }

  protected override async answered<Answer>(called: Called): Promise<Answer> {
    const response = await this.#send(called)
    const answer: Answer = await response.json()
    return answer
  }

  protected override async downloaded(called: Called): Promise<Download> {
    return new Download(await this.#send(called))
  }

  protected override async emptied(called: Called): Promise<void> {
    await (await this.#send(called)).arrayBuffer()
  }

  /** @throws HabeasProblem */
  async #send(called: Called): Promise<Response> {
    const { method, options } = called
    const headers = new Headers({ authorization: `Bearer ${this.#token}`, accept: '*/*' })
    if (method !== 'GET')
      headers.set('idempotency-key', options.idempotencyKey ?? (await webCrypto()).randomUUID())
    const body = encoded(called, headers)
    for (let tried = 0; ; tried += 1) {
      const response = await this.#fetch(this.#addressOf(called), {
        method,
        headers,
        // The token is for this address alone.
        redirect: 'error',
        ...(body !== undefined && { body }),
        ...(options.signal && { signal: options.signal }),
      })
      if (response.ok) return response
      const wait = waitBefore(response, tried, this.#patience, Date.now())
      if (wait === null) throw await problemIn(response)
      await response.body?.cancel()
      await this.#wait(wait, options.signal)
    }
  }

  #addressOf({ path, query = {} }: Called): string {
    const asked = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value))
    return `${this.#base}${path}${asked.size > 0 ? `?${asked}` : ''}`
  }
}

/** The body as it is sent, the same for each repetition. A form names its own media type. */
function encoded({ body, mediaType }: Called, headers: Headers): BodyInit | undefined {
  if (body === undefined) return undefined
  if (mediaType === 'multipart/form-data') return formOf(Object(body))
  headers.set('content-type', mediaType ?? 'application/json')
  if (mediaType === 'application/json') return JSON.stringify(body)
  if (body instanceof Blob) return body
  return body instanceof Uint8Array ? new Uint8Array(body) : String(body)
}
