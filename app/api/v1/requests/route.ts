import { json, methodNotAllowed, refused } from '@/app/api/answers'
import { queryOf } from '@/app/api/v1/query-of'
import { readSent } from '@/app/api/v1/sent-command'
import { denied, withToken } from '@/app/api/v1/with-token'
import { can } from '@/lib/core/people/permissions'
import { queueFilterSchema } from '@/lib/core/view/queue-filter'
import { representRow } from '@/lib/core/view/queue-representation'
import { invalid } from '@/lib/door/answer/invalid'
import { submitRequest } from '@/lib/door/run/submit'
import { env } from '@/lib/env'
import { readQueue } from '@/lib/store/queue/queue'

/** One page of the queue, by keyset. */
export const GET = withToken(async ({ actor, request }) => {
  if (!can(actor.role, 'see-queue')) return denied(actor, 'queue')
  const filter = queueFilterSchema.safeParse(queryOf(request))
  if (!filter.success) return refused(invalid(filter.error))
  const { items, next } = await readQueue(actor, filter.data)
  return json({ items: items.map(row => representRow(row, actor, env().orgTimeZone)), next })
})

/** Takes a new request in; the confirmation mail goes to the requester as from the form. */
export const POST = withToken(async ({ actor, request }) => {
  if (!can(actor.role, 'open-request')) return denied(actor, 'open request')
  const sent = await readSent(actor, request)
  if (sent instanceof Response) return sent
  const taken = await submitRequest(actor, sent.body, { commandId: sent.commandId, source: 'api' })
  if (!taken.ok) return refused(taken)
  const { reference, state } = taken
  return json({ reference, state }, 201, { location: `/api/v1/requests/${reference}` })
})

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT }
