import { marketingAddress } from '../marketing-address'
import type { TaskPlan } from './plan'

/** Runs automatically: through marketing systems that are connected; without one, the address is added to the suppression list. */
export const marketingDeletion: TaskPlan = {
  key: 'marketing-deletion',
  name: 'Marketing (system)',
  team: 'system',
  by: 'system',
  notFound: false,
  suppresses: 'erasure',
  doneBy: { role: 'marketing', act: 'erase-marketing' },
  doneWords: 'Your address was put on the list of marketing data to erase, and is no longer used.',
  connectedWords: {
    erased: 'What our marketing systems held about you was erased.',
    nothing: 'We looked in our marketing systems and found nothing about you.',
  },
  stoppedWords:
    'Your address is on the list of marketing data to erase, and is no longer used. If you don’t want that, tell us and we will look at it.',
  dataWords: 'What our marketing systems hold about you',
  ofAnother: {
    connectedWords: {
      erased: 'What our marketing systems held about the person was erased.',
      nothing: 'We looked in our marketing systems and found nothing about the person.',
    },
    doneWords: 'The address was put on the list of marketing data to erase, and is no longer used.',
    stoppedWords:
      'The address is on the list of marketing data to erase, and is no longer used. If that is not wanted, tell us and we will look at it.',
    dataWords: 'What our marketing systems hold about the person',
  },
  didSomething: (_task, request) => marketingAddress(request) !== null,
  steps: [],
  instructions: [
    'The system could not do this; the task’s note says why.',
    'Erase what the marketing systems hold about the address, where you can reach them.',
    'Resolve the task as Complete: the address is then added to the suppression list, from which marketing erases the rest.',
  ],
}
