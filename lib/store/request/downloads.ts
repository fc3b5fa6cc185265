import { randomUUID } from 'node:crypto'
import type { SystemActor } from '@/lib/core/people/actor'
import { keyedHash } from '@/lib/secrets'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** How long a mailed code is good (at most ten minutes: OWASP ASVS 5.0, 6.5.5), and for how long the right one opens the files, in minutes. */
export const CODE_MINUTES = 10
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

/** Keeps a new code, by its keyed hash only. It replaces the visit's former code. */
export async function createCode(tx: AnyTx, whose: CodeFor, code: string): Promise<void> {
  await prismaOf(tx).$executeRaw`
    update download_code set expires_at = clock_timestamp()
    where session_id = ${whose.sessionId} and used_at is null and expires_at > clock_timestamp()`
  await prismaOf(tx).$executeRaw`
    insert into download_code (id, request_id, session_id, code_hash, tries, created_at, expires_at)
    values (${randomUUID()}, ${whose.requestId}, ${whose.sessionId}, ${hashOf(whose, code)}, 0, clock_timestamp(),
      clock_timestamp() + make_interval(mins => ${CODE_MINUTES}::int))`
}

/**
 * Tries a code. One statement, so that parallel calls can't exceed the limit of tries.
 * @returns `none` where there is no code that could be right: never asked for, used, too old, or tried too often
 */
export async function tryCode(
  whose: CodeFor,
  code: string,
  tx: AnyTx | Database = database(),
): Promise<'right' | 'wrong' | 'none'> {
  const hash = hashOf(whose, code)
  const [row] = await prismaOf(tx).$queryRaw<{ right: boolean }[]>`
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
  db: AnyTx | Database = database(),
): Promise<'open' | 'sent' | 'none'> {
  const [row] = await prismaOf(db).$queryRaw<{ open: boolean | null; sent: boolean | null }[]>`
    select bool_or(used_at > clock_timestamp() - make_interval(mins => ${OPEN_MINUTES}::int)) as open,
      bool_or(used_at is null and tries < ${TRIES}::int and expires_at > clock_timestamp()) as sent
    from download_code where session_id = ${whose.sessionId} and request_id = ${whose.requestId}`
  if (row?.open) return 'open'
  return row?.sent ? 'sent' : 'none'
}

/** Deletes expired codes. */
export async function deleteExpiredCodes(_actor: SystemActor, db: Database = database()): Promise<void> {
  await db.$executeRaw`delete from download_code where expires_at < now() - interval '1 day'`
}
