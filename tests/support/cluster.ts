import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/store/database/migrate'
import { startPostgres } from '../../scripts/postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database on the run's own server; its name is to be replaced. */
    clusterUrl: string
  }
}

/** Every test file gets a clone of this one, so migrations run once a run. */
export const TEMPLATE = 'habeas_template'

/** One PostgreSQL server for the whole run, without the waits that guard against a power cut. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-tests-'))
  // As root, PostgreSQL runs as another user, who has to get to its data.
  chmodSync(folder, 0o755)
  const server = await startPostgres({
    data: join(folder, 'pg'),
    password: 'tests',
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '150' },
  })
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  await migrate(server.url(TEMPLATE))
  project.provide('clusterUrl', server.url('postgres'))
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
