import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/core/people/actor'
import { can, mayRun, supportAndPrivacy } from '@/lib/core/people/permissions'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** What waits on the data platform's deletion list. */
export interface DataPlatformList {
  /** Grows with each request whose addresses are added; 0 while there is nothing. */
  version: number
  emails: string[]
}

const waiting = { acknowledgedAt: null, email: { not: null } } as const

/**
 * Adds addresses as a new version. Lines are only ever added; those that a request has there already are not added twice.
 * @returns the version that has all of them; null where there is no address
 */
export async function addToDataPlatformList(
  tx: AnyTx,
  requestId: string,
  addresses: readonly string[],
): Promise<number | null> {
  const prisma = prismaOf(tx)
  // One at a time, so that a version is never given twice.
  await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended('data platform list', 0))`
  const there = await prisma.dataPlatformLine.findMany({ where: { ...waiting, requestId } })
  const fresh = addresses.filter(address => !there.some(({ email }) => email === address))
  if (fresh.length === 0) return there.length === 0 ? null : Math.max(...there.map(({ version }) => version))
  const newest = await prisma.dataPlatformLine.aggregate({ _max: { version: true } })
  const version = (newest._max.version ?? 0) + 1
  await prisma.dataPlatformLine.createMany({
    data: fresh.map(email => ({ id: randomUUID(), version, email, requestId })),
  })
  return version
}

/**
 * A version of the list, for those who work deletions and for the system; empty for everybody else.
 * @param upTo its number; the newest without one
 */
export async function readDataPlatformList(
  actor: Actor,
  upTo: number | null = null,
  db: Database = database(),
): Promise<DataPlatformList> {
  if (actor.kind !== 'system' && !mayRun(actor, supportAndPrivacy)) return { version: 0, emails: [] }
  const lines = await db.dataPlatformLine.findMany({
    where: { ...waiting, ...(upTo !== null && { version: { lte: upTo } }) },
    orderBy: [{ version: 'asc' }, { email: 'asc' }],
  })
  const emails = lines.flatMap(({ email }) => email ?? [])
  return { version: lines.at(-1)?.version ?? 0, emails }
}

/** The newest version in which something waits, for those who work deletions; 0 for everybody else. */
export async function deletionListVersion(actor: Actor, db: Database = database()): Promise<number> {
  if (actor.kind !== 'staff' || !mayRun(actor, supportAndPrivacy)) return 0
  const found = await db.dataPlatformLine.aggregate({ where: waiting, _max: { version: true } })
  return found._max.version ?? 0
}

/** How many addresses wait, and in which version, for who acknowledges it. */
export async function dataPlatformState(
  actor: Actor,
  db: Database = database(),
): Promise<{ waiting: number; version: number }> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-suppression')) return { waiting: 0, version: 0 }
  const found = await db.dataPlatformLine.aggregate({ where: waiting, _count: true, _max: { version: true } })
  return { waiting: found._count, version: found._max.version ?? 0 }
}

/** The data platform has deleted what this version holds: the addresses go, the numbers stay. @returns how many */
export async function acknowledgeDataPlatformList(tx: AnyTx, version: number): Promise<number> {
  return await prismaOf(tx).$executeRaw`
    update data_platform_line set acknowledged_at = clock_timestamp(), email = null
    where acknowledged_at is null and version <= ${version}`
}

/** The number of the newest version that there ever was; 0 before the first. */
export async function newestDataPlatformVersion(tx: AnyTx | Database): Promise<number> {
  const newest = await prismaOf(tx).dataPlatformLine.aggregate({ _max: { version: true } })
  return newest._max.version ?? 0
}

/** Open tasks whose request has lines up to this version and whose upload isn't ticked yet. */
export async function tasksListedUpTo(
  tx: AnyTx,
  version: number,
  uploadSteps: readonly string[],
): Promise<string[]> {
  const tasks = await prismaOf(tx).$queryRaw<{ id: string }[]>`
    select task.id from task join task_step step on step.task_id = task.id
    where step.key = any(${[...uploadSteps]}) and step.done_at is null and task.state = 'open'
      and task.request_id in (select request_id from data_platform_line where version <= ${version})`
  return tasks.map(({ id }) => id)
}
