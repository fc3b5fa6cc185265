import { vi } from 'vitest'
import type { TestDatabase } from './database'

/** Until exactly one session waits for a lock in this test's own database: other files' databases share the server. */
export const untilBlocked = (sql: TestDatabase['sql']): Promise<void> =>
  vi.waitFor(
    async () => {
      const waiting = await sql(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      if (waiting.length !== 1) throw new Error(`${waiting.length} wait for a lock`)
    },
    { timeout: 30_000, interval: 20 },
  )
