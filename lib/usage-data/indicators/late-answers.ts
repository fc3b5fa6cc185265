import type { IndicatorDefinition } from '../definitions/definition'

export const lateAnswers: IndicatorDefinition = {
  key: 'late-answers',
  name: 'Answers after the due date',
  owner: 'Privacy',
  definition: 'Requests that ended within 28 days, later than the law allows. There should be none.',
  measure: { event: 'requests_closed_late', count: 'events', over: '28d' },
  target: { atMost: 0 },
  maturity: 'complete',
}
