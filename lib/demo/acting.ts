import type { Paper } from './papers'
import type { Situation } from './situation'

const permission: Paper = {
  kind: 'authority',
  name: 'permission.pdf',
  words: 'Permission to act, signed by the person (an invented paper)',
}

/** For somebody who is alive, by another person: on hold until Privacy knows that they may ask. */
export const actingSituations: readonly Situation[] = [
  {
    name: 'permission to validate',
    kind: 'ward',
    daysAgo: 5,
    fields: { actingAs: 'authorized-agent', details: 'I am her lawyer. Her permission is attached.' },
    askedBy: { name: 'Jana Roth', email: 'jana.roth@law.example' },
    proofs: [permission],
    walk: walk => walk.checked(),
  },
  {
    name: 'parent to be asked for a document',
    type: 'data-access',
    kind: 'ward',
    daysAgo: 2,
    fields: { actingAs: 'parent' },
    askedBy: { name: 'Malte Kessler', email: 'malte.kessler@family.example' },
    walk: walk => walk.checked(),
  },
]
