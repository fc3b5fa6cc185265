import type { IndicatorDefinition } from '../definitions/definition'
import { lateAnswers } from './late-answers'
import { monthlyActiveUsers } from './monthly-active-users'
import { monthlyInviters } from './monthly-inviters'
import { pipelinesStarted } from './pipelines-started'
import { privacyRequests } from './privacy-requests'
import { weeklyPlanners } from './weekly-planners'

/** Every performance indicator, in the order of the page. */
export const indicators: readonly IndicatorDefinition[] = [
  monthlyActiveUsers,
  weeklyPlanners,
  pipelinesStarted,
  monthlyInviters,
  privacyRequests,
  lateAnswers,
]
