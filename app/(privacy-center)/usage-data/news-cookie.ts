import { formCookie } from '../form-cookie'

/** Ties the address that somebody typed to be told of changes, and that could not be taken, to this browser. */
export const newsCookie = formCookie('habeas_news', '/usage-data')
