import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { openJson, sealJson } from '../database/sealing'

/** What a person has beside their password. */
export interface SecondFactor {
  /** An authenticator app of which a first code was right. */
  hasApp: boolean
  passkeys: PasskeyLine[]
  codesLeft: number
}

export interface PasskeyLine {
  id: string
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

/** Whether a person is asked for more than the password. */
export async function hasSecondFactorOn(
  staffId: string,
  db: Database | AnyTx = database(),
): Promise<boolean> {
  const [row] = await prismaOf(db).$queryRaw<{ on: boolean }[]>`
    select exists (select from authenticator where staff_id = ${staffId} and confirmed_at is not null)
      or exists (select from passkey where staff_id = ${staffId}) as on`
  return row?.on ?? false
}

/** A person's second factor, for their own account and for signing in. */
export async function readSecondFactor(
  staffId: string,
  db: Database | AnyTx = database(),
): Promise<SecondFactor> {
  const prisma = prismaOf(db)
  const app = await prisma.authenticator.findUnique({ where: { staffId }, select: { confirmedAt: true } })
  const passkeys = await prisma.passkey.findMany({
    where: { staffId },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const codesLeft = await prisma.recoveryCode.count({ where: { staffId, usedAt: null } })
  return { hasApp: Boolean(app?.confirmedAt), passkeys, codesLeft }
}

/** An authenticator app's secret, and what was used of it. */
export interface App {
  secret: string
  isConfirmed: boolean
  lastStep: bigint
}

/**
 * A person's authenticator app, confirmed or being set up.
 * @param key the 32 bytes of HABEAS_KEY
 * @throws where the secret was sealed under another key
 */
export async function readApp(
  staffId: string,
  key: Uint8Array,
  db: Database | AnyTx = database(),
): Promise<App | null> {
  const row = await prismaOf(db).authenticator.findUnique({ where: { staffId } })
  const secret = row && openJson(row.sealed, 'authenticator', key, staffId)
  if (!row || typeof secret !== 'string') return null
  return { secret, isConfirmed: row.confirmedAt !== null, lastStep: row.lastStep }
}

/** Keeps a new secret until a first code confirms it; refuses (false) where an app is confirmed already. */
export async function startApp(
  tx: AnyTx,
  staffId: string,
  secret: string,
  key: Uint8Array,
): Promise<boolean> {
  const sealed = sealJson(secret, 'authenticator', key, staffId)
  const kept = await prismaOf(tx).$executeRaw`
    insert into authenticator (staff_id, sealed) values (${staffId}, ${sealed})
    on conflict (staff_id) do update set sealed = excluded.sealed, last_step = 0
    where authenticator.confirmed_at is null`
  return kept === 1
}

/** Uses a time step up, and confirms the app with the first; false where it was used, also by somebody quicker. */
export async function spendTimeStep(tx: AnyTx, staffId: string, step: bigint): Promise<boolean> {
  const used = await prismaOf(tx).$executeRaw`
    update authenticator set last_step = ${step}, confirmed_at = coalesce(confirmed_at, clock_timestamp())
    where staff_id = ${staffId} and last_step < ${step}`
  return used === 1
}

/** Replaces a person's recovery codes by new ones. @param hashes of the new ones */
export async function replaceRecoveryCodes(
  tx: AnyTx,
  staffId: string,
  hashes: readonly string[],
): Promise<void> {
  const prisma = prismaOf(tx)
  await prisma.recoveryCode.deleteMany({ where: { staffId } })
  await prisma.recoveryCode.createMany({ data: hashes.map(codeHash => ({ staffId, codeHash })) })
}

/** Uses a recovery code up; false where there is none like it, or it was used. */
export async function spendRecoveryCode(tx: AnyTx, staffId: string, codeHash: string): Promise<boolean> {
  const used = await prismaOf(tx).$executeRaw`
    update recovery_code set used_at = clock_timestamp()
    where staff_id = ${staffId} and code_hash = ${codeHash} and used_at is null`
  return used === 1
}

/** Takes the authenticator app away. */
export async function deleteApp(tx: AnyTx, staffId: string): Promise<void> {
  await prismaOf(tx).authenticator.deleteMany({ where: { staffId } })
}

/** Takes everything away beside the password; the next sign-in asks for the password alone. */
export async function deleteSecondFactor(tx: AnyTx, staffId: string): Promise<void> {
  const prisma = prismaOf(tx)
  await prisma.authenticator.deleteMany({ where: { staffId } })
  await prisma.passkey.deleteMany({ where: { staffId } })
  await prisma.recoveryCode.deleteMany({ where: { staffId } })
}
