import { randomUUID } from 'node:crypto'
import type { SystemActor } from '@/lib/core/people/actor'
import { keyedHash } from '@/lib/secrets'
import { type Database, database, type Transaction } from '../database/client'

/** How long a mailed code is good, and for how long the right one opens the files, in minutes. */
export const CODE_MINUTES = 15
export const OPEN_MINUTES = 30
/** A code is dead after so many wrong tries. */
const TRIES = 5

/** Whose visit, to which request: a code is good for this pair only. */
export interface CodeFor {
  requestId: string
  sessionId: string
}

const hashOf = ({ requestId, sessionId }: CodeFor, code: string) =>
  keyedHash('download code', `${requestId} ${sessionId} ${code}`)

/** Keeps a new code, by its keyed hash only. A former one of the same visit is worth nothing from then on. */
export async function createCode(tx: Transaction, whose: CodeFor, code: string): Promise<void> {
  await tx.$executeRaw`
    update download_code set expires_at = clock_timestamp()
    where session_id = ${whose.sessionId} and used_at is null and expires_at > clock_timestamp()`
  await tx.$executeRaw`
    insert into download_code (id, request_id, session_id, code_hash, tries, created_at, expires_at)
    values (${randomUUID()}, ${whose.requestId}, ${whose.sessionId}, ${hashOf(whose, code)}, 0, clock_timestamp(),
      clock_timestamp() + make_interval(mins => ${CODE_MINUTES}::int))`
}

/**
 * Tries a code. One statement, so that many at once can't get more tries than there are.
 * @returns `none` where there is no code that could be right: never asked for, used, too old, or tried too often
 */
export async function tryCode(
  whose: CodeFor,
  code: string,
  tx: Transaction | Database = database(),
): Promise<'right' | 'wrong' | 'none'> {
  const hash = hashOf(whose, code)
  const [row] = await tx.$queryRaw<{ right: boolean }[]>`
    update download_code set tries = tries + 1,
      used_at = case when code_hash = ${hash} then clock_timestamp() end
    where session_id = ${whose.sessionId} and request_id = ${whose.requestId}
      and used_at is null and tries < ${TRIES}::int and expires_at > clock_timestamp()
    returning code_hash = ${hash} as right`
  if (!row) return 'none'
  return row.right ? 'right' : 'wrong'
}

/** What this visit has: files opened by a code, a code that waits to be typed in, or neither. */
export async function codeState(
  whose: CodeFor,
  db: Transaction | Database = database(),
): Promise<'open' | 'sent' | 'none'> {
  const [row] = await db.$queryRaw<{ open: boolean | null; sent: boolean | null }[]>`
    select bool_or(used_at > clock_timestamp() - make_interval(mins => ${OPEN_MINUTES}::int)) as open,
      bool_or(used_at is null and tries < ${TRIES}::int and expires_at > clock_timestamp()) as sent
    from download_code where session_id = ${whose.sessionId} and request_id = ${whose.requestId}`
  if (row?.open) return 'open'
  return row?.sent ? 'sent' : 'none'
}

/** Takes out codes that can't open anything any more. */
export async function forgetCodes(_actor: SystemActor, db: Database = database()): Promise<void> {
  await db.$executeRaw`delete from download_code where expires_at < now() - interval '1 day'`
}
