import { json, methodNotAllowed, problem, refused } from '@/app/api/answers'
import { denied, nothingFor, withToken } from '@/app/api/v1/with-token'
import { can } from '@/lib/core/people/permissions'
import { checkSystem } from '@/lib/door/systems/check-system'

/** Tests the connection, also while the system is switched off, and changes nothing there. */
export const POST = withToken<{ key: string }>(async ({ actor, params: { key } }) => {
  if (!can(actor.role, 'manage-systems')) return denied(actor, 'test system')
  const checked = await checkSystem(actor, key)
  if (checked.ok) return json({ ok: checked.passed, checks: checked.checks })
  if (checked.reason === 'too-often')
    return problem('too-many-requests', {}, { 'retry-after': String(checked.retryAfterSeconds) })
  return checked.reason === 'not-found' ? nothingFor(actor, 'not-found', key) : refused(checked)
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
}
