import { keepProofs } from '@/lib/door/files/attach-proofs'
import { addressOf, fromElsewhere, seeOther } from '../../../form-post'
import { draftSecret } from '../../draft-cookie'
import { checkPage, proofsPage, whoPage } from '../../steps'

/** Keeps the documents with the form, and continues or stays. */
export async function POST(request: Request): Promise<Response> {
  const refused = fromElsewhere(request)
  if (refused) return refused
  const { body, headers } = request
  const sent = { body, contentType: headers.get('content-type'), length: headers.get('content-length') }
  const kept = await keepProofs(await draftSecret(), sent, addressOf(headers))
  if (kept.kind === 'none') return seeOther(`${whoPage}?problem=lost`)
  return seeOther(kept.kind === 'kept' && kept.onward !== 'more' ? checkPage : proofsPage)
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(proofsPage)
