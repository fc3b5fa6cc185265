import type { DirectoryRow } from '@/lib/core/account/directory-row'
import { env } from '@/lib/env'
import { importAccounts } from '../accounts/accounts-import'
import { type Database, database } from '../database/client'

/*
 * The few things that the demo shows and no command can cause on purpose: a directory that didn't answer, a mail that got
 * lost, an account that changed, a time to answer that is over.
 */

/** Fills the directory with the demo's accounts. */
export async function loadDemoDirectory(rows: readonly DirectoryRow[]): Promise<void> {
  async function* lines() {
    for (const [at, row] of rows.entries()) yield { line: at + 2, row }
  }
  const loaded = await importAccounts(env().databaseUrl, lines(), { replace: false })
  if (!loaded.loaded) throw new Error('the demo’s directory could not be loaded')
}

/** Takes away the look-up that was queued last, as if its attempts were used up. */
export async function dropNewestChecks(db: Database = database()): Promise<void> {
  await db.$queryRaw`
    select id::text from graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs where task_identifier = 'run-checks' order by id desc limit 1))`
}

/** A mail whose fate nobody knows, as after a line that broke behind the final dot. */
export async function loseMail(messageId: string, db: Database = database()): Promise<void> {
  await db.$executeRaw`
    update outbox set state = 'uncertain', last_problem = 'lost-after-data', settled_at = clock_timestamp()
    where message_id = ${messageId}`
}

/** What was written on a request, and what waits for an answer, as if it had happened so many days earlier. */
export async function happenedEarlier(
  requestId: string,
  days: number,
  db: Database = database(),
): Promise<void> {
  await db.$executeRaw`
    update message set at = at - make_interval(days => ${days}::int), delivery_at = delivery_at - make_interval(days => ${days}::int)
    where request_id = ${requestId}`
  await db.$executeRaw`
    update response_window set opens_at = opens_at - make_interval(days => ${days}::int),
      ends_at = ends_at - make_interval(days => ${days}::int), remind_at = null
    where request_id = ${requestId}`
}

/** Another username for an account, as its owner could choose one meanwhile. */
export async function renameAccount(
  email: string,
  username: string,
  db: Database = database(),
): Promise<void> {
  await db.account.updateMany({ where: { email }, data: { username, usernameKey: username } })
}
