import { expect } from 'vitest'
import type { TestDatabase } from './database'

/** What counting and noting the time of use touches; everything else is somebody's record. */
const TOUCHED = ['rate_limit', 'api_token', 'worker_beat', '_prisma_migrations']

async function fingerprints(
  sql: TestDatabase['sql'],
  apart: readonly string[],
): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1) order by 1`,
    [[...TOUCHED, ...apart]],
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

/** Runs `work` and proves that no table's content differs afterwards. @param apart tables that it may change */
export async function unchanged<T>(
  sql: TestDatabase['sql'],
  work: () => Promise<T>,
  apart: readonly string[] = [],
): Promise<T> {
  const before = await fingerprints(sql, apart)
  const result = await work()
  expect(await fingerprints(sql, apart), 'the database was changed').toEqual(before)
  return result
}
