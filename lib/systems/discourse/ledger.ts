import type { EffectRecord } from '../contract'

/** What the ledger knows of a deletion in the forum. */

export const DELETE_USER = 'delete-user'
/** A batch of posts; its target is the user's id and the batch's number. */
export const DELETE_POSTS = 'delete-posts'

/** The newest record of deleting a user. */
export const deletionIn = (records: readonly EffectRecord[]): EffectRecord | null =>
  records.findLast(({ what }) => what === DELETE_USER) ?? null

export const batchesOf = (records: readonly EffectRecord[], id: number): EffectRecord[] =>
  records.filter(({ what, target }) => what === DELETE_POSTS && target.startsWith(`${id}/`))

/** How many posts the user had when the deletion began: each record keeps how many there were before it. */
export function postsBefore(records: readonly EffectRecord[], id: number): number {
  const [first] = [
    ...batchesOf(records, id),
    ...records.filter(({ what, target }) => what === DELETE_USER && target === String(id)),
  ]
  return Number(first?.before ?? 0)
}

const counted = (posts: number) => (posts === 1 ? '1 post' : `${posts} posts`)

/** `User 301 and 3 posts deleted` */
export const deletedWords = (id: number, posts: number): string =>
  posts === 0 ? `User ${id} deleted, who had no posts` : `User ${id} and ${counted(posts)} deleted`

/** `User 301 and 3 posts will be deleted.` */
export const willDelete = (id: number, posts: number): string =>
  posts === 0
    ? `User ${id}, who has no posts, will be deleted.`
    : `User ${id} and ${counted(posts)} will be deleted.`
