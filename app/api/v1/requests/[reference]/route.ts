import { json, methodNotAllowed } from '@/app/api/answers'
import { isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { represent } from '@/lib/core/view/representation'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { env } from '@/lib/env'
import { readRequest } from '@/lib/store/request/requests'
import { organisationRules } from '@/lib/store/settings/decision-rules'
import { readSamePerson } from '@/lib/store/staff/acting'

export const GET = withToken<{ reference: string }>(async ({ actor, params: { reference } }) => {
  const [request, rules, same] = await Promise.all([
    isKey(reference) ? readRequest(actor, reference) : null,
    organisationRules(),
    readSamePerson(actor),
  ])
  if (!request) return nothingFor(actor, 'not-found', reference)
  await traceAccess(actor, request.id, 'details')
  return json(represent(request, actor, env().orgTimeZone, rules, same))
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
