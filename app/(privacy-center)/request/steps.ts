import type { RequestType } from '@/lib/core/handbook/request-types/request-type'

/** The addresses of the form's pages. What they carry says nothing about a person. */
export const whoPage = '/request/new'
export const whatPage = '/request/what?who=me'
export const deceasedPage = '/request/deceased'
export const portabilityPage = '/request/portability'
export const detailsPage = ({ key, about }: Pick<RequestType, 'key' | 'about'>) =>
  `/request/details?who=${about}&type=${encodeURIComponent(key)}`
export const proofsPage = '/request/proofs'
export const checkPage = '/request/check'
export const sentPage = '/request/sent'

/** Where it is chosen what is wanted; for somebody who has died there is one thing only. */
export const choicePage = ({ key, about }: Pick<RequestType, 'key' | 'about'>) =>
  about === 'deceased' ? deceasedPage : `${whatPage}&type=${encodeURIComponent(key)}`

/** The page behind the fields. */
export const afterDetails = (type: RequestType) => (type.takesProofs ? proofsPage : checkPage)

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
