import type { Clock } from '@/lib/core/deadlines/law'
import { clocksSchema, type LawVersion } from '@/lib/core/deadlines/law-versions'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

export interface MadeLawVersion extends LawVersion {
  /** Name of the person who proposed it. */
  madeBy: string | null
  at: Date
}

/** The versions of one law's clocks with who proposed each, the newest first, at most 50. */
export async function listLawVersions(
  actor: Actor,
  law: string,
  db: Database = database(),
): Promise<MadeLawVersion[]> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-handbook')) return []
  const rows = await db.lawVersion.findMany({ where: { law }, orderBy: { version: 'desc' }, take: 50 })
  const ids = rows.flatMap(row => row.madeById ?? [])
  const people = await db.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(person => [person.id, person.name]))
  return rows.map(({ version, clocks, note, madeById, createdAt }) => ({
    law,
    version,
    clocks: clocksSchema.parse(clocks),
    note,
    madeBy: madeById && (names.get(madeById) ?? null),
    at: createdAt,
  }))
}

/** Adds a version after the newest one; two at the same moment can't both be next. @returns its number */
export async function insertLawVersion(
  tx: AnyTx,
  law: string,
  clocks: readonly Clock[] | null,
  about: { note: string; madeById: string },
): Promise<number> {
  await prismaOf(tx).$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`law ${law}`}, 7))`
  const newest = await prismaOf(tx).lawVersion.findFirst({
    where: { law },
    orderBy: { version: 'desc' },
    select: { version: true },
  })
  const version = (newest?.version ?? 0) + 1
  const stored = clocks ? clocksSchema.parse(clocks) : null
  await prismaOf(tx).lawVersion.create({ data: { law, version, clocks: stored ?? Prisma.DbNull, ...about } })
  return version
}
