import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'

/** Every entry point runs from the project's root. */
export const MIGRATIONS = resolve('prisma/migrations')

/** Names of all migrations, oldest first. */
export function migrationNames(): string[] {
  if (!existsSync(MIGRATIONS)) return []
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
}
