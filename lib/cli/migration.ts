import { env } from '@/lib/env'
import { writeMigration } from '@/lib/store/database/migrations'
import type { Terminal } from './subcommand'

/** `migration NAME [--rewrite]`: writes prisma/migrations/NAME from what changed in prisma/schema. */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const name = args.find(word => !word.startsWith('--'))
  if (!name || !/^\d{4}_[a-z0-9_]+$/.test(name)) {
    terminal.err('Give the migration a name such as 0002_add_exports.')
    return 2
  }
  terminal.out(await writeMigration(env().databaseUrl, name, args.includes('--rewrite')))
  return 0
}
