import { headers } from 'next/headers'
import { formCookie } from '../form-cookie'

/** The form for complaints, without any request. */
export const complainPage = '/complain'

const cookie = formCookie('habeas_complaint', complainPage)

/** The secret of what was typed into the form in this browser. */
export const complaintSecret = async (): Promise<string | undefined> => cookie.secretIn(await headers())

/** `Set-Cookie` headers that tie what was typed to this browser until it is closed. */
export const complaintCookie = cookie.tie

/** `Set-Cookie` headers that untie it. */
export const noComplaintCookie = cookie.untie
