import { daysBetween, moveDays, reminderBefore } from '../deadlines/days'
import { typeOf } from '../handbook/request-types/type-of'
import type { Decision } from '../machine/decision'
import type { Draft } from '../machine/draft'
import { advance, startWork } from '../machine/flow'
import { compareAgain } from '../machine/fresh-checks'
import { notReached } from '../machine/not-reached'
import { accountOf, openHolds, openWindows } from '../request/current'
import type { Hold } from '../request/hold'
import { isPaused, pausesWindow } from '../request/paused-windows'
import type { PrivacyRequest } from '../request/request'
import type { WindowReason } from '../request/response-window'

/** There is nothing to compare before the first checks, or for a type that needs no account. */
export const runsChecksAgain = (request: PrivacyRequest): boolean =>
  (request.state === 'verifying' || request.state === 'processing') && typeOf(request).looksUp

/**
 * After a hold: windows get back the days that they were paused, the checks run again, and the work resumes unless
 * something else blocks it. `accepted`: Privacy has decided, so the hold's cause (a renewed subscription, a changed
 * account) no longer blocks it.
 */
export function resumeAfterHold(draft: Draft, held: Hold, { accepted }: { accepted: boolean }): Decision {
  const { state } = draft.next
  const checked = runsChecksAgain(draft.next)
  if (checked && !draft.context.lookUp?.reached) return notReached(draft.context)
  // Checked while other holds are still open, because releasing those doesn't check for a renewal.
  if (checked && held.reason === 'subscription' && !accepted && renewed(draft, held)) {
    draft
      .hold('subscription-renewed')
      .notifyTeam('privacy', 'privacy-notice', { reason: 'subscription-renewed' })
  }
  const left = openHolds(draft.next)
  giveBackDays(draft, held)
  if (left.length > 0) return draft.done()
  if (state === 'checking') return draft.done()
  if (checked) {
    const compared = compareAgain(draft, { accepted: accepted && held.reason === 'account-changed' })
    if (compared === 'changed') return draft.done()
  }
  if (state === 'processing') startWork(draft)
  return advance(draft).done()
}

/** A window is paused from its own start or from the beginning of the pause, the later of the two. */
function giveBackDays(draft: Draft, held: Hold): void {
  const { now, timeZone } = draft.context
  for (const window of openWindows(draft.next)) {
    if (!pausesWindow(held, window.reason) || isPaused(draft.next, window.reason)) continue
    const paused = pausedSince(draft.next.holds, held, window.reason)
    const since = new Date(Math.max(+window.opensAt, +paused))
    const days = daysBetween(since, now, timeZone)
    const endsAt = moveDays(window.endsAt, days, timeZone)
    draft.changeWindow(window.id, {
      endsAt,
      remindAt: window.remindAt ? reminderBefore(endsAt, timeZone) : null,
    })
  }
}

/** When the pause began. Overlapping holds make a single pause. */
function pausedSince(holds: readonly Hold[], last: Hold, reason: WindowReason): Date {
  let since = last.placedAt
  for (const hold of holds
    .filter(hold => pausesWindow(hold, reason))
    .toSorted((a, b) => +b.placedAt - +a.placedAt))
    if (hold.placedAt < since && (!hold.releasedAt || hold.releasedAt >= since)) since = hold.placedAt
  return since
}

/** Renewed: the directory now knows a later end than the one that the hold was placed on. */
function renewed(draft: Draft, held: Hold): boolean {
  const { lookUp } = draft.context
  const endsOn = lookUp?.reached ? lookUp.facts.account?.subscriptionEndsOn : null
  const before = held.basis?.subscriptionEndsOn ?? accountOf(draft.next)?.subscriptionEndsOn
  return Boolean(endsOn && before && endsOn > before)
}
