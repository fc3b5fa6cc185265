import { json, methodNotAllowed } from '@/app/api/answers'
import { represented } from '@/app/api/v1/represented'
import { isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { readRequest } from '@/lib/store/request/requests'

export const GET = withToken<{ reference: string }>(async ({ actor, params: { reference } }) => {
  const request = isKey(reference) ? await readRequest(actor, reference) : null
  if (!request) return nothingFor(actor, 'not-found', reference)
  await traceAccess(actor, request.id, 'details')
  return json(await represented(actor, request))
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
