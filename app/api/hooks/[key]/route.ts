import { json, methodNotAllowed, problem, unexpected } from '@/app/api/answers'
import { CLIENT_ADDRESS_HEADER } from '@/lib/auth/client-address'
import { bodyBytes } from '@/lib/body-bytes'
import { systemClock } from '@/lib/clock'
import { allowHook } from '@/lib/door/answer/public-limits'
import { takeArrival } from '@/lib/door/systems/arrivals'

export const dynamic = 'force-dynamic'

/** A webhook carries a ticket's number and some words. */
const MOST_BYTES = 64 * 1024

/** Where a connected system says that a ticket has come. There is no session: the signature over the body's bytes says who it is. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  try {
    const { ok, retryAfterSeconds } = await allowHook(request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown')
    if (!ok) return problem('too-many-requests', {}, { 'retry-after': String(retryAfterSeconds) })
    const raw = await bodyBytes(request, MOST_BYTES)
    if (!raw) return problem('body-too-large')
    const { key } = await params
    const headers = Object.fromEntries(request.headers)
    const arrived = await takeArrival(key, { headers, raw, now: systemClock.now() })
    if (arrived.is === 'denied')
      return problem('unauthenticated', { title: 'The signature is not valid, or its time is over.' })
    if (arrived.is === 'unreadable')
      return problem('malformed-body', {
        detail: 'Name the ticket, as in {"ticket_id": 4711, "asks_for": "data-access"}.',
      })
    return json({ result: arrived.is })
  } catch (error) {
    return unexpected(error)
  }
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
}
