import { env } from '@/lib/env'
import { verifyAudit } from '@/lib/store/audit/audit-verify'
import type { Terminal } from './subcommand'

/** `audit verify`: reads the whole audit log against its chains and signed checkpoints; prints each fault, 1 when there is any. */
export async function run(_args: string[], terminal: Terminal): Promise<number> {
  const { rows, chains, checkpoints, faults } = await verifyAudit(env())
  for (const { where, what } of faults) terminal.out(`FAULT ${where}: ${what}`)
  terminal.out(`${rows} rows in ${chains} chains, ${checkpoints} signed checkpoints, ${faults.length} faults`)
  return faults.length === 0 ? 0 : 1
}
