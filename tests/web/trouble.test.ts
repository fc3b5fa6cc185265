import { describe, expect, test } from 'vitest'
import { noteTrouble } from '@/lib/answer-status'
import type { Trouble } from '@/lib/trouble'
import { takeOverConsole } from '@/lib/web/framework-log'
import { type Handle, ours, serve } from '../support/web-server'

describe('trouble that passes', () => {
  /** As the framework fails: it has said why before it answers. */
  const failing =
    (trouble: Trouble, type = 'text/html; charset=utf-8', status = 500): Handle =>
    async (_request, response) => {
      noteTrouble(trouble)
      response.statusCode = status
      response.setHeader('content-type', type)
      response.setHeader('content-length', '11')
      response.setHeader('x-habeas-page-policy', "default-src 'self'")
      response.write('blank')
      response.end(' page!')
    }
  const ask = async (handle: Handle, path = '/requests', init: RequestInit = {}) => {
    const { url } = await serve(handle)
    return await fetch(`${url}${path}`, init)
  }
  test.each([
    ['no-room', 507, 'no room'],
    ['not-now', 503, 'can’t answer just now'],
  ] as const)(
    '%s is %i with words and when to come back, on every page and form',
    async (trouble, status, words) => {
      for (const init of [{}, { method: 'POST', headers: ours, body: 'x' }]) {
        const answer = await ask(failing(trouble), '/requests', init)
        expect(answer.status).toBe(status)
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
        expect(answer.headers.get('content-security-policy')).toMatch(
          /^default-src 'none'; style-src 'sha256-/,
        )
        const page = await answer.text()
        expect(page).toContain(words)
        expect(page).toContain('<h1>')
        expect(page).not.toContain('blank')
      }
    },
  )
  test('is a problem for a program', async () => {
    const answer = await ask(failing('not-now', 'text/plain'), '/api/v1/requests')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ reason: 'unavailable', status: 503 })
  })
  test('of a form sent by script keeps the framework’s own answer, with its status', async () => {
    const answer = await ask(failing('no-room', 'text/x-component'))
    expect([answer.status, await answer.text()]).toEqual([507, 'blank page!'])
  })
  test('takes nothing from an answer that is none, and is told of nothing else', async () => {
    const fine = await ask(failing('not-now', 'text/html', 200))
    expect([fine.status, await fine.text()]).toEqual([200, 'blank page!'])
    const other = await ask(async (_request, response) => void response.writeHead(500).end('other'))
    expect([other.status, await other.text()]).toEqual([500, 'other'])
  })
  test('outside the pages is no other', async () => {
    const answer = await ask(() => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })))
    expect(answer.status).toBe(507)
    expect(await answer.text()).toContain('no room')
  })
  test('reaches the answer by what the framework prints, also where it prints later', async () => {
    const [error, warn] = [console.error, console.warn]
    takeOverConsole()
    try {
      const answer = await ask(async (_request, response) => {
        await new Promise(resolve => setImmediate(resolve))
        console.error(' ⨯', Object.assign(new Error('gone'), { code: 'P1001' }))
        response.writeHead(500).end()
      })
      expect(answer.status).toBe(503)
    } finally {
      Object.assign(console, { error, warn })
    }
  })
})
