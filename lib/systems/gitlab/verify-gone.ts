import type { Act, ActResult, Doing } from '@/lib/systems/contract'
import type { GitLab } from './api'
import { isBlocked } from './blocked'
import { readCanary } from './canary'
import { done, nextLook, secondsBetween } from './evidence'
import { byHand, DELETE_USER, refind } from './subject'

const MOST_SECONDS = 300
/** GitLab clears large accounts away in portions; by then somebody should look. */
const MOST_DAYS = 3
/** So long GitLab may take to block an account whose deletion it has accepted. */
const MOST_SECONDS_UNBLOCKED = 600

/** The account is still there: being deleted, or not. */
async function stillThere(isBlockedNow: boolean, doing: Doing): Promise<ActResult> {
  const { effects, begunAt, now } = doing
  const waited = secondsBetween(begunAt, now)
  const deletion = (await effects.all()).find(record => record.what === DELETE_USER)
  const accepted = deletion?.settledAt ?? deletion?.begunAt ?? begunAt
  if (!isBlockedNow && secondsBetween(accepted, now) > MOST_SECONDS_UNBLOCKED)
    return byHand('The account is still there and isn’t being deleted. Delete it again.')
  if (waited > MOST_DAYS * 86_400)
    return byHand(
      `GitLab hasn’t finished the deletion within ${MOST_DAYS} days. Look at its background jobs.`,
    )
  return {
    is: 'waiting',
    afterSeconds: nextLook(waited, MOST_SECONDS),
    words: 'GitLab is still deleting the account.',
  }
}

/** Looks until GitLab says that there is no such user, and can still show another one to the same token. */
export const verifyGone = (api: GitLab): Act => ({
  preview: async () => ({
    acts: ['GitLab will be asked for the account until it says that there is none any more.'],
    nothingToDo: false,
  }),
  run: async doing => {
    const { subject, effects, now } = doing
    const refound = await refind(api, subject, await effects.all())
    if (refound.is === 'by-hand') return byHand(refound.words)
    if (refound.is === 'found') return await stillThere(isBlocked(refound.user), doing)
    const canary = await readCanary(api)
    const what = refound.id === null ? 'Search by username and address' : `Look for user ${refound.id}`
    const result = refound.id === null ? 'nobody found' : '404 User Not Found'
    return done(false, [
      { at: now, what, result },
      { at: now, what: `Look for ${canary}, to be sure that GitLab answers`, result: 'found' },
    ])
  },
})
