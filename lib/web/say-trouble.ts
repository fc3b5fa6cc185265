import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from '@/lib/answer-status'
import { troubleAnswers } from '@/lib/trouble'
import { troubleAnswer } from './trouble-page'

/** What told of the body that is replaced. */
const OF_THE_BODY = ['content-length', 'content-encoding', 'transfer-encoding', 'etag', 'last-modified']

/**
 * Puts words and a fitting status in place of a failure whose cause is known: a full disk, a database that is away. The
 * framework would answer 500 with a page that is blank without script. What already left stays, and so does what is no failure.
 * @param appUrl the address that people know us by
 */
export function sayTrouble(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  appUrl: string,
): void {
  const { writeHead, write, end } = response
  const path = (request.url ?? '').split('?')[0] ?? ''
  const sent = !['GET', 'HEAD'].includes(request.method ?? '')
  let instead: string | undefined

  const head = (status: number, ...given: unknown[]): ServerResponse => {
    const { trouble } = answer
    if (status >= 500 && !trouble && answer.call === 'unread') return unreadable()
    if (!trouble || status < 500) return Reflect.apply(writeHead, response, [status, ...given])
    const { status: fitting, retryAfterSeconds } = troubleAnswers[trouble]
    response.setHeader('retry-after', String(retryAfterSeconds))
    response.setHeader('cache-control', 'private, no-store')
    response.statusCode = fitting
    // A form that was sent by script gets its answer in the framework's own format, which shows its words.
    if (String(response.getHeader('content-type')).startsWith('text/x-component'))
      return Reflect.apply(writeHead, response, [fitting])
    const { type, body, policy } = troubleAnswer(trouble, { path, sent, appUrl })
    for (const name of OF_THE_BODY) response.removeHeader(name)
    response.setHeader('content-type', type)
    if (policy) response.setHeader('content-security-policy', policy)
    instead = body
    return Reflect.apply(writeHead, response, [fitting])
  }

  /** A call that none of our pages makes, which the framework takes for a failure of ours. */
  const unreadable = (): ServerResponse => {
    for (const name of OF_THE_BODY) response.removeHeader(name)
    response.setHeader('cache-control', 'private, no-store')
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.statusCode = 400
    instead = 'That is nothing that one of our pages sends.\n'
    return Reflect.apply(writeHead, response, [400])
  }

  const begin = () => {
    if (!response.headersSent) head(response.statusCode)
  }
  const finished = (given: unknown[]) => given.find(part => typeof part === 'function')

  response.writeHead = head
  response.write = (...given: unknown[]): boolean => {
    begin()
    if (instead === undefined) return Reflect.apply(write, response, given)
    const done = finished(given)
    if (typeof done === 'function') process.nextTick(done)
    return true
  }
  response.end = (...given: unknown[]): ServerResponse => {
    begin()
    if (instead === undefined) return Reflect.apply(end, response, given)
    const body = request.method === 'HEAD' ? '' : instead
    const done = finished(given)
    return Reflect.apply(end, response, typeof done === 'function' ? [body, done] : [body])
  }
}
