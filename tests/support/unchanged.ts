import { expect } from 'vitest'
import type { TestDatabase } from './database'

/** What counting and noting the time of use touches; everything else is somebody's record. */
const TOUCHED = ['rate_limit', 'api_token', 'worker_beat', '_prisma_migrations']

async function fingerprints(sql: TestDatabase['sql']): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1) order by 1`,
    [TOUCHED],
  )
  const query = tables
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${name}" t`,
    )
    .join(' union all ')
  const rows = await sql<{ name: string; hash: string }>(query)
  const [jobs] = await sql<{ n: number }>('select count(*)::int as n from graphile_worker.jobs')
  return { ...Object.fromEntries(rows.map(row => [row.name, row.hash])), jobs: String(jobs?.n) }
}

/** Runs `work` and proves that no table's content differs afterwards. */
export async function unchanged<T>(sql: TestDatabase['sql'], work: () => Promise<T>): Promise<T> {
  const before = await fingerprints(sql)
  const result = await work()
  expect(await fingerprints(sql), 'the database was changed').toEqual(before)
  return result
}
