import { json, methodNotAllowed } from '@/app/api/answers'
import { isKey, nothingFor, withToken } from '@/app/api/v1/with-token'
import { represent } from '@/lib/core/representation'
import { env } from '@/lib/env'
import { readRequest } from '@/lib/store/requests'

export const GET = withToken<{ reference: string }>(async ({ actor, params: { reference } }) => {
  const request = isKey(reference) ? await readRequest(actor, reference) : null
  return request
    ? json(represent(request, actor, env().orgTimeZone))
    : nothingFor(actor, 'not-found', reference)
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
