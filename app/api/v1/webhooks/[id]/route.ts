import { methodNotAllowed, noContent, refused } from '@/app/api/answers'
import { commandIdOf, unusableKey } from '@/app/api/v1/sent-command'
import { denied, isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { can } from '@/lib/core/people/permissions'
import { removeWebhook } from '@/lib/door/webhooks/webhooks'

/** Takes a webhook away, with what is on its way to it. */
export const DELETE = withToken<{ id: string }>(async ({ actor, request, params: { id } }) => {
  if (!can(actor.role, 'webhooks')) return denied(actor, 'remove webhook')
  if (!isKey(id)) return nothingFor(actor, 'not-found', id)
  const commandId = commandIdOf(actor, request)
  if (!commandId) return unusableKey()
  const done = await removeWebhook(actor, id, commandId)
  return done.ok ? noContent() : refused(done)
})

export {
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
