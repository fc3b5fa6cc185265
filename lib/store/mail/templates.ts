import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

export interface TemplateVersion {
  version: number
  subject: string
  body: string
  /** Name of the person who proposed it. */
  madeBy: string | null
  at: Date
}

const maySee = (actor: Actor) => actor.kind === 'staff' && can(actor.role, 'edit-templates')

/** Version and age of every message that the organisation has worded itself, by `language/key`. */
export async function listOwnTemplates(
  actor: Actor,
  db: Database = database(),
): Promise<ReadonlyMap<string, { version: number; at: Date }>> {
  if (!maySee(actor)) return new Map()
  const rows = await db.messageTemplate.groupBy({
    by: ['language', 'key'],
    _max: { version: true, createdAt: true },
  })
  return new Map(
    rows.flatMap(({ language, key, _max: { version, createdAt } }) =>
      version && createdAt ? [[`${language}/${key}`, { version, at: createdAt }] as const] : [],
    ),
  )
}

/** Every version of one message in one language, the newest first, at most 50. */
export async function readTemplateVersions(
  actor: Actor,
  key: string,
  language: string,
  db: Database = database(),
): Promise<TemplateVersion[]> {
  if (!maySee(actor)) return []
  const rows = await db.messageTemplate.findMany({
    where: { key, language },
    orderBy: { version: 'desc' },
    take: 50,
  })
  const ids = rows.flatMap(row => row.madeById ?? [])
  const people = await db.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(person => [person.id, person.name]))
  return rows.map(({ version, subject, body, madeById, createdAt }) => ({
    version,
    subject,
    body,
    madeBy: madeById && (names.get(madeById) ?? null),
    at: createdAt,
  }))
}

/** Adds a version after the newest one; two at the same moment can't both be next. @returns its number */
export async function insertTemplate(
  tx: AnyTx,
  template: { key: string; language: string; subject: string; body: string; madeById: string | null },
): Promise<number> {
  const { key, language } = template
  await prismaOf(tx)
    .$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`template ${language} ${key}`}, 7))`
  const newest = await prismaOf(tx).messageTemplate.findFirst({
    where: { key, language },
    orderBy: { version: 'desc' },
    select: { version: true },
  })
  const version = (newest?.version ?? 0) + 1
  await prismaOf(tx).messageTemplate.create({ data: { ...template, id: randomUUID(), version } })
  return version
}
