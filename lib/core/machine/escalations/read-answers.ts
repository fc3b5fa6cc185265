import { isUnread } from '../../request/current'
import type { Draft } from '../draft'

/** What Privacy answered so far has been read. */
export function readAnswers(draft: Draft): Draft {
  const readAt = draft.context.now
  const { escalations } = draft.next
  if (!escalations.some(isUnread)) return draft
  return draft.set({
    escalations: escalations.map(known => (isUnread(known) ? { ...known, readAt } : known)),
  })
}
