import type { IndicatorDefinition } from '../definitions/definition'

export const lateAnswers: IndicatorDefinition = {
  key: 'late-answers',
  name: 'Answers after the due date',
  owner: 'Privacy',
  definition:
    'Requests that ended within 28 days and were answered later than the law allows. What nobody confirmed, was taken back, or was asked for before has no answer. There should be none.',
  measure: { event: 'requests_closed_late', count: 'events', over: '28d' },
  target: { atMost: 0 },
  maturity: 'complete',
}
