import type { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

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
} as const

/** Every connected system, by key. */
export const listSystems = (db: Database | AnyTx = database()): Promise<SystemRow[]> =>
  prismaOf(db).connectedSystem.findMany({ select: shown, orderBy: { key: 'asc' } })

/** One of them with its sealed secrets; null where there is none of this key. */
export const readSystem = (
  key: string,
  db: Database | AnyTx = database(),
): Promise<(SystemRow & { secrets: Uint8Array | null }) | null> =>
  prismaOf(db).connectedSystem.findUnique({ where: { key }, select: { ...shown, secrets: true } })
