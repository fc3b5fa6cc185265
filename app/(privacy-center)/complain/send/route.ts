import { typedText } from '@/lib/core/intake/typed-text'
import { sendComplaint } from '@/lib/door/intake/complaint'
import { readPost, seeOther, tooBusy } from '../../form-post'
import { complainPage, complaintCookie, complaintSecret, noComplaintCookie } from '../complaint-cookie'

/** Sends a complaint, or keeps what was typed and says what is missing. The answer is the same for everybody. */
export async function POST(request: Request): Promise<Response> {
  const post = await readPost(request)
  if ('refused' in post) return post.refused
  const field = (name: string) => typedText(post.fields.get(name))
  const typed = {
    email: field('email'),
    about: field('about'),
    words: field('words'),
    country: field('country'),
    region: field('region'),
  }
  const sent = await sendComplaint(await complaintSecret(), typed, post.address, field('press'))
  if (sent.kind === 'sent') return seeOther(`${complainPage}/sent`, noComplaintCookie())
  if (sent.kind === 'refused') return tooBusy(sent.busy)
  return seeOther(`${complainPage}?problem=${sent.because}`, complaintCookie(sent.secret))
}

/** Somebody went to the address of the form rather than to its page. */
export const GET = (): Response => seeOther(complainPage)
