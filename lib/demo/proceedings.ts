import type { Situation } from './situation'

const support = 'support-engineer'
const asked = {
  reason: 'A court asks for the same account',
  question: 'May we continue, or does the court’s letter stop the deletion?',
  checked: 'The letter is on the ticket; nothing was deleted yet.',
}

const clarification = { question: 'Do you mean everything, or only the tickets of this year?' }

/** Side proceedings: questions to Privacy, an extended deadline, other laws, what a person says while work continues. */
export const proceedings: readonly Situation[] = [
  {
    name: 'escalated',
    kind: 'litigant',
    daysAgo: 11,
    async walk(walk) {
      await (await walk.checked()).assigned()
      await walk.run(support, 'escalate', asked)
    },
  },
  {
    name: 'escalated and answered',
    kind: 'litigant',
    daysAgo: 13,
    async walk(walk) {
      await walk.checked()
      await walk.run(support, 'escalate', {
        ...asked,
        reason: 'Two people say that the account is theirs',
        question: 'Is the confirmed mailbox enough?',
      })
      await walk.run('privacy', 'answer-escalation', {
        answer: 'Yes: the mailbox is confirmed and the username fits. Go on.',
      })
    },
  },
  {
    name: 'extended',
    kind: 'litigant',
    daysAgo: 24,
    async walk(walk) {
      await walk.checked()
      await walk.run('privacy', 'extend-deadline', {
        reason: 'complexity',
        words: 'Some of your older projects are in an archive, which takes time to search.',
      })
    },
  },
  {
    name: 'under another law',
    kind: 'litigant',
    daysAgo: 40,
    fields: { country: 'US', region: 'US-CA' },
    walk: async walk => (await (await walk.checked()).assigned()).ticked('gitlab-deletion', support, 1),
  },
  {
    name: 'a law stands in',
    kind: 'litigant',
    daysAgo: 8,
    walk: walk => walk.checked(),
  },
  {
    name: 'unread message',
    kind: 'litigant',
    daysAgo: 7,
    async walk(walk) {
      await (await walk.checked()).assigned()
      await walk.run('requester', 'reply', {
        text: 'Please wait. I still have to move one project to another account.',
      })
    },
  },
  {
    name: 'complaint',
    kind: 'litigant',
    daysAgo: 23,
    async walk(walk) {
      await walk.checked()
      await walk.run('requester', 'open-complaint', {
        ground: 'I have heard nothing for three weeks. Is anybody working on this?',
      })
    },
  },
  {
    name: 'asked what they mean',
    type: 'data-access',
    kind: 'litigant',
    daysAgo: 6,
    walk: async walk => (await walk.checked()).run(support, 'ask-clarification', clarification),
  },
  {
    name: 'never said what they mean',
    type: 'data-access',
    kind: 'litigant',
    daysAgo: 19,
    async walk(walk) {
      await (await walk.checked()).run(support, 'ask-clarification', clarification)
      await walk.silent(9)
    },
  },
]
