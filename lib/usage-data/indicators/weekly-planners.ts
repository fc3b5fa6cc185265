import type { IndicatorDefinition } from '../definitions/definition'

export const weeklyPlanners: IndicatorDefinition = {
  key: 'weekly-planners',
  name: 'People who plan each week',
  owner: 'Plan',
  definition:
    'Different people who opened an issue within 7 days. Rises when work is planned where it is done.',
  measure: { event: 'issue_created', count: 'users', over: '7d' },
  target: { atLeast: 100 },
  maturity: 'target',
}
