import { z } from 'zod'
import { systemClock } from '@/lib/clock'
import type { Actor } from '@/lib/core/people/actor'
import type { SettingField } from '@/lib/core/systems/setting-field'
import type { SystemView } from '@/lib/core/view/system-view'
import { listSealedSystems, readSystem, type SealedSystemRow } from '@/lib/store/systems/connected'
import { systemKinds } from '@/lib/systems'
import type { SystemCheck } from '@/lib/systems/contract'
import { fieldsOf } from '@/lib/systems/settings-fields'
import { mayDo } from '../staff/changing'
import { keptSettings } from './kept-settings'
import { type KindToConnect, kindToConnect } from './kinds'

const ability = 'manage-systems'

/** A system as admins may see it: of its secrets only whether each is set. */
export interface ShownSystem extends Omit<SystemView, 'health'> {
  health: Omit<SystemView['health'], 'since'> & { since: Date }
}

function healthOf(row: SealedSystemRow, lost: boolean): ShownSystem['health'] {
  const { enabled, healthSince: since, health, healthWords, pausedUntil } = row
  if (!enabled) return { state: 'off', since, words: 'Switched off: its steps are done by hand.' }
  if (lost)
    return {
      state: 'failing',
      since,
      words: 'Its secrets can’t be opened with HABEAS_KEY. Enter them again.',
    }
  if (!systemKinds.has(row.kind))
    return { state: 'failing', since, words: 'This version of Habeas doesn’t know systems of this kind.' }
  if (health === 'ok') return { state: 'ok', since, words: 'Nothing is known to be wrong.' }
  const alone = pausedUntil && pausedUntil > systemClock.now() ? ' It is left alone for a moment.' : ''
  return { state: 'failing', since, words: `${healthWords ?? 'It failed.'}${alone}` }
}

/** What is shown of its settings; nothing of what its kind doesn't know, as nobody could say whether that is a secret. */
const settingsOf = (
  fields: readonly SettingField[],
  { settings, secrets }: ReturnType<typeof keptSettings>,
): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ name, secret }): [string, unknown][] => {
      if (secret) return [[name, { set: secrets[name] !== undefined }]]
      return settings[name] === undefined ? [] : [[name, settings[name]]]
    }),
  )

function shown(row: SealedSystemRow): ShownSystem {
  const kept = keptSettings(row)
  const kind = systemKinds.get(row.kind)
  return {
    key: row.key,
    kind: row.kind,
    name: row.name,
    enabled: row.enabled,
    abilities: [...(kind?.abilities ?? [])],
    settings: settingsOf(kind ? fieldsOf(kind.settings) : [], kept),
    health: healthOf(row, kept.lost),
  }
}

/** Every connected system, by key; null for those who may not see them. */
export async function shownSystems(actor: Actor): Promise<ShownSystem[] | null> {
  if (!mayDo(actor, ability)) return null
  return (await listSealedSystems()).map(shown)
}

export interface SystemForForm {
  system: ShownSystem
  /** Null where this version doesn't know it. */
  kind: KindToConnect | null
  /** What the last test found. */
  lastTest: { at: Date; checks: readonly SystemCheck[] } | null
}

const checksSchema = z.array(z.object({ name: z.string(), ok: z.boolean(), words: z.string() }))

/** One of them, with what its form needs; null where there is none of this key, or they may not see it. */
export async function shownSystem(actor: Actor, key: string): Promise<SystemForForm | null> {
  const row = mayDo(actor, ability) ? await readSystem(key) : null
  if (!row) return null
  const { checkedAt: at } = row
  const checks = checksSchema.safeParse(row.checks)
  return {
    system: shown(row),
    kind: kindToConnect(row.kind),
    lastTest: at && checks.success ? { at, checks: checks.data } : null,
  }
}
