import type { TaskPlan } from './plan'

/** Runs automatically: the address goes on the suppression list as an opt-out, and nothing is erased. */
export const marketingOptOut: TaskPlan = {
  key: 'marketing-opt-out',
  name: 'Marketing opt-out (system)',
  team: 'system',
  by: 'system',
  notFound: false,
  suppresses: 'opt-out',
  doneWords:
    'Your address is on our opt-out list. We no longer use it for marketing, and don’t sell or share it.',
  ofAnother: {
    doneWords:
      'The address is on our opt-out list. We no longer use it for marketing, and don’t sell or share it.',
  },
  steps: [],
  instructions: [
    'The system could not do this; the parked jobs in the settings say why.',
    'Stop all marketing to the address in the marketing systems. Erase nothing.',
    'Resolve the task as Complete: the address is then added to the suppression list as an opt-out.',
  ],
}
