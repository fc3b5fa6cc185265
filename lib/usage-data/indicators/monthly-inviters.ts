import type { IndicatorDefinition } from '../definitions/definition'

export const monthlyInviters: IndicatorDefinition = {
  key: 'monthly-inviters',
  name: 'People who invite others',
  owner: 'Growth',
  definition: 'Different people who invited somebody to a project or group within 28 days. Teams grow by it.',
  measure: { event: 'invite_sent', count: 'users', over: '28d' },
  target: { atLeast: 80 },
  maturity: 'target',
}
