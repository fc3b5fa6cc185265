import { json, methodNotAllowed } from '@/app/api/answers'
import { denied, isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { can, sight } from '@/lib/core/people/permissions'
import { timeIn } from '@/lib/core/view/representation'
import { env } from '@/lib/env'
import { readAudit } from '@/lib/store/audit/audit'
import { readRequest } from '@/lib/store/request/requests'

/** Who did what and when. Roles without personal data learn that, and not what came of it. */
export const GET = withToken<{ reference: string }>(async ({ actor, params: { reference } }) => {
  if (!can(actor.role, 'see-audit')) return denied(actor, 'audit')
  const request = isKey(reference) ? await readRequest(actor, reference) : null
  if (!request) return nothingFor(actor, 'not-found', reference)
  const withContent = sight[actor.role] !== 'no-personal-data'
  const rows = await readAudit(actor, request.id)
  const items = rows.map(({ at, actorKind, actorId, actorRole, command, result, facts }) => ({
    at: timeIn(env().orgTimeZone, at),
    actor: { kind: actorKind, id: actorId, role: actorRole },
    command,
    result,
    facts: withContent ? facts : {},
  }))
  return json({ items })
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
