import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { contentPolicyOf, PAGE_POLICY_HEADER } from '@/lib/answer-headers'

type Given = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined

const textOf = (value: OutgoingHttpHeader | undefined): string | undefined =>
  value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value)

const pairsOf = (given: Given): unknown[][] => {
  if (!Array.isArray(given)) return Object.entries(given ?? {})
  const pairs = []
  for (let at = 0; at + 1 < given.length; at += 2) pairs.push([given[at], given[at + 1]])
  return Array.isArray(given[0]) ? given.filter(Array.isArray) : pairs
}

/** Headers that come with the status go the way of those set before, so that there is one place to look for each. */
function takeOver(response: ServerResponse, given: Given): void {
  const pairs = pairsOf(given)
  for (const [name] of pairs) response.removeHeader(String(name))
  for (const [name, value] of pairs)
    if (value !== undefined)
      response.appendHeader(String(name), Array.isArray(value) ? value.map(String) : String(value))
}

/**
 * Gives an answer its content policy as its headers leave, when it is known what it is: a page gets the one that the proxy made
 * for it, and everything else the strictest, unless it says one of its own.
 */
export function givePolicy(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response)
  const write = (status: number, words?: string | Given, more?: Given) => {
    takeOver(response, typeof words === 'string' ? more : words)
    const page = textOf(response.getHeader(PAGE_POLICY_HEADER))
    response.removeHeader(PAGE_POLICY_HEADER)
    const type = textOf(response.getHeader('content-type'))
    const own = textOf(response.getHeader('content-security-policy'))
    response.setHeader(
      'content-security-policy',
      contentPolicyOf({ ...(type && { type }), ...(own && { own }), ...(page && { page }) }),
    )
    return typeof words === 'string' ? writeHead(status, words) : writeHead(status)
  }
  response.writeHead = write
}
