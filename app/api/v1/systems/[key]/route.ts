import { json, methodNotAllowed, noContent, refused, unexpected } from '@/app/api/answers'
import { commandIdOf, readSent, unusableKey } from '@/app/api/v1/sent-command'
import { denied, nothingFor, withToken } from '@/app/api/v1/with-token'
import { can } from '@/lib/core/people/permissions'
import type { DoorRefusal } from '@/lib/door/answer/refusal'
import { removeSystem, saveSystem } from '@/lib/door/systems/save-system'
import { shownSystem } from '@/lib/door/systems/shown-systems'
import { representSystem } from '../represent-system'

const ability = 'manage-systems'

/** A wrong setting by its own name, as the caller sent it. */
function byItsName(refusal: DoorRefusal): DoorRefusal {
  const bare = (path: string) => path.replace(/^settings\./, '')
  const { detail, fields } = refusal
  return {
    ...refusal,
    ...(detail !== undefined && { detail: bare(detail) }),
    ...(fields && {
      fields: Object.fromEntries(Object.entries(fields).map(([path, words]) => [bare(path), words])),
    }),
  }
}

/** Connects a system under this key, or changes the one that is there. A secret that is left out keeps its value. */
export const PUT = withToken<{ key: string }>(async ({ actor, request, params: { key } }) => {
  if (!can(actor.role, ability)) return denied(actor, 'save system')
  const sent = await readSent(actor, request)
  if (sent instanceof Response) return sent
  const done = await saveSystem(actor, key, sent.body, sent.commandId)
  if (!done.ok) return refused(byItsName(done))
  const found = await shownSystem(actor, key)
  return found
    ? json(representSystem(found.system))
    : unexpected(new Error('the system that was saved is not there'))
})

/** Forgets a system and its secrets; its open steps are done by hand from now on. */
export const DELETE = withToken<{ key: string }>(async ({ actor, request, params: { key } }) => {
  if (!can(actor.role, ability)) return denied(actor, 'disconnect system')
  const commandId = commandIdOf(actor, request)
  if (!commandId) return unusableKey()
  const done = await removeSystem(actor, key, commandId)
  if (done.ok) return noContent()
  return done.reason === 'not-found' ? nothingFor(actor, 'not-found', key) : refused(done)
})

export { methodNotAllowed as GET, methodNotAllowed as PATCH, methodNotAllowed as POST }
