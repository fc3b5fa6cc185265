import { cookies } from 'next/headers'
import { isSecure } from '../form-post'

const NAME = 'habeas_draft'

/** The secret of the form's draft in this browser. */
export const draftSecret = async (): Promise<string | undefined> => (await cookies()).get(NAME)?.value

const cookie = (value: string, more = '') =>
  `${NAME}=${value}; Path=/request${more}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`

/** `Set-Cookie` header that ties the draft to this browser until it is closed; only the form's own pages get it. */
export const draftCookie = (secret: string): string => cookie(secret)

/** `Set-Cookie` header that unties it. */
export const noDraftCookie = (): string => cookie('', '; Max-Age=0')
