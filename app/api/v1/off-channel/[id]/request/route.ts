import { json, methodNotAllowed, refused } from '@/app/api/answers'
import { readSent } from '@/app/api/v1/sent-command'
import { denied, isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { can } from '@/lib/core/people/permissions'
import { openForEntry } from '@/lib/door/off-channel/open-request'
import { readOffChannel } from '@/lib/store/request/off-channel'

/** Opens the request that the entry's answer offers; the confirmation mail goes to the requester as from the form. */
export const POST = withToken<{ id: string }>(async ({ actor, request, params: { id } }) => {
  if (!can(actor.role, 'log-off-channel')) return denied(actor, 'open for an off-channel entry')
  if (!isKey(id) || !(await readOffChannel(actor, id))) return nothingFor(actor, 'not-found', id)
  const sent = await readSent(actor, request)
  if (sent instanceof Response) return sent
  const opened = await openForEntry(actor, id, sent.body, sent.commandId)
  if (!opened.ok) return refused(opened)
  const { reference, state } = opened
  return json({ reference, state }, 201, { location: `/api/v1/requests/${reference}` })
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
}
