import { requireKeys } from '@/lib/door/keys/key-check'
import { env } from '@/lib/env'
import { migrate } from '@/lib/store/database/migrate'
import type { Terminal } from './subcommand'

/** `migrate`: applies the migrations that are missing and says which. */
export async function run(_args: string[], terminal: Terminal): Promise<number> {
  const { applied, roleReady } = await migrate(env().databaseUrl)
  terminal.out(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
  await requireKeys()
  if (!roleReady)
    terminal.out('No role of its own: the product works as the database’s owner (docs/running.md).')
  return 0
}
