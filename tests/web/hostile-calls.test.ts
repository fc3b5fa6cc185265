import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { sentForm } from '@/app/sent-form'
import { callIsRead } from '@/lib/answer-status'
import { networks } from '@/lib/auth/client-address'
import { log } from '@/lib/log'
import { takeOverConsole } from '@/lib/web/framework-log'
import { createWebServer } from '@/lib/web/server'

const origin = 'http://habeas.test'
const open: { drain: (milliseconds: number) => Promise<void> }[] = []
const said = { error: console.error, warn: console.warn }
afterEach(async () => {
  Object.assign(console, said)
  vi.restoreAllMocks()
  await Promise.all(open.splice(0).map(item => item.drain(0)))
})

/** Answers as the framework does where an action or its reading throws: two lines on the console, then 500. */
const framework =
  (act: () => void) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await request.resume()
    try {
      act()
      response.end('done')
    } catch (error) {
      console.error(' ⨯', error)
      console.error('again', error)
      response.statusCode = 500
      response.setHeader('content-type', 'text/x-component')
      response.end('0:{"digest":"1"}')
    }
  }

async function call(
  act: () => void,
  headers: Record<string, string> = { 'next-action': '7f' },
  path = '/sign-in',
) {
  vi.restoreAllMocks()
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => undefined)
  const error = vi.spyOn(log, 'error').mockImplementation(() => undefined)
  takeOverConsole()
  const made = createWebServer({
    handle: framework(act),
    trustedProxies: networks([]),
    bodyLimit: 1000,
    appUrl: origin,
    localOnly: true,
  })
  open.push(made)
  made.server.listen(0, '127.0.0.1')
  await once(made.server, 'listening')
  const address = made.server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { origin, ...headers },
    body: 'x',
  })
  return {
    status: answer.status,
    body: await answer.text(),
    lines: [warn.mock.calls.length, error.mock.calls.length],
  }
}

const words = 'That is nothing that one of our pages sends.\n'

describe('a call that none of our pages makes', () => {
  test.each([null, 7, 'text', ['a'], {}, { get: 1 }, new Map(), Object.create(null)])(
    'with %j in place of a form is answered with 400, and one line of warning',
    async given => {
      expect(await call(() => void sentForm(given))).toEqual({ status: 400, body: words, lines: [1, 0] })
    },
  )
  test('that the framework can’t read, too: by script or by a form', async () => {
    const broken = () => {
      throw new Error('Unexpected end of form')
    }
    const form = { 'content-type': 'multipart/form-data' }
    expect(await call(broken)).toEqual({ status: 400, body: words, lines: [1, 0] })
    expect(await call(broken, form)).toEqual({ status: 400, body: words, lines: [1, 0] })
  })
})

describe('what fails once it is read is a fault of ours', () => {
  const fail = () => {
    throw new Error('a bug')
  }
  test('within an action', async () => {
    expect(await call(() => [sentForm(new FormData()), fail()])).toMatchObject({ status: 500, lines: [0, 2] })
    expect(await call(() => [callIsRead(), fail()])).toMatchObject({ status: 500, lines: [0, 2] })
  })
  test('and what is no call: a page, the API, an upload', async () => {
    expect(await call(fail, {})).toMatchObject({ status: 500, lines: [0, 2] })
    expect(await call(fail, { 'next-action': '7f' }, '/api/v1/requests')).toMatchObject({ status: 500 })
    const form = { 'content-type': 'multipart/form-data' }
    expect(await call(fail, form, '/request/proofs/files')).toMatchObject({ status: 500 })
  })
  test('a database that is away is said as such', async () => {
    const away = () => {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    }
    expect((await call(away)).status).toBe(503)
  })
})

test('a form loses NUL, which no database takes, and nothing else', () => {
  const form = new FormData()
  form.append('te\0xt', 'a\0b')
  form.append('text', 'second')
  form.append('file', new Blob(['x\0']), 'a.txt')
  const read = sentForm(form)
  expect(read.getAll('text')).toEqual(['ab', 'second'])
  expect(read.get('file')).toBeInstanceOf(Blob)
})
