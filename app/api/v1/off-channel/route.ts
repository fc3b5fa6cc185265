import { json, methodNotAllowed, refused, unexpected } from '@/app/api/answers'
import { queryOf } from '@/app/api/v1/query-of'
import { readSent } from '@/app/api/v1/sent-command'
import { denied, withToken } from '@/app/api/v1/with-token'
import { offChannelQuery } from '@/lib/core/off-channel/off-channel-view'
import { can } from '@/lib/core/people/permissions'
import { invalid } from '@/lib/door/answer/invalid'
import { logOffChannel } from '@/lib/door/off-channel/off-channel'
import { listOffChannel, readOffChannel } from '@/lib/store/request/off-channel'
import { represented } from './represent-rows'

const ability = 'log-off-channel'

/** What arrived other than through the Privacy Center, the newest first. */
export const GET = withToken(async ({ actor, request }) => {
  if (!can(actor.role, ability)) return denied(actor, 'off-channel')
  const query = offChannelQuery.safeParse(queryOf(request))
  if (!query.success) return refused(invalid(query.error))
  const { items, next } = await listOffChannel(actor, query.data.cursor, query.data.limit, query.data.state)
  return json({ items: await represented(items), next })
})

/** Logs an arrival, by hand or from a webhook, and says what to answer and what becomes of the ticket. */
export const POST = withToken(async ({ actor, request }) => {
  if (!can(actor.role, ability)) return denied(actor, 'log off-channel')
  const sent = await readSent(actor, request)
  if (sent instanceof Response) return sent
  const logged = await logOffChannel(actor, sent.body, sent.commandId)
  if (!logged.ok) return refused(logged)
  const entry = logged.id ? await readOffChannel(actor, logged.id) : null
  if (!entry) return unexpected(new Error('the entry that was logged is not there'))
  const [view] = await represented([entry])
  return json(view, 201, { location: `/api/v1/off-channel/${entry.id}` })
})

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT }
