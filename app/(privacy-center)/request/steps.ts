/** The addresses of the form's pages. What they carry says nothing about a person. */
export const whoPage = '/request/new'
export const whatPage = '/request/what?who=me'
export const detailsPage = (type: string) => `/request/details?who=me&type=${encodeURIComponent(type)}`
export const checkPage = '/request/check'
export const sentPage = '/request/sent'

type Query = Promise<Record<string, string | string[] | undefined>>

/** What a page gets that reads its address. */
export interface WithQuery {
  searchParams: Query
}

/** One value of the address; a repeated one counts as none. */
export async function only(query: Query, name: string): Promise<string | undefined> {
  const value = (await query)[name]
  return typeof value === 'string' ? value : undefined
}
