import { randomUUID } from 'node:crypto'
import { env } from '@/lib/env'
import { type Database, database } from '@/lib/store/database/client'
import { sealJson } from '@/lib/store/database/sealing'

interface NewSystem {
  key?: string
  kind: string
  name?: string
  enabled?: boolean
  settings: object
  secrets?: object
}

/** Connects a system as an admin's settings would be kept. @returns its key */
export async function aSystem(
  { key = `s-${randomUUID().slice(0, 8)}`, kind, name = kind, enabled = true, settings, secrets }: NewSystem,
  db: Database = database(),
): Promise<string> {
  const sealed = secrets ? sealJson(secrets, 'connected system', env().key, key) : null
  await db.connectedSystem.create({ data: { key, kind, name, enabled, settings, secrets: sealed } })
  return key
}
