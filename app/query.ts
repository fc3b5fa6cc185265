/** What Next hands a page as its query. */
export type Query = Promise<Record<string, string | string[] | undefined>>

/** The one value of a parameter; a repeated one counts as none. */
export const single = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined
