import type { IndicatorDefinition } from '../definitions/definition'

export const pipelinesStarted: IndicatorDefinition = {
  key: 'pipelines-started',
  name: 'Pipelines started',
  owner: 'Verify',
  definition: 'Pipelines that began to run on a day, whatever started them. Falls at weekends.',
  measure: { event: 'pipeline_started', count: 'events', over: 'day' },
  target: null,
  maturity: 'dashboard',
}
