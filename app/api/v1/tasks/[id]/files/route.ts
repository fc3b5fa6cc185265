import { methodNotAllowed, problem } from '@/app/api/answers'
import { takeFile } from '@/app/api/v1/upload'
import { denied, isKey, withToken } from '@/app/api/v1/with-token'
import { mayUpload } from '@/lib/core/derived/file-access'
import { readRequestByTask } from '@/lib/store/request/requests'

/** Uploads a file to a task. Whether the role may is settled before the body is looked at. */
export const POST = withToken<{ id: string }>(async ({ actor, request, params }) => {
  const found = isKey(params.id) ? await readRequestByTask(actor, params.id) : null
  if (!found) return problem('no-such-task')
  if (!mayUpload(actor, found.task)) return denied(actor, 'upload')
  return takeFile(actor, request, found.request, found.task)
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
}
