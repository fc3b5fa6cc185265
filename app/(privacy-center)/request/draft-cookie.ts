import { cookies } from 'next/headers'
import { isSecure } from '../form-post'

const NAME = 'habeas_draft'
const DAY = 86_400

/** The secret of the form's draft in this browser. */
export const draftSecret = async (): Promise<string | undefined> => (await cookies()).get(NAME)?.value

/** `Set-Cookie` header that ties the draft to this browser for a day; only the form's own pages get it. */
export const draftCookie = (secret: string): string =>
  `${NAME}=${secret}; Path=/request; Max-Age=${DAY}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
