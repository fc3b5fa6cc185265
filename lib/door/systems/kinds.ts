import type { Ability } from '@/lib/core/systems/names'
import type { SettingField } from '@/lib/core/systems/setting-field'
import { systemKinds } from '@/lib/systems'
import { fieldsOf } from '@/lib/systems/settings-fields'

/** A kind of system that can be connected, as its form is drawn. */
export interface KindToConnect {
  key: string
  /** `GitLab`. */
  name: string
  /** What it does for requests, in a sentence. */
  about: string
  abilities: readonly Ability[]
  fields: readonly SettingField[]
}

/** One of them; null where this version knows none of this key. */
export function kindToConnect(key: string): KindToConnect | null {
  const kind = systemKinds.get(key)
  if (!kind) return null
  const { name, about, abilities, settings } = kind
  return { key, name, about, abilities, fields: fieldsOf(settings) }
}

/** Every kind of system that can be connected. */
export const kindsToConnect = (): KindToConnect[] =>
  [...systemKinds.keys()].flatMap(key => kindToConnect(key) ?? [])
