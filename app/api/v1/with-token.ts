import { problem, unexpected } from '@/app/api/answers'
import { requireToken } from '@/lib/auth/tokens'
import type { StaffActor } from '@/lib/core/actor'
import { log } from '@/lib/log'
import { consume } from '@/lib/store/limits'
import { useToken } from '@/lib/store/tokens'

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
      if (!actor) return problem('unauthenticated', {}, { 'www-authenticate': 'Bearer realm="habeas"' })
      const { ok, retryAfterSeconds } = await consume(`api:token:${actor.id}`, CALLS, MINUTE)
      if (!ok) return problem('too-many-requests', {}, { 'retry-after': String(retryAfterSeconds) })
      return await work({ actor, request, params: await params })
    } catch (error) {
      return unexpected(error)
    }
  }

/** A call that the role may not make; remembered in the log, because nobody tries that by chance for long. */
export function denied(actor: StaffActor, call: string): Response {
  log.warn({ actorId: actor.id, role: actor.role, call }, 'security: call denied')
  return problem('not-allowed')
}

/** What a reference or an id can look like; anything else is nothing of ours, and is never looked up. */
export const isKey = (text: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(text)
