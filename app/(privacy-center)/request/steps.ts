import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import { proofKindsFor } from '@/lib/core/intake/proof'
import type { Acting } from '@/lib/core/request/request'

/** The addresses of the form's pages. What they carry says nothing about a person. */
export const whoPage = '/request/new'
export const whatPage = '/request/what?who=me'
export const deceasedPage = '/request/deceased'
export const portabilityPage = '/request/portability'
export const actingPage = '/request/somebody-else'
/** The choice of what is wanted, for somebody who acts for a person who is alive. */
export const whatPageFor = (acting: Acting) =>
  acting === 'self' ? whatPage : `/request/what?who=other&as=${acting}`
export const detailsPage = ({ key, about }: Pick<RequestType, 'key' | 'about'>, acting: Acting) =>
  `/request/details?${acting === 'self' ? `who=${about}` : `who=other&as=${acting}`}&type=${encodeURIComponent(key)}`
export const proofsPage = '/request/proofs'
export const checkPage = '/request/check'
export const sentPage = '/request/sent'

/** Where it is chosen what is wanted; for somebody who has died there is one thing only. */
export const choicePage = ({ key, about }: Pick<RequestType, 'key' | 'about'>, acting: Acting) =>
  about === 'deceased' ? deceasedPage : `${whatPageFor(acting)}&type=${encodeURIComponent(key)}`

/** The page behind the fields. */
export const afterDetails = (type: RequestType, acting: Acting) =>
  proofKindsFor(type, acting).length > 0 ? proofsPage : checkPage

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
