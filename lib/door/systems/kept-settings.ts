import { z } from 'zod'
import { NotOpened } from '@/lib/store/database/open-sealed'
import type { SealedSystemRow } from '@/lib/store/systems/connected'
import { secretsOf } from './connect'
import type { KeptSettings } from './settle'

/** What is kept of a system, its secrets opened; `lost` where they were sealed with a key that is known here no more. */
export function keptSettings(row: SealedSystemRow | null): KeptSettings & { lost: boolean } {
  if (!row) return { settings: {}, secrets: {}, lost: false }
  const settings = z.record(z.string(), z.unknown()).catch({}).parse(row.settings)
  try {
    return { settings, secrets: secretsOf(row.key, row.secrets), lost: false }
  } catch (error) {
    if (!(error instanceof NotOpened)) throw error
    return { settings, secrets: {}, lost: true }
  }
}
