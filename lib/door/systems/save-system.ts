import { visibleInput } from '@/lib/core/account/invisible'
import type { Facts } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import { SYSTEM_KEY } from '@/lib/core/systems/names'
import { type SystemInput, systemInput } from '@/lib/core/view/system-view'
import { env } from '@/lib/env'
import {
  lockSystems,
  readSystem,
  removeSystem as removeRow,
  type SealedSystemRow,
  saveSystem as saveRow,
} from '@/lib/store/systems/connected'
import { systemKinds } from '@/lib/systems'
import { addressProblem } from '@/lib/systems/address-words'
import type { AnySystemKind } from '@/lib/systems/contract'
import { invalid } from '../answer/invalid'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { changing, type Done, mayDo, refuseBecause } from '../staff/changing'
import { keptSettings } from './kept-settings'
import { settle, wrongSettings } from './settle'

const ability = 'manage-systems'

const refused = (field: string, words: string): DoorRefusal =>
  refusal('invalid-input', { detail: field, fields: { [field]: words } })

type Wanted = { ok: true; kind: AnySystemKind; input: SystemInput }

function readWanted(key: string, given: unknown): Wanted | DoorRefusal {
  // `new` is the address of the form that connects one.
  if (!SYSTEM_KEY.test(key) || key === 'new')
    return refused(
      'key',
      'Use 2 to 40 small letters, digits and hyphens, beginning with a letter, such as gitlab-eu; “new” is taken.',
    )
  const parsed = systemInput.safeParse(visibleInput(given))
  if (!parsed.success) return invalid(parsed.error)
  const kind = systemKinds.get(parsed.data.kind)
  if (!kind) return refused('kind', `Choose one of these: ${[...systemKinds.keys()].join(', ')}.`)
  return { ok: true, kind, input: parsed.data }
}

/** The settings as they would be, each address of them judged; a name is looked up, so this can take a moment. */
async function judged({ kind, input }: Wanted, row: SealedSystemRow | null): Promise<DoorRefusal | null> {
  const settled = settle(kind, input.settings, keptSettings(row))
  if (!settled.ok) return settled
  const { allowedPrivateHosts: allowed } = env()
  const found = await Promise.all(
    settled.addresses.map(async ({ name, address, isSecret }) => ({
      name,
      words: await addressProblem(address, { allowed, isSecret }),
    })),
  )
  const problems = found.flatMap(({ name, words }) => (words ? [[name, words] as const] : []))
  return problems.length > 0 ? wrongSettings(Object.fromEntries(problems)) : null
}

interface HowToSave {
  /** A key that is taken is refused, as the one who typed it means another system. */
  isNew?: boolean
}

/**
 * Connects a system, or changes one that is connected. What was typed is judged before anything is kept; a secret that is left out
 * keeps its value. The audit log has the names of what changed, and no value.
 * @param given see `systemInput`
 */
export async function saveSystem(
  actor: Actor,
  key: string,
  given: unknown,
  commandId: string,
  { isNew = false }: HowToSave = {},
): Promise<Done> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const wanted = readWanted(key, given)
  if (!wanted.ok) return wanted
  const problem = await judged(wanted, await readSystem(key))
  if (problem) return problem
  const { kind, input } = wanted
  const command = 'save-system'
  return await changing({ actor, ability, command, commandId, locks: lockSystems }, async tx => {
    const row = await readSystem(key, tx)
    if (row && isNew) refuseBecause('key', 'A system of this key is connected already. Choose another key.')
    if (row && row.kind !== input.kind)
      refuseBecause('kind', 'A connected system keeps its kind. Connect another under a key of its own.')
    // Once more: somebody else may have changed it since.
    const settled = settle(kind, input.settings, keptSettings(row))
    if (!settled.ok) throw new Refused(settled)
    const { settings, secrets, changed } = settled
    const { enabled, name = row?.name ?? kind.name } = input
    const renewed = changed.length > 0 || row?.enabled !== enabled
    await saveRow(tx, { key, kind: input.kind, name, enabled, settings, secrets, renewed })
    const facts: Facts = { system: key, kind: input.kind, enabled, changed }
    return { answer: {}, facts, became: row ? 'change-system' : 'connect-system' }
  })
}

/** Forgets a system and its secrets: from now on, people do its steps by hand. Refused where there is none of this key. */
export async function removeSystem(actor: Actor, key: string, commandId: string): Promise<Done> {
  const change = { actor, ability, command: 'disconnect-system', commandId, locks: lockSystems } as const
  return await changing(change, async tx => {
    if (!(await removeRow(tx, key))) throw new Refused(refusal('not-found'))
    return { answer: {}, facts: { system: key } }
  })
}
