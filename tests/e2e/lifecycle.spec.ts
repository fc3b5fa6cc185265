import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from '@/tests/support/launch'
import { inDatabaseOf } from '@/tests/support/product-database'

const mark = `HABEAS_TEST_MARK=${randomUUID()}`
const [name = '', value = ''] = mark.split('=')
const folder = mkdtempSync(join(tmpdir(), 'habeas-life-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Processes that this test's product started, by the mark that they inherit; only Linux shows them. */
const processes = () =>
  process.platform === 'linux'
    ? readdirSync('/proc').filter(pid => /^\d+$/.test(pid) && read(`/proc/${pid}/environ`).includes(mark))
    : []

const commandOf = (pid: string) => read(`/proc/${pid}/cmdline`)

test('it starts, says what a stranger needs, survives a killed process, stops whole, and keeps its data', async ({
  request,
}) => {
  const first = await launch(folder, { [name]: value })
  expect(first.said()).toContain(first.url)
  expect(first.said()).toMatch(/Mail can be read at http:\/\/localhost:\d+/)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  await inDatabaseOf(folder, 'create table kept as select 42 as answer')

  for (const bundle of ['web.mjs', 'worker.mjs']) {
    const [pid] = processes().filter(process => commandOf(process).includes(bundle))
    if (pid) process.kill(Number(pid), 'SIGKILL')
  }
  await expect(async () => expect((await request.get(first.url)).ok()).toBe(true)).toPass({ timeout: 60_000 })

  await expect(launch(folder)).rejects.toThrow(/already running/)

  await first.end('SIGINT')
  expect(processes()).toEqual([])
  await expect(request.get(first.url)).rejects.toThrow()

  const second = await launch(folder, { [name]: value })
  expect(await inDatabaseOf(folder, 'select answer from kept')).toEqual([{ answer: 42 }])
  await second.end('SIGTERM')
  expect(processes()).toEqual([])
})
