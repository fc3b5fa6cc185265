import { accountOf, openHolds, openWindows } from './current'
import { daysBetween, moveDays, reminderBefore } from './deadlines/days'
import type { Decision } from './decision'
import { refuse } from './decision'
import type { Draft } from './draft'
import { advance, startWork } from './flow'
import { compareAgain } from './fresh-checks'
import type { Hold } from './request'

/**
 * After a hold: windows get back the days that they stood still, the checks run again, and the work goes on where nothing
 * stands in its way. `accepted`: Privacy has decided, so a renewed or changed account no longer stops it.
 */
export function resumeAfterHold(draft: Draft, held: Hold, { accepted }: { accepted: boolean }): Decision {
  if (openHolds(draft.next).length > 0) return draft.done()
  giveBackDays(draft, held)
  if (draft.next.state === 'checking' || draft.next.checks.length === 0) return draft.done()
  if (!draft.context.lookUp?.reached) return refuse('directory-unreachable')
  if (held.reason === 'subscription' && !accepted && renewed(draft, held)) {
    draft.hold('subscription-renewed')
    return draft.tell('privacy', 'privacy-notice', { reason: 'subscription-renewed' }).done()
  }
  const compared = compareAgain(draft, { accepted })
  if (compared !== 'same') return draft.done()
  startWork(draft)
  return advance(draft).done()
}

function giveBackDays(draft: Draft, held: Hold): void {
  const { now, timeZone } = draft.context
  const days = daysBetween(held.placedAt, now, timeZone)
  for (const window of openWindows(draft.next)) {
    const endsAt = moveDays(window.endsAt, days, timeZone)
    draft.changeWindow(window.id, {
      endsAt,
      remindAt: window.remindAt ? reminderBefore(endsAt, timeZone) : null,
    })
  }
}

/** Renewed: the directory now knows a later end than the one that the hold was placed on. */
function renewed(draft: Draft, held: Hold): boolean {
  const { lookUp } = draft.context
  const endsOn = lookUp?.reached ? lookUp.facts.account?.subscriptionEndsOn : null
  const before = held.basis?.subscriptionEndsOn ?? accountOf(draft.next)?.subscriptionEndsOn
  return Boolean(endsOn && before && endsOn > before)
}
