import { headers } from 'next/headers'
import { formCookie } from '../form-cookie'

const cookie = formCookie('habeas_draft', '/request')

/** The secret of the form's draft in this browser. */
export const draftSecret = async (): Promise<string | undefined> => cookie.secretIn(await headers())

/** `Set-Cookie` headers that tie the draft to this browser until it is closed; only the form's own pages get it. */
export const draftCookie = cookie.tie

/** `Set-Cookie` headers that untie it. */
export const noDraftCookie = cookie.untie
