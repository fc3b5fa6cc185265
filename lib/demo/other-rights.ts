import type { Situation } from './situation'

const support = 'support-engineer'
const spelling = {
  whatIsWrong: 'My invoices are made out to “Nadia Rossi Ltd”.',
  whatIsRight: 'The company is called “Rossi Studio Ltd”.',
}
const ranking = { details: 'You rank my public projects to suggest me to others. I don’t want that.' }

/** Corrections, objections and opt-outs: to work, decided, refused. */
export const otherRights: readonly Situation[] = [
  {
    name: 'correction to make',
    type: 'rectification',
    kind: 'asking',
    daysAgo: 4,
    fields: spelling,
    walk: async walk => (await walk.checked()).ticked('correction', support, 1),
  },
  {
    name: 'corrected',
    type: 'rectification',
    kind: 'asking',
    daysAgo: 21,
    fields: { whatIsWrong: 'My name is spelt “Jon”.', whatIsRight: 'It is “John”.' },
    async walk(walk) {
      await (await walk.checked()).ticked('correction', support, 99)
      await walk.task(support, 'correction', 'resolve', { resolution: 'complete' })
    },
  },
  {
    name: 'objection to decide',
    type: 'objection',
    kind: 'member',
    daysAgo: 6,
    fields: ranking,
    walk: walk => walk.run('requester', 'confirm'),
  },
  {
    name: 'objection refused',
    type: 'objection',
    kind: 'member',
    daysAgo: 20,
    fields: { details: 'Please stop keeping my invoices.' },
    async walk(walk) {
      await walk.run('requester', 'confirm')
      const note = 'Tax law demands that invoices are kept'
      await walk.task('privacy', 'objection', 'resolve', { resolution: 'exception', note })
      const ground = 'Tax law demands that we keep invoices for seven years.'
      await walk.run('privacy', 'close', { outcome: 'refused', note: ground })
    },
  },
  {
    name: 'opted out',
    type: 'marketing-opt-out',
    kind: 'customer',
    daysAgo: 9,
    async walk(walk) {
      await walk.run('requester', 'confirm')
      await walk.task('system', 'marketing-opt-out', 'complete-system-task')
    },
  },
]
