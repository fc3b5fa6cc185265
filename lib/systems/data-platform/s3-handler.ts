import { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import type { Method } from '../outbound'
import type { Wire } from '../wire'

type Handler = S3Client['config']['requestHandler']
type Asked = Parameters<Handler['handle']>[0]

const METHODS: readonly Method[] = ['GET', 'PUT', 'DELETE']

/** The address that was signed, part by part. */
function addressOf({ protocol, hostname, port, path, query }: Asked): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map(
      (text: string) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`,
    ),
  )
  return `${protocol}//${hostname}${port ? `:${port}` : ''}${path}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : typeof body === 'string' ? body : ''

/**
 * Has the SDK call by the wire, as everything else that leaves does: the address is judged as it connects, no redirect is followed,
 * time and size have an end, and the limits are those that all workers share. The handler that the SDK brings looks names up by itself.
 * @param mostBytes of an answer
 */
export const handlerBy = (wire: Wire, mostBytes: number): Handler => ({
  async handle(request) {
    const method = METHODS.find(known => known === request.method)
    if (!method) throw new Error(`S3 is never asked with ${request.method}`)
    const { status, headers, body } = await wire.stream({
      method,
      url: addressOf(request),
      headers: request.headers,
      body: textOf(request.body),
      mostBytes,
    })
    const received = Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')])
    return {
      response: { statusCode: status, headers: Object.fromEntries(received), body: Readable.from(body) },
    }
  },
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
})
