import type { TaskPlan } from './plan'

/** Correcting by hand what the person says is wrong, in each system that holds it. */
export const correction: TaskPlan = {
  key: 'correction',
  name: 'Support Engineer (Correction)',
  team: 'support-engineer',
  by: 'steps',
  notFound: true,
  waits: true,
  doneWords: 'We corrected your data, and told those who had got it from us.',
  notFoundWords: 'We looked in each of our systems, and found nothing to correct there.',
  ofAnother: {
    doneWords: 'We corrected the person’s data, and told those who had got it from us.',
    notFoundWords: 'We looked in each of our systems, and found nothing of the person’s to correct there.',
  },
  links: ['customers-portal', 'zendesk'],
  steps: [
    {
      key: 'find',
      label: 'Find what is wrong in each system: the account, the Customers Portal, Zendesk and marketing',
      help: 'What is wrong and what is right is said above. Found nowhere: resolve as Not Found. Is the data right as it is, or mustn’t it be changed? Resolve as Exception, with the reason as its note; Privacy then refuses with a ground.',
    },
    { key: 'correct', label: 'Correct it by hand in each system that has it' },
    {
      key: 'verify',
      label: 'Look it up again in each system, and compare it with what the person says is right',
    },
    { key: 'tell-recipients', label: 'Tell everybody who got the wrong data from us what is right' },
  ],
}
