import type { TaskPlan } from './plan'

/** Runs by itself; while no marketing system is connected the address goes on the suppression list. */
export const marketingDeletion: TaskPlan = {
  key: 'marketing-deletion',
  name: 'Marketing (system)',
  team: 'system',
  by: 'system',
  notFound: false,
  doneWords: 'Your address was put on the list of marketing data to erase, and is no longer used.',
  steps: [],
}
