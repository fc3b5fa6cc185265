import { demoAccountLines } from '@/lib/demo/accounts'
import { seedDemo } from '@/lib/demo/seed'
import { noteSignInKey, requireKeys } from '@/lib/door/keys/key-check'
import { env } from '@/lib/env'
import { migrate } from '@/lib/store/database/migrate'
import { hasDemoStaff, isInUse } from '@/lib/store/demo/demo'
import { weakPoints } from '@/lib/weak-points'
import type { Terminal } from './subcommand'

/**
 * `prepare`: what every start does before anything listens. Checks the settings, migrates, and seeds the
 * demo once where it is wanted; a real installation must have no demo people, whose password is public.
 */
export async function run(_args: string[], terminal: Terminal): Promise<number> {
  const { databaseUrl, embedded, demo } = env()
  for (const point of weakPoints(env())) terminal.err(`Warning: ${point}.`)
  const { roleReady } = await migrate(databaseUrl)
  await requireKeys()
  if (await noteSignInKey())
    terminal.err('Warning: NEXTAUTH_SECRET is not the one of the last start: everybody signs in anew.')
  if (!roleReady) terminal.err('Warning: no database role of its own; see `npm run habeas -- doctor`.')
  const demoWanted = embedded || demo
  if (demoWanted && !(await isInUse())) await seedDemo()
  if (!(await hasDemoStaff())) return 0
  if (!demoWanted) {
    terminal.err('Habeas refuses to start: this database has demo people with a published password.')
    terminal.err('Use a database of its own, or set DEMO=1 if this is a demo.')
    return 1
  }
  terminal.out(demoAccountLines())
  return 0
}
