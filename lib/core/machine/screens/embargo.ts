import { typeOf } from '../../handbook/request-types/type-of'
import { taskOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Draft } from '../draft'
import { openPlannedTasks } from '../plan-tasks'
import type { Screen } from './screen'

/** The country, or the region where only that is embargoed, is on the organisation's list. */
export const isEmbargoed = (
  { country, region }: Pick<PrivacyRequest, 'country' | 'region'>,
  list: readonly string[],
): boolean => Boolean((country && list.includes(country)) || (region && list.includes(region)))

export const embargo: Screen = {
  key: 'embargo',
  title: 'Embargoed country',
  outcome: 'embargoed',
  says: 'embargoed-country',
  fits: draft => isEmbargoed(draft.next, draft.context.rules.embargoed),
  end: endEmbargoed,
}

/** The task is an exception, the person is told, and the request ends. */
export function endEmbargoed(draft: Draft): Draft {
  openPlannedTasks(draft)
  const task = taskOf(draft.next, typeOf(draft.next).mainTask)
  if (task?.state === 'open') draft.resolveTask(task, 'exception', 'The country is embargoed')
  return draft.sendMessage('embargoed-country', { bySystem: true }).close('embargoed')
}
