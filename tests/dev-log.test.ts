import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepRunning } from '../scripts/children.mjs'
import { readableLog } from '../scripts/dev-log.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-dev-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a process that writes these lines and ends. */
async function shown(lines: readonly string[]): Promise<string> {
  const file = join(folder, 'writes.mjs')
  writeFileSync(file, lines.map(line => `console.log(${JSON.stringify(line)})`).join('\n'))
  const written = new PassThrough()
  const ended = new Promise(resolve => {
    keepRunning({
      name: 'writer',
      file,
      flags: [],
      env: process.env,
      onEarlyExit: resolve,
      output: () => readableLog(written),
    })
  })
  const [said] = await Promise.all([text(written), ended])
  return said
}

test('while developing, a line of the log is a sentence, and what was hidden stays hidden', async () => {
  const line = {
    level: 'warn',
    time: '2026-01-31T10:00:00.000Z',
    email: '[hidden]',
    job: '42',
    msg: 'job failed',
  }
  const said = await shown([JSON.stringify(line)])
  expect(said).toContain('WARN')
  expect(said).toContain('job failed')
  expect(said).toContain('"email":"[hidden]"')
  expect(said).not.toContain('"msg"')
})

test('what is no line of the log passes as it is', async () => {
  expect(await shown(['Compiled in 80 ms', '{ half of an object'])).toBe(
    'Compiled in 80 ms\n{ half of an object\n',
  )
})
