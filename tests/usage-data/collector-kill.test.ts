import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { eventIdOf } from '@/lib/door/usage/pseudonyms'
import { ensurePartitions } from '@/lib/store/usage/partitions'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'
import { announce } from './collector'
import { pageView } from './given'

const BATCHES = 150
const PER_BATCH = 20
const KILLS = 2

const { url, sql } = await testDatabase()
testEnvironment(url)
await announce(sql)
await ensurePartitions()

// Inside the project, so that Node finds the packages.
mkdirSync('.build', { recursive: true })
const folder = mkdtempSync(join(process.cwd(), '.build', 'collector-test-'))
const file = join(folder, 'collector.mjs')
await build({
  entryPoints: ['tests/support/collector-process.ts'],
  outfile: file,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
})
let child: ChildProcess | undefined
afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<string> {
  child = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [port] = await once(child, 'message')
  return `http://127.0.0.1:${port}`
}

const schema = 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4'

test('killed under load again and again: every acknowledged event is there, once', async () => {
  const waiting = Array.from({ length: BATCHES }, () => Array.from({ length: PER_BATCH }, () => randomUUID()))
  const acknowledged: string[] = []
  let lost = 0
  let address = start()
  let kills = 0
  const killNow = async () => {
    kills += 1
    child?.kill('SIGKILL')
    address = start()
  }
  /** Sends as a tracker does: what wasn't acknowledged stays in its queue. */
  const sender = async () => {
    for (let batch = waiting.pop(); batch; batch = waiting.pop()) {
      const data = batch.map(eid => pageView({ eid }))
      const to = await address
      const answer = await fetch(to, { method: 'POST', body: JSON.stringify({ schema, data }) }).catch(
        () => null,
      )
      if (answer?.status === 200) acknowledged.push(...batch)
      else {
        lost += 1
        waiting.push(batch)
      }
      const due = acknowledged.length > ((kills + 1) * BATCHES * PER_BATCH) / (KILLS + 1)
      if (due && kills < KILLS) await killNow()
    }
  }
  await Promise.all(Array.from({ length: 8 }, sender))

  expect([kills, lost > 0]).toEqual([KILLS, true])
  const rows = await sql<{ id: string }>('select id from usage_event')
  expect(rows).toHaveLength(BATCHES * PER_BATCH)
  expect(acknowledged).toHaveLength(BATCHES * PER_BATCH)
  expect(new Set(rows.map(row => row.id))).toEqual(new Set(acknowledged.map(eventIdOf)))
})
