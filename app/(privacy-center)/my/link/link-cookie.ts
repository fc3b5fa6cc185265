import { formCookie } from '../../form-cookie'
import { newLinkPage } from '../../visit'

/** Ties what was typed into *Get a new link*, and could not be sent, to this browser. */
export const linkCookie = formCookie('habeas_link', newLinkPage)
