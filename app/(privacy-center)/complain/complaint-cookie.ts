import { cookies } from 'next/headers'
import { isSecure } from '../form-post'

const NAME = 'habeas_complaint'

/** The form for complaints, without any request. */
export const complainPage = '/complain'

/** The secret of what was typed into the form in this browser. */
export const complaintSecret = async (): Promise<string | undefined> => (await cookies()).get(NAME)?.value

const cookie = (value: string, more = '') =>
  `${NAME}=${value}; Path=${complainPage}${more}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`

/** `Set-Cookie` header that ties what was typed to this browser until it is closed. */
export const complaintCookie = (secret: string): string => cookie(secret)

/** `Set-Cookie` header that unties it. */
export const noComplaintCookie = (): string => cookie('', '; Max-Age=0')
