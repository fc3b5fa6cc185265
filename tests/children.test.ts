import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keepRunning } from '../scripts/children.mjs'

const folder = mkdtempSync(join(tmpdir(), 'habeas-children-'))

/** What each process asks, and what it is answered, is up to the test. */
const asked = new Map<string, (response: ServerResponse) => void>()
const server = createServer((request, response) => asked.get(request.url ?? '')?.(response))
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** Resolves with the answer that the process of this name waits for. */
const asks = (name: string) => new Promise<ServerResponse>(resolve => asked.set(`/${name}`, resolve))

/** A process that asks, and says that it is ready when it has been answered. */
function begin(name: string, after?: Promise<unknown>) {
  const bound = server.address()
  const port = bound && typeof bound === 'object' ? bound.port : 0
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, `await fetch('http://127.0.0.1:${port}/${name}'); process.send('ready')`)
  const onEarlyExit = () => undefined
  return keepRunning({ name, file, flags: [], env: process.env, onEarlyExit, ...(after && { after }) })
}

test('a process that waits for another is started once that one is ready', async () => {
  const webAsks = asks('web')
  const workerAsks = asks('worker')
  const web = begin('web')
  const worker = begin('worker', web.ready)
  const answer = await webAsks
  expect(worker.pid()).toBeUndefined()
  answer.end()
  await web.ready
  const last = await workerAsks
  expect(worker.pid()).toBeGreaterThan(0)
  last.end()
  await worker.ready
  await Promise.all([web.stop(), worker.stop()])
})

test('one that is stopped before its turn is never started', async () => {
  const webAsks = asks('web')
  const web = begin('web')
  const worker = begin('worker', web.ready)
  await worker.stop()
  const answer = await webAsks
  answer.end()
  await web.ready
  expect(worker.pid()).toBeUndefined()
  await web.stop()
})
