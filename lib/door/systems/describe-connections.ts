import { env } from '@/lib/env'
import { listSealedSystems, type SealedSystemRow } from '@/lib/store/systems/connected'
import { systemKinds } from '@/lib/systems'
import { addressProblem } from '@/lib/systems/address-words'
import { fieldsOf } from '@/lib/systems/settings-fields'
import { keptSettings } from './kept-settings'
import { lookAtConnection } from './look-at-connection'

/** All of them are looked at side by side, so this is what the whole takes at most. */
const LOOKING_MS = 25_000

export interface DescribedConnection {
  key: string
  name: string
  isOn: boolean
  /** Sentences; empty where all is well. */
  problems: readonly string[]
  /** Since when calls have failed, where they do. */
  since: Date | null
}

/** Addresses that may not be called, said by themselves: the failing call would say less. */
async function addressProblems(row: SealedSystemRow): Promise<string[]> {
  const kind = systemKinds.get(row.kind)
  if (!kind) return []
  const { settings, secrets } = keptSettings(row)
  const problems = await Promise.all(
    fieldsOf(kind.settings).map(async ({ name, label, address, secret }) => {
      const value = (secret ? secrets : settings)[name]
      if (!address || typeof value !== 'string') return null
      const { allowedPrivateHosts: allowed } = env()
      const words = await addressProblem(value, { allowed, isSecret: secret })
      return words && `${label}: ${words}`
    }),
  )
  return problems.filter(words => words !== null)
}

async function describe(row: SealedSystemRow): Promise<DescribedConnection> {
  const { key, name, enabled: isOn, health, healthSince, healthWords } = row
  const addresses = await addressProblems(row)
  const checks = addresses.length > 0 ? [] : await lookAtConnection(key, LOOKING_MS)
  const failed = (checks ?? []).flatMap(check => (check.ok ? [] : [`${check.name}: ${check.words}`]))
  // Where a system is left alone for now, the test says that and not why.
  const before =
    failed.length > 0 &&
    health === 'failing' &&
    healthWords &&
    !failed.some(words => words.includes(healthWords))
      ? [`Its calls failed: ${healthWords}`]
      : []
  const problems = [...addresses, ...failed, ...before]
  return {
    key,
    name,
    isOn,
    problems,
    since: health === 'failing' && problems.length > 0 ? healthSince : null,
  }
}

/**
 * How every connected system is, found out by testing each: secrets that don't open, settings of another version, an address that
 * may not be called, and each check that fails. Only for the command line: nothing limits it.
 */
export async function describeConnections(): Promise<DescribedConnection[]> {
  return await Promise.all((await listSealedSystems()).map(describe))
}
