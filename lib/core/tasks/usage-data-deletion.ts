import type { TaskPlan } from './plan'

/** Runs by itself: the events of the account leave the service usage data, found by pseudonym; the task says how many. */
export const usageDataDeletion: TaskPlan = {
  key: 'usage-data-deletion',
  name: 'Service usage data (system)',
  team: 'system',
  by: 'system',
  notFound: false,
  erasesEvents: true,
  doneWords: 'The service usage data was searched, and what was about your account was deleted.',
  steps: [],
}
