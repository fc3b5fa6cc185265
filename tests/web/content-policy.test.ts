import { describe, expect, test } from 'vitest'
import { type Handle, serve } from '../support/web-server'

describe('the content policy', () => {
  const page = "default-src 'self'; script-src 'nonce-x'"
  const policyOf = async (handle: Handle, path = '/') => {
    const { url } = await serve(handle)
    const { headers } = await fetch(`${url}${path}`, { redirect: 'manual' })
    expect(headers.get('x-habeas-page-policy'), 'stays in the house').toBeNull()
    return headers.get('content-security-policy')
  }
  /** As the framework does: what the proxy said first, then what the page or the route handler says. */
  const answering =
    (own: Record<string, string>, status = 200): Handle =>
    async (_request, response) => {
      response.setHeader('x-habeas-page-policy', page)
      for (const [name, value] of Object.entries(own)) response.appendHeader(name, value)
      response.statusCode = status
      response.end('x')
    }
  const strict = /^default-src 'none'.*sandbox$/
  test('of a page is the one that was made for it', async () => {
    expect(await policyOf(answering({ 'content-type': 'text/html; charset=utf-8' }))).toBe(page)
    expect(await policyOf(answering({ 'content-type': 'text/html' }, 404))).toBe(page)
    expect(await policyOf(answering({ 'content-type': 'text/x-component' }))).toBe(page)
  })
  test('of a file is its own, alone', async () => {
    const own = { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'; sandbox" }
    expect(await policyOf(answering(own))).toBe("default-src 'none'; sandbox")
  })
  test('of everything else is the strictest, however its headers are written', async () => {
    for (const type of [
      'application/json',
      'text/csv; charset=utf-8',
      'application/atom+xml',
      'image/svg+xml',
    ])
      expect(await policyOf(answering({ 'content-type': type })), type).toMatch(strict)
    expect(await policyOf(answering({ location: '/' }, 303)), 'a redirect').toMatch(strict)
    for (const given of [{ 'content-type': 'text/csv' }, ['content-type', 'text/csv', 'x-a', 'b']])
      expect(
        await policyOf(async (_request, response) => {
          response.setHeader('x-habeas-page-policy', page)
          response.setHeader('content-type', 'text/html')
          response.writeHead(200, 'Fine', given).end('a,b')
        }),
      ).toMatch(strict)
  })
})
