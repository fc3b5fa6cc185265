import { seedDemo } from '@/lib/demo/seed'
import { env } from '@/lib/env'
import { isInUse } from '@/lib/store/demo/demo'
import type { Terminal } from './subcommand'

/** `demo seed`: fills an empty database with the demo, where a demo is wanted; a real installation is never touched. */
export async function run(_args: string[], terminal: Terminal): Promise<number> {
  const { embedded, demo } = env()
  if (!embedded && !demo) {
    terminal.err('This is not a demo. Set DEMO=1 if it is to become one.')
    return 1
  }
  if (await isInUse()) {
    terminal.err('Somebody works here already; the demo is for an empty database.')
    return 1
  }
  await seedDemo()
  terminal.out('The demo is ready.')
  return 0
}
