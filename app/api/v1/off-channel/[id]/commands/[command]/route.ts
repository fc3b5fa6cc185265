import { json, methodNotAllowed, problem, refused, unexpected } from '@/app/api/answers'
import { readSent } from '@/app/api/v1/sent-command'
import { denied, isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { isOffChannelAct } from '@/lib/core/off-channel/off-channel-view'
import { can } from '@/lib/core/people/permissions'
import { changeEntry } from '@/lib/door/off-channel/change-entry'
import { readOffChannel } from '@/lib/store/request/off-channel'
import { represented } from '../../../represent-rows'

/** Says what became of an entry: solved, finished with a note, or where the person wants to move to. */
export const POST = withToken<{ id: string; command: string }>(async ({ actor, request, params }) => {
  const { id, command } = params
  if (!isOffChannelAct(command)) return problem('not-found')
  if (!can(actor.role, 'log-off-channel')) return denied(actor, `${command} off-channel`)
  if (!isKey(id) || !(await readOffChannel(actor, id))) return nothingFor(actor, 'not-found', id)
  const sent = await readSent(actor, request)
  if (sent instanceof Response) return sent
  const changed = await changeEntry(actor, id, command, sent.body, sent.commandId)
  if (!changed.ok) return refused(changed)
  const entry = await readOffChannel(actor, id)
  if (!entry) return unexpected(new Error('the entry that was changed is not there'))
  const [view] = await represented([entry])
  return json(view)
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
}
