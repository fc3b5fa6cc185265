import { json, methodNotAllowed } from '@/app/api/answers'
import { denied, isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { can } from '@/lib/core/people/permissions'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { readOffChannel } from '@/lib/store/request/off-channel'
import { represented } from '../represent-rows'

/** One entry with its answer. */
export const GET = withToken<{ id: string }>(async ({ actor, params: { id } }) => {
  if (!can(actor.role, 'log-off-channel')) return denied(actor, 'off-channel')
  const entry = isKey(id) ? await readOffChannel(actor, id) : null
  if (!entry) return nothingFor(actor, 'not-found', id)
  await traceAccess(actor, entry.id, 'off-channel')
  const [view] = await represented([entry])
  return json(view)
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
