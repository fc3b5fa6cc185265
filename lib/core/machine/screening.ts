import { requestTypes } from '../handbook/request-types/index'
import { typeOf } from '../handbook/request-types/type-of'
import { accountOf, checksOf } from '../request/current'
import type { Draft } from './draft'
import { openPlannedTasks } from './plan-tasks'
import { screensOf } from './screens/index'

/**
 * What the checks decide by themselves: another type, or the end.
 * @returns whether the request has ended
 */
export function endsByChecks(draft: Draft): boolean {
  const facts = checksOf(draft.next)?.facts
  if (!facts) return false
  if (facts.account) adoptType(draft)
  const screen = screensOf(typeOf(draft.next)).find(screen => screen.fits(draft, facts))
  if (screen) screen.end(draft.fact({ screen: screen.key }))
  return screen !== undefined
}

function adoptType(draft: Draft): void {
  const type = typeOf(draft.next)
  const becomes = accountOf(draft.next)?.enterprise ? type.enterpriseBecomes : type.individualBecomes
  const target = becomes ? requestTypes.get(becomes) : undefined
  if (!target) return
  draft.set({ type: target.key, subjectType: target.subjectType })
  if (draft.next.tasks.length > 0) openPlannedTasks(draft)
}
