import type { SystemNames } from '@/lib/core/systems/system-names'
import { env } from '@/lib/env'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { sealJson } from '../database/sealing'

/** A connected system without its secrets. */
export interface SystemRow {
  key: string
  kind: string
  name: string
  enabled: boolean
  /** Checked by its kind's schema when it is used. */
  settings: Prisma.JsonValue
  health: string
  healthSince: Date
  healthWords: string | null
  pausedUntil: Date | null
  /** What the last test of the connection found, and when. */
  checks: Prisma.JsonValue
  checkedAt: Date | null
}

/** The same with its sealed secrets. */
export interface SealedSystemRow extends SystemRow {
  secrets: Uint8Array | null
}

const shown = {
  key: true,
  kind: true,
  name: true,
  enabled: true,
  settings: true,
  health: true,
  healthSince: true,
  healthWords: true,
  pausedUntil: true,
  checks: true,
  checkedAt: true,
} as const
const sealed = { ...shown, secrets: true } as const

/** Every connected system, by key. */
export const listSystems = (db: Database | AnyTx = database()): Promise<SystemRow[]> =>
  prismaOf(db).connectedSystem.findMany({ select: shown, orderBy: { key: 'asc' } })

/** What each is called, by key. */
export async function readSystemNames(db: Database | AnyTx = database()): Promise<SystemNames> {
  const rows = await prismaOf(db).connectedSystem.findMany({ select: { key: true, name: true } })
  return new Map(rows.map(({ key, name }) => [key, name]))
}

/** The same with their sealed secrets, to tell which are set. */
export const listSealedSystems = (db: Database | AnyTx = database()): Promise<SealedSystemRow[]> =>
  prismaOf(db).connectedSystem.findMany({ select: sealed, orderBy: { key: 'asc' } })

/** One of them with its sealed secrets; null where there is none of this key. */
export const readSystem = (key: string, db: Database | AnyTx = database()): Promise<SealedSystemRow | null> =>
  prismaOf(db).connectedSystem.findUnique({ where: { key }, select: sealed })

/** Lets changes of connected systems come one after the other, also of one that isn't there yet. */
export async function lockSystems(tx: AnyTx): Promise<void> {
  await prismaOf(tx).$executeRaw`select pg_advisory_xact_lock(hashtextextended('connected systems', 7))`
}

export interface SavedSystem {
  key: string
  kind: string
  name: string
  enabled: boolean
  /** Without secrets. */
  settings: Prisma.InputJsonObject
  /** In clear; sealed here for this row. */
  secrets: Readonly<Record<string, string>>
  /** It is to be called in another way than before: what is known of its health counts no more. */
  renewed: boolean
}

/** Connects a system, or changes one. The caller holds `lockSystems`. */
export async function saveSystem(tx: AnyTx, { key, secrets, renewed, ...saved }: SavedSystem): Promise<void> {
  const prisma = prismaOf(tx)
  const bytes = Object.keys(secrets).length > 0 ? sealJson(secrets, 'connected system', env().key, key) : null
  const now = new Date()
  const data = {
    ...saved,
    secrets: bytes,
    updatedAt: now,
    ...(renewed && {
      health: 'ok',
      healthSince: now,
      healthWords: null,
      failures: 0,
      pausedUntil: null,
      checks: Prisma.DbNull,
      checkedAt: null,
    }),
  }
  await prisma.connectedSystem.upsert({ where: { key }, create: { key, ...data }, update: data })
}

/** Forgets a system with its secrets. @returns false where there is none of this key */
export async function removeSystem(tx: AnyTx, key: string): Promise<boolean> {
  const { count } = await prismaOf(tx).connectedSystem.deleteMany({ where: { key } })
  return count > 0
}

/** One line of what a test found. */
export interface CheckLine {
  name: string
  ok: boolean
  words: string
}

/** Keeps what a test of the connection found, and says by it how the system is. */
export async function recordChecks(
  key: string,
  lines: readonly CheckLine[],
  db: Database | AnyTx = database(),
): Promise<void> {
  const failed = lines.find(({ ok }) => !ok)
  const health = failed ? 'failing' : 'ok'
  const words = failed ? `${failed.name}: ${failed.words}` : null
  await prismaOf(db).$executeRaw`
    update connected_system set checks = ${JSON.stringify(lines)}::jsonb, checked_at = clock_timestamp(),
      health_since = case when health = ${health} then health_since else clock_timestamp() end,
      health = ${health}, health_words = ${words}
    where key = ${key}`
}
