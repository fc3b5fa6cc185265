import { methodNotAllowed, problem } from '@/app/api/answers'
import { takeFile } from '@/app/api/v1/upload'
import { denied, isKey, withToken } from '@/app/api/v1/with-token'
import { mayUpload } from '@/lib/core/derived/file-access'
import { readRequest } from '@/lib/store/request/requests'

/** Uploads a file to a request. Whether the role may is settled before the request or the body is looked at. */
export const POST = withToken<{ reference: string }>(async ({ actor, request, params }) => {
  if (!mayUpload(actor, null)) return denied(actor, 'upload')
  const found = isKey(params.reference) ? await readRequest(actor, params.reference) : null
  if (!found) return problem('not-found')
  return takeFile(actor, request, found, null)
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
}
