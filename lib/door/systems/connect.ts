import { z } from 'zod'
import { env } from '@/lib/env'
import { openSealed } from '@/lib/store/database/open-sealed'
import { readSystem } from '@/lib/store/systems/connected'
import { systemKinds } from '@/lib/systems'
import type { Connection } from '@/lib/systems/contract'
import { makeWire } from '@/lib/systems/wire'
import { sharedTraffic } from './traffic'

const secretsSchema = z.record(z.string(), z.string())

/** The secrets of a system, opened. @throws NotOpened when they were sealed with a key that is known here no more */
export function secretsOf(key: string, sealed: Uint8Array | null): Record<string, string> {
  return sealed ? secretsSchema.parse(openSealed(sealed, 'connected system', key)) : {}
}

interface HowToConnect {
  signal?: AbortSignal
  /** Also while it is switched off, for testing it. */
  evenOff?: boolean
}

/**
 * A system ready to be called, with what all processes share about it; null where none of this key is connected and on.
 * @throws when its settings can't be read: sealed with another key, or of another version
 */
export async function connectTo(
  key: string,
  { signal, evenOff = false }: HowToConnect = {},
): Promise<Connection | null> {
  const row = await readSystem(key)
  const kind = row && systemKinds.get(row.kind)
  if (!row || !kind || !(row.enabled || evenOff)) return null
  const { name } = row
  const { patienceMs } = kind.limits
  const perMinute = kind.perMinuteOf?.(row.settings) ?? kind.limits.perMinute
  const settings = {
    ...z.record(z.string(), z.unknown()).parse(row.settings),
    ...secretsOf(key, row.secrets),
  }
  const wire = makeWire({
    name,
    allowed: env().allowedPrivateHosts,
    patienceMs,
    traffic: sharedTraffic({ key, name, perMinute }),
    ...(signal && { signal }),
  })
  return kind.connect(settings, wire)
}
