import type { TaskPlan } from './plan'

/** Privacy weighs an objection to a use of data, and has the use stopped where it is granted. */
export const objection: TaskPlan = {
  key: 'objection',
  name: 'Privacy (Objection)',
  team: 'privacy',
  by: 'steps',
  notFound: false,
  waits: true,
  doneWords: 'We no longer use your data for what you objected to.',
  ofAnother: { doneWords: 'We no longer use the person’s data for what was objected to.' },
  steps: [
    {
      key: 'weigh',
      label: 'Weigh the person’s reasons against ours for this use',
      help: 'Do ours outweigh theirs, or does a law demand this use? Resolve as Exception, with the reason as its note, and refuse the request with that ground.',
    },
    { key: 'stop-use', label: 'Have this use of the data stopped in each system' },
    { key: 'tell-recipients', label: 'Tell everybody who got the data from us for this use' },
  ],
}
