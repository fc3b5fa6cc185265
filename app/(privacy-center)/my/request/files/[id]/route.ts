import { attachment } from '@/app/attachment'
import { downloadOwn } from '@/lib/door/files/download-code'
import { seeOther } from '../../../../form-post'
import { currentVisit, newLinkPage, ownPage } from '../../../../visit'

/** One of the person's files, while a code has them opened; else the page that says how. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const visit = await currentVisit()
  if (!visit) return seeOther(newLinkPage)
  const { id } = await params
  const download = /^[0-9a-f-]{36}$/.test(id) ? await downloadOwn(visit.visitor, id) : null
  return download ? attachment(download) : seeOther(`${ownPage}?done=code-closed#files`)
}

/** Asking about a file without taking it would be noted as having taken it. */
export const HEAD = async (): Promise<Response> => seeOther(ownPage)
