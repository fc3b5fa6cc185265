import { z } from 'zod'
import { checkSystem } from '@/lib/door/systems/check-system'
import { kindToConnect } from '@/lib/door/systems/kinds'
import { removeSystem, saveSystem } from '@/lib/door/systems/save-system'
import { type Change, type ChangeResult, changeResult } from './change-result'
import { atFields, typedSystem } from './systems/typed-system'

const PAGE = '/settings/systems'

const sent = z.object({
  key: z.string().trim().max(100).default(''),
  kind: z.string().max(100),
  isNew: z.boolean().default(false),
  test: z.boolean().default(false),
})

/** Tests what was just saved. */
async function tested(actor: Parameters<Change>[0], key: string): Promise<ChangeResult> {
  const checked = await checkSystem(actor, key)
  if (checked.ok)
    return checked.passed
      ? { ok: true, title: 'Saved, and the connection works.' }
      : { ok: true, caution: true, title: 'Saved. The test found something wrong; the list says what.' }
  if (checked.reason !== 'too-often') return changeResult(checked, 'Saved.')
  const wait = `That was too many tests at once. Try it again in ${checked.retryAfterSeconds} seconds.`
  return { ok: true, caution: true, title: 'Saved, and not tested.', text: wait }
}

/** What admins change of the connected systems. */
export const systemChanges: Readonly<Record<string, Change>> = {
  'save-system': async (actor, input, commandId) => {
    const { key, kind, isNew, test } = sent.parse(input)
    const fields = kindToConnect(kind)?.fields ?? []
    const typed = typedSystem(fields, input)
    if (!typed.ok)
      return { ok: false, title: 'Something is typed in another way than expected.', fields: typed.fields }
    const saved = changeResult(await saveSystem(actor, key, typed.given, commandId, { isNew }), 'Saved.')
    if (!saved.ok) return { ...saved, ...(saved.fields && { fields: atFields(fields, saved.fields) }) }
    const done = test ? await tested(actor, key) : saved
    return done.ok && isNew ? { ...done, goTo: `${PAGE}/${key}` } : done
  },
  'disconnect-system': async (actor, input, commandId) => {
    const done = changeResult(
      await removeSystem(actor, sent.shape.key.parse(input.key), commandId),
      'Disconnected.',
    )
    return done.ok ? { ...done, goTo: PAGE } : done
  },
}
