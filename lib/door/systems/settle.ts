import { z } from 'zod'
import type { SettingField } from '@/lib/core/systems/setting-field'
import type { SystemInput } from '@/lib/core/view/system-view'
import type { AnySystemKind } from '@/lib/systems/contract'
import { fieldsOf } from '@/lib/systems/settings-fields'
import { invalid } from '../answer/invalid'
import { type DoorRefusal, refusal } from '../answer/refusal'

/** What is kept of a system so far. */
export interface KeptSettings {
  /** Without secrets. */
  settings: Readonly<Record<string, unknown>>
  /** In clear; empty where they can't be opened any more, so that they are asked for again. */
  secrets: Readonly<Record<string, string>>
}

interface Settled {
  ok: true
  settings: Record<string, z.core.util.JSONType>
  secrets: Record<string, string>
  /** Names of the settings that differ from what was kept. */
  changed: string[]
  /** Addresses that our server will call. */
  addresses: { name: string; address: string; isSecret: boolean }[]
}

const wrong = (fields: Record<string, string>): DoorRefusal => {
  const named = Object.fromEntries(Object.entries(fields).map(([name, words]) => [`settings.${name}`, words]))
  return refusal('invalid-input', { detail: Object.keys(named).join(', '), fields: named })
}

const hostOf = (address: unknown): string | null =>
  typeof address === 'string' && URL.canParse(address) ? new URL(address).hostname : null

/** Whether one of the addresses leads to another machine than before. */
const hasMoved = (
  fields: readonly SettingField[],
  now: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
): boolean =>
  fields.some(({ name, address, secret }) => address && !secret && hostOf(now[name]) !== hostOf(before[name]))

const json = z.json()
const isSame = (before: unknown, after: unknown) => JSON.stringify(before) === JSON.stringify(after)

/**
 * What a system's settings are after a change: those that were sent, and secrets that weren't, as they are. A secret is kept only
 * for the machine that it was entered for, because changing the address would otherwise be a way to read it.
 */
export function settle(
  kind: AnySystemKind,
  sent: SystemInput['settings'],
  kept: KeptSettings,
): Settled | DoorRefusal {
  const fields = fieldsOf(kind.settings)
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null && value !== ''))
  const stays = fields.filter(
    ({ name, secret }) => secret && !Object.hasOwn(sent, name) && kept.secrets[name],
  )
  const whole = { ...given, ...Object.fromEntries(stays.map(({ name }) => [name, kept.secrets[name]])) }
  const parsed = z.object({ settings: kind.settings.strict() }).safeParse({ settings: whole })
  if (!parsed.success) return invalid(parsed.error)
  const next = parsed.data.settings
  if (hasMoved(fields, next, kept.settings) && stays.length > 0)
    return wrong(
      Object.fromEntries(
        stays.map(({ name }) => [name, 'The address leads to another host, so enter this again.']),
      ),
    )
  const [settings, secrets]: [Settled['settings'], Settled['secrets']] = [{}, {}]
  for (const { name, secret } of fields) {
    const value = next[name]
    if (value === undefined) continue
    if (secret) secrets[name] = z.string().parse(value)
    else settings[name] = json.parse(value)
  }
  const changed = fields
    .filter(({ name, secret }) =>
      secret ? secrets[name] !== kept.secrets[name] : !isSame(settings[name], kept.settings[name]),
    )
    .map(({ name }) => name)
  const addresses = fields.flatMap(({ name, address, secret }) => {
    const value = next[name]
    return address && typeof value === 'string' ? [{ name, address: value, isSecret: secret }] : []
  })
  return { ok: true, settings, secrets, changed, addresses }
}

/** The refusal that names the settings and what is wrong with each. */
export const wrongSettings = wrong
