import { fieldsBeside } from '@/lib/door/requester/ended-visit'
import { sendDocuments } from '@/lib/door/requester/requester-answers'
import { fromElsewhere } from '../../../../form-post'
import { currentVisit, visitSecret } from '../../../../visit'
import { visitOver, whatCame } from '../../own-post'

/** The documents that were asked for, as they come in. */
export async function POST(request: Request): Promise<Response> {
  const refused = fromElsewhere(request)
  if (refused) return refused
  const { body, headers } = request
  const sent = { body, contentType: headers.get('content-type') }
  const visit = await currentVisit()
  if (!visit) return await visitOver('documents', await fieldsBeside(sent, await visitSecret()))
  return whatCame('documents', await sendDocuments(visit.visitor, visit.secret, sent))
}

export { toOwnPage as GET } from '../../own-post'
