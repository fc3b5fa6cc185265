import type { Situation } from './situation'
import type { Walk } from './walk'

const support = 'support-engineer'
const sheet = ({ request }: Walk) =>
  `System,What,Held\r\nCustomers Portal,Subscriptions,Premium until May\r\nZendesk,User email addresses,${request.email}\r\n`

const selfServe = async (walk: Walk) =>
  (await walk.checked()).run(support, 'send-message', { message: 'project-export-self-serve' })
const filled = async (walk: Walk) => {
  await (await walk.checked()).ticked('access', support, 2)
  return await walk.filed('access', support, 'cdot-zendesk.csv', sheet(walk))
}

/** Copies of data and exports of projects: compiling, waiting, handed over, refused. */
export const handOverSituations: readonly Situation[] = [
  { name: 'sheet to fill in', type: 'data-access', kind: 'asking', daysAgo: 3, walk: walk => walk.checked() },
  { name: 'sheet filled in', type: 'data-access', kind: 'asking', daysAgo: 12, walk: filled },
  {
    name: 'files ready',
    type: 'data-access',
    kind: 'asking',
    daysAgo: 17,
    async walk(walk) {
      await (await filled(walk)).ticked('access', support, 99)
      await walk.task(support, 'access', 'resolve', { resolution: 'complete' })
    },
  },
  {
    name: 'nothing held',
    type: 'data-access',
    kind: 'asking',
    daysAgo: 23,
    walk: async walk =>
      (await walk.checked()).task(support, 'access', 'resolve', { resolution: 'not_found' }),
  },
  { name: 'access, questions', type: 'data-access', kind: 'busy', daysAgo: 5, walk: walk => walk.checked() },
  {
    name: 'access to an organisation’s account',
    type: 'data-access',
    kind: 'employee',
    daysAgo: 13,
    walk: walk => walk.checked(),
  },
  { name: 'export, how to', type: 'data-export', kind: 'asking', daysAgo: 2, walk: walk => walk.checked() },
  { name: 'export, can they themselves', type: 'data-export', kind: 'asking', daysAgo: 5, walk: selfServe },
  {
    name: 'export, help wanted',
    type: 'data-export',
    kind: 'asking',
    daysAgo: 9,
    async walk(walk) {
      await (await selfServe(walk)).assigned()
      await walk.run('requester', 'ask-for-help', { text: 'The largest project never finishes exporting.' })
    },
  },
  {
    name: 'export, which region',
    type: 'data-export',
    kind: 'asking',
    daysAgo: 3,
    fields: { country: 'UA' },
    walk: walk => walk.checked(),
  },
  {
    name: 'export, embargoed',
    type: 'data-export',
    kind: 'asking',
    daysAgo: 19,
    fields: { country: 'SY' },
    walk: walk => walk.checked(),
  },
]
