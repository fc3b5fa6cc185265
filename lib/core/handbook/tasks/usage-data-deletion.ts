import type { TaskPlan } from './plan'

/** What the task says of how many events it deleted. */
export const erasedNote = (events: number): string =>
  events === 1 ? '1 event deleted' : `${events} events deleted`

/** Runs automatically: deletes the account's events from the service usage data, found by pseudonym. The task says how many. */
export const usageDataDeletion: TaskPlan = {
  key: 'usage-data-deletion',
  name: 'Service usage data (system)',
  team: 'system',
  by: 'system',
  notFound: false,
  erasesEvents: true,
  doneWords: 'The service usage data of your account was deleted.',
  dataWords: 'The service usage data of your account',
  ofAnother: {
    doneWords: 'The service usage data of the account was deleted.',
    dataWords: 'The service usage data of the account',
  },
  didSomething: ({ note }) => note !== erasedNote(0),
  steps: [],
}
