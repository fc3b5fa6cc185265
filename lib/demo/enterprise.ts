import type { Situation } from './situation'
import type { Walk } from './walk'

const support = 'support-engineer'
const ticket = 'https://support.example/tickets/2210'

async function contacted(one: Walk): Promise<Walk> {
  await one.checked()
  await one.run('requester', 'answer-owner-contact', { contact: 'yes', text: 'She is called Kim.' })
  return await one.run(support, 'request-owner-contact', { ticket })
}

/** The organisation decides: who is waited for, and how its owner's word ends it. */
export const enterpriseSituations: readonly Situation[] = [
  {
    name: 'may we ask the owner',
    type: 'enterprise-deletion',
    kind: 'employee',
    daysAgo: 3,
    walk: one => one.checked(),
  },
  {
    name: 'owner to be asked',
    type: 'enterprise-deletion',
    kind: 'employee',
    daysAgo: 6,
    async walk(one) {
      await one.checked()
      await one.run('requester', 'answer-owner-contact', {
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
    async walk(one) {
      await (await contacted(one)).assigned()
      await one.run(support, 'record-owner-decision', { granted: true, ticket })
    },
  },
  {
    name: 'owner refused',
    type: 'enterprise-deletion',
    kind: 'employee',
    daysAgo: 22,
    walk: async one =>
      (await contacted(one)).run(support, 'record-owner-decision', { granted: false, ticket }),
  },
]
