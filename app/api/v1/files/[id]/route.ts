import { randomUUID } from 'node:crypto'
import { methodNotAllowed, problem } from '@/app/api/answers'
import { isKey, withToken } from '@/app/api/v1/with-token'
import { attachment } from '@/app/attachment'
import { downloadForStaff } from '@/lib/door/files/download'

/** The bytes of a file, for the roles that may have it; to others it isn't there. */
export const GET = withToken<{ id: string }>(async ({ actor, params: { id } }) => {
  const download = isKey(id) ? await downloadForStaff(actor, id, `download:${randomUUID()}`) : null
  return download ? attachment(download) : problem('not-found')
})

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
}
