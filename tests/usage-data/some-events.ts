import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '../support/database'

/** Noon (UTC) of a day so many days ago. */
export const noon = (daysAgo: number): Date => {
  const day = new Date(Date.now() - daysAgo * 86_400_000)
  day.setUTCHours(12, 0, 0, 0)
  return day
}

export interface SomeEvent {
  event: string
  at: Date
  user?: string | null
}

/** Writes events as the collector would have left them; the partitions of their months are made. */
export async function someEvents(
  { sql }: Pick<TestDatabase, 'sql'>,
  list: readonly SomeEvent[],
): Promise<void> {
  for (const month of new Set(list.map(item => item.at.toISOString().slice(0, 7))))
    await sql(`select make_usage_partitions($1::date)`, [`${month}-01`])
  for (const { event, at, user = null } of list)
    await sql(
      `insert into usage_event (id, kept_months, collected_at, event, user_pseudonym, key_version, fingerprint)
       values ($1, 12, $2, $3, $4, 1, 'test')`,
      [randomUUID(), at, event, user],
    )
}
