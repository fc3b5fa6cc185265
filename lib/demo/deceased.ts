import type { Paper } from './papers'
import type { Situation } from './situation'

const type = 'deceased-deletion'
const death: Paper = {
  kind: 'death',
  name: 'certificate.pdf',
  words: 'Certificate of death (an invented paper)',
}
const will: Paper = {
  kind: 'authority',
  name: 'will.pdf',
  words: 'Last will: the executor (an invented paper)',
}
const proofs = [death, will]
const agent = { relationship: 'authorized-agent' } as const
const successor = { relationship: 'designated-account-successor' } as const
const of = (name: string) => ({ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@family.example` })

const note = 'Certificate and will name the same person; the register confirms both.'

/** For somebody who has died: on hold until Privacy knows who may ask. */
export const deceasedSituations: readonly Situation[] = [
  {
    name: 'authority to validate',
    type,
    kind: 'departed',
    daysAgo: 6,
    fields: { ...successor, details: 'My brother died in August. He had named me as his successor.' },
    askedBy: of('Ida Winter'),
    proofs,
    walk: walk => walk.checked(),
  },
  {
    name: 'authority without papers',
    type,
    kind: 'departed',
    daysAgo: 10,
    fields: agent,
    askedBy: of('Jost Stein'),
    proofs: [death],
    async walk(walk) {
      await walk.checked()
      await walk.run('privacy', 'send-message', { message: 'documents-needed' })
    },
  },
  {
    name: 'objected from the account',
    type,
    kind: 'departed',
    daysAgo: 4,
    fields: agent,
    askedBy: of('Max Muster'),
    proofs,
    async walk(walk) {
      await walk.checked()
      await walk.run('account-holder', 'object', { text: 'I am alive. I don’t know who asks for this.' })
    },
  },
  {
    name: 'authority valid',
    type,
    kind: 'departed',
    daysAgo: 14,
    fields: successor,
    askedBy: of('Noa Levi'),
    proofs,
    async walk(walk) {
      await walk.checked()
      await walk.run('privacy', 'validate-authority', { valid: true, note })
    },
  },
  {
    name: 'authority not established',
    type,
    kind: 'departed',
    daysAgo: 27,
    fields: agent,
    askedBy: of('Otto Kranz'),
    proofs: [death],
    async walk(walk) {
      await walk.checked()
      await walk.run('privacy', 'validate-authority', { valid: false, note: 'Nothing shows who may act.' })
    },
  },
]
