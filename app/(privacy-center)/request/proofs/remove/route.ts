import { removeProof } from '@/lib/door/files/attach-proofs'
import { readPost, seeOther } from '../../../form-post'
import { draftSecret } from '../../draft-cookie'
import { proofsPage } from '../../steps'

/** Takes a document out of the form again. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  await removeProof(await draftSecret(), post.fields.get('proof') ?? '')
  return seeOther(proofsPage)
}

/** Somebody went to the address of the button rather than to its page. */
export const GET = (): Response => seeOther(proofsPage)
