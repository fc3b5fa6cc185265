/** One page of a list. */
interface Page<Item> {
  items: readonly Item[]
  /** Where the next page begins; null on the last one. */
  next: string | null
}

/**
 * Every item of a list, page by page; the next page is asked for once the last one is used up.
 *
 * ```ts
 * for await (const request of everyItem(page => habeas.listRequests({ state: 'processing', ...page }))) …
 * ```
 * @param read asks for the page that begins at the cursor
 */
export async function* everyItem<Item>(
  read: (page: { cursor?: string }) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let page = await read({})
  yield* page.items
  while (page.next !== null) {
    page = await read({ cursor: page.next })
    yield* page.items
  }
}
