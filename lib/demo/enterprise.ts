import type { Situation } from './situation'
import type { Walk } from './walk'

const support = 'support-engineer'
const ticket = 'https://support.example/tickets/2210'

async function contacted(walk: Walk): Promise<Walk> {
  await walk.checked()
  await walk.run('requester', 'answer-owner-contact', { contact: 'yes', text: 'She is called Kim.' })
  return await walk.run(support, 'request-owner-contact', { ticket })
}

/** The organisation decides: who is waited for, and how its owner's word ends it. */
export const enterpriseSituations: readonly Situation[] = [
  {
    name: 'may we ask the owner',
    type: 'enterprise-deletion',
    kind: 'employee',
    daysAgo: 3,
    walk: walk => walk.checked(),
  },
  {
    name: 'owner to be asked',
    type: 'enterprise-deletion',
    kind: 'employee',
    daysAgo: 6,
    async walk(walk) {
      await walk.checked()
      await walk.run('requester', 'answer-owner-contact', {
        contact: 'yes',
        text: 'Our administrator is Bram.',
      })
    },
  },
  { name: 'owner asked', type: 'enterprise-deletion', kind: 'employee', daysAgo: 9, walk: contacted },
  {
    name: 'owner agreed',
    type: 'enterprise-deletion',
    kind: 'employee',
    daysAgo: 15,
    async walk(walk) {
      await (await contacted(walk)).assigned()
      await walk.run(support, 'record-owner-decision', { granted: true, ticket })
    },
  },
  {
    name: 'owner refused',
    type: 'enterprise-deletion',
    kind: 'employee',
    daysAgo: 22,
    walk: async walk =>
      (await contacted(walk)).run(support, 'record-owner-decision', { granted: false, ticket }),
  },
]
