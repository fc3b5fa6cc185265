import { json, methodNotAllowed } from '@/app/api/answers'
import { denied, isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { sight } from '@/lib/core/people/permissions'
import { timeIn } from '@/lib/core/view/representation'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { env } from '@/lib/env'
import { readMessages } from '@/lib/store/mail/conversation'
import { readRequest } from '@/lib/store/request/requests'

/** The conversation with its notes, for roles that see personal data. */
export const GET = withToken<{ reference: string }>(async ({ actor, params: { reference } }) => {
  if (sight[actor.role] === 'no-personal-data') return denied(actor, 'messages')
  const request = isKey(reference) ? await readRequest(actor, reference) : null
  if (!request) return nothingFor(actor, 'not-found', reference)
  await traceAccess(actor, request.id, 'messages')
  const said = await readMessages(actor, request.id)
  const items = said.map(({ taskId, at, ...entry }) => ({
    ...entry,
    at: timeIn(env().orgTimeZone, at),
    ...(taskId && { taskId }),
  }))
  return json({ items })
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
