import { randomUUID } from 'node:crypto'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** What somebody is in the middle of: signing in with a second factor, adding a passkey, or confirming who they are. */
export type StepPurpose = 'second-factor' | 'add-passkey' | 'confirm'

/** Wrong answers after which a step is over, and how long it lasts. */
const MOST_TRIES = 5
const MINUTES = 10

export interface Step {
  id: string
  staffId: string
}

/** Begins a step; the caller alone has the secret that the hash was made of. */
export async function beginStep(
  step: { staffId: string; tokenHash: string; purpose: StepPurpose; sessionId?: string },
  db: Database | AnyTx = database(),
): Promise<void> {
  const { staffId, tokenHash, purpose, sessionId } = step
  await prismaOf(db).$executeRaw`
    insert into sign_in_step (id, staff_id, session_id, token_hash, purpose, expires_at)
    values (${randomUUID()}, ${staffId}, ${sessionId ?? null}, ${tokenHash}, ${purpose},
      clock_timestamp() + make_interval(mins => ${MINUTES}::int))`
}

/** A step that is open, of somebody who still works here. Looking changes nothing. */
export async function readStep(
  tokenHash: string,
  purpose: StepPurpose,
  db: Database | AnyTx = database(),
): Promise<Step | null> {
  const [row] = await prismaOf(db).$queryRaw<Step[]>`
    select step.id, step.staff_id as "staffId"
    from sign_in_step step join staff on staff.id = step.staff_id
    where step.token_hash = ${tokenHash} and step.purpose = ${purpose} and step.used_at is null
      and step.tries < ${MOST_TRIES} and step.expires_at > clock_timestamp() and staff.disabled_at is null`
  return row ?? null
}

/** Counts a try, before it is judged, so that tries at once count each. False where the step is over. */
export async function countTry(id: string, db: Database | AnyTx = database()): Promise<boolean> {
  const counted = await prismaOf(db).$executeRaw`
    update sign_in_step set tries = tries + 1
    where id = ${id} and used_at is null and tries < ${MOST_TRIES} and expires_at > clock_timestamp()`
  return counted === 1
}

/** Uses a step up; false where somebody was quicker. */
export async function spendStep(tx: AnyTx, id: string): Promise<boolean> {
  const used = await prismaOf(tx).$executeRaw`
    update sign_in_step set used_at = clock_timestamp() where id = ${id} and used_at is null`
  return used === 1
}

/** Forgets what a person is in the middle of: no step of theirs leads anywhere any more. */
export async function deleteSteps(tx: AnyTx, staffId: string): Promise<void> {
  await prismaOf(tx).signInStep.deleteMany({ where: { staffId } })
}
