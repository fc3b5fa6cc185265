import { sendDocuments } from '@/lib/door/requester/requester-answers'
import { fromElsewhere, seeOther } from '../../../../form-post'
import { currentVisit, newLinkPage } from '../../../../visit'
import { whatCame } from '../../own-post'

/** The documents that were asked for, as they come in. */
export async function POST(request: Request): Promise<Response> {
  const refused = fromElsewhere(request)
  if (refused) return refused
  const visit = await currentVisit()
  if (!visit) return seeOther(newLinkPage)
  const sent = { body: request.body, contentType: request.headers.get('content-type') }
  return whatCame('documents', await sendDocuments(visit.visitor, visit.secret, sent))
}

export { toOwnPage as GET } from '../../own-post'
