import { problem, unexpected } from '@/app/api/answers'
import { requireToken } from '@/lib/auth/tokens'
import type { StaffActor } from '@/lib/core/people/actor'
import { log } from '@/lib/log'
import { consume } from '@/lib/store/database/limits'
import { useToken } from '@/lib/store/staff/tokens'

/** Calls that one token may make in a minute. */
const CALLS = 600
const MINUTE = 60

export interface Call<Params> {
  actor: StaffActor
  request: Request
  params: Params
}

/** A handler that runs only for a live token within its limit, and whose errors are problems like any other. */
export const withToken =
  <Params = Record<string, never>>(work: (call: Call<Params>) => Promise<Response>) =>
  async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const actor = await requireToken(request.headers.get('authorization'), useToken)
      if (!actor) return nobody(request)
      const { ok, retryAfterSeconds } = await consume(`api:token:${actor.id}`, CALLS, MINUTE)
      if (!ok) return problem('too-many-requests', {}, { 'retry-after': String(retryAfterSeconds) })
      return await work({ actor, request, params: await params })
    } catch (error) {
      return unexpected(error)
    }
  }

function nobody(request: Request): Response {
  log.warn({ method: request.method }, 'security: API call without a live token')
  return problem('unauthenticated', {}, { 'www-authenticate': 'Bearer realm="habeas"' })
}

/** A reference or an id as we make them; anything else could be somebody's name, and stays out of the log. */
const isOurs = (text: string) => /^(PR-\w{4}-\w{4}|[0-9a-f-]{36})$/.test(text)

/** There is nothing, or not for this role: the caller can't tell, and the log needn't. */
export function nothingFor(
  actor: StaffActor,
  reason: 'not-found' | 'no-such-task',
  wanted: string,
): Response {
  log.warn(
    { actorId: actor.id, role: actor.role, wanted: isOurs(wanted) ? wanted : 'malformed' },
    'security: nothing there for this role',
  )
  return problem(reason)
}

/** A call that the role may not make; remembered in the log, because nobody tries that by chance for long. */
export function denied(actor: StaffActor, call: string): Response {
  log.warn({ actorId: actor.id, role: actor.role, call }, 'security: call denied')
  return problem('not-allowed')
}

/** What a reference or an id can look like; anything else can't exist, and is never looked up. */
export const isKey = (text: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(text)
