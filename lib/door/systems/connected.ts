import type { ConnectedSystem } from '@/lib/core/systems/connected'
import { log } from '@/lib/log'
import type { Tx } from '@/lib/store/database/transaction'
import { listSystems, type SystemRow } from '@/lib/store/systems/connected'
import { systemKinds } from '@/lib/systems'

/** A row as decisions know it; null where it is off, or of a kind or with settings that this version doesn't know. */
export function connectedSystem({ key, kind, name, enabled, settings }: SystemRow): ConnectedSystem | null {
  const known = systemKinds.get(kind)
  if (!known || !enabled) return null
  try {
    const { abilities } = known
    const acts = known.actsOf?.(settings) ?? known.acts
    return { key, kind, name, role: known.roleOf(settings), abilities, acts }
  } catch {
    log.warn({ system: key, kind }, 'settings of a connected system are not of its kind')
    return null
  }
}

/** The systems that are connected and switched on. */
export async function connectedSystems(tx?: Tx): Promise<ConnectedSystem[]> {
  return (await listSystems(tx)).flatMap(row => connectedSystem(row) ?? [])
}
