import { dropNewestChecks, renameAccount } from '@/lib/store/demo/demo-state'
import type { Situation } from './situation'

const support = 'support-engineer'

/** Each situation that an individual deletion can be in, so that the queue shows all of them. */
export const individualSituations: readonly Situation[] = [
  { name: 'unconfirmed', kind: 'quiet', daysAgo: 1, walk: async () => undefined },
  { name: 'unconfirmed too', kind: 'busy', daysAgo: 3, walk: async () => undefined },
  {
    name: 'checks failed',
    alone: true,
    kind: 'quiet',
    daysAgo: 2,
    async walk(walk) {
      await walk.run('requester', 'confirm')
      await dropNewestChecks()
      await walk.run('system', 'record-checks-failure')
    },
  },
  { name: 'questions to send', kind: 'busy', daysAgo: 4, walk: walk => walk.checked() },
  { name: 'questions to send, high', kind: 'precious', daysAgo: 5, walk: walk => walk.checked() },
  { name: 'questions sent', kind: 'busy', daysAgo: 6, walk: walk => walk.asked() },
  {
    name: 'questions sent, mine',
    kind: 'precious',
    daysAgo: 8,
    walk: async walk => (await walk.asked()).assigned(),
  },
  { name: 'answers to judge', kind: 'precious', daysAgo: 9, walk: walk => walk.answered() },
  {
    name: 'answers to judge, mine',
    kind: 'busy',
    daysAgo: 11,
    walk: async walk => (await walk.answered()).assigned(),
  },
  {
    name: 'lost mail',
    kind: 'busy',
    daysAgo: 7,
    walk: async walk => (await walk.checked()).lost('medium-risk-gitlab-account-verification-question'),
  },
  { name: 'own deletion', kind: 'leaver', daysAgo: 3, walk: walk => walk.checked() },
  { name: 'banned', kind: 'banned', daysAgo: 6, walk: walk => walk.checked() },
  {
    name: 'review open',
    kind: 'banned',
    daysAgo: 12,
    async walk(walk) {
      await walk.checked()
      await walk.run(support, 'request-security-review', {
        issue: 'https://gitlab.example/trust/-/issues/412',
      })
    },
  },
  { name: 'employee', kind: 'employee', daysAgo: 5, walk: walk => walk.checked() },
  { name: 'to delete', kind: 'quiet', daysAgo: 4, walk: walk => walk.checked() },
  { name: 'to delete, owner of groups', kind: 'owner', daysAgo: 10, walk: walk => walk.checked() },
  {
    name: 'half deleted',
    kind: 'owner',
    daysAgo: 16,
    async walk(walk) {
      await (await walk.checked()).assigned()
      await walk.ticked('gitlab-deletion', support, 2)
      await walk.run(support, 'add-note', { text: 'Groups offered to the co-maintainer; she said no.' })
    },
  },
  {
    name: 'due soon',
    kind: 'quiet',
    daysAgo: 26,
    walk: async walk => (await (await walk.checked()).assigned()).ticked('gitlab-deletion', support, 1),
  },
  {
    name: 'overdue',
    kind: 'quiet',
    daysAgo: 34,
    walk: async walk => (await walk.checked()).found(false, false),
  },
  {
    name: 'found in Zendesk',
    kind: 'quiet',
    daysAgo: 14,
    walk: async walk => (await (await walk.checked()).deleted()).found(true, false),
  },
  {
    name: 'found in both',
    kind: 'quiet',
    daysAgo: 18,
    async walk(walk) {
      await (await walk.checked()).found(true, true)
      await walk.ticked('zendesk-deletion', 'support-readiness', 2)
    },
  },
  {
    name: 'exception',
    kind: 'quiet',
    daysAgo: 13,
    async walk(walk) {
      await (await walk.checked()).found(false, true)
      const note = 'An unpaid invoice of May keeps the customer record; please decide.'
      await walk.task('console-engineer', 'customers-portal-deletion', 'resolve', {
        resolution: 'exception',
        note,
      })
    },
  },
  { name: 'subscription', kind: 'subscriber', daysAgo: 7, walk: walk => walk.checked() },
  {
    name: 'held by support',
    kind: 'quiet',
    daysAgo: 9,
    async walk(walk) {
      await walk.checked()
      await walk.run(support, 'hold', { reason: 'The person is on the telephone about keeping one project' })
    },
  },
  {
    name: 'account changed',
    kind: 'quiet',
    daysAgo: 8,
    async walk(walk) {
      await walk.checked()
      await renameAccount(walk.person.email, `${walk.person.username}-new`)
      await walk.task(
        support,
        'gitlab-deletion',
        'tick-step',
        { step: 'delete-blocking-groups' },
        'account-changed',
      )
    },
  },
  { name: 'asked again', kind: 'banned', daysAgo: 2, again: 'review open', walk: walk => walk.checked() },

  { name: 'fulfilled', kind: 'quiet', daysAgo: 20, walk: walk => walk.fulfilled() },
  { name: 'fulfilled too', kind: 'quiet', daysAgo: 29, walk: walk => walk.fulfilled() },
  {
    name: 'fulfilled after questions',
    kind: 'busy',
    daysAgo: 24,
    async walk(walk) {
      await walk.answered()
      await walk.run(support, 'pass-verification')
      await walk.deleted()
      await walk.found(false, false)
      await walk.marketing()
    },
  },
  {
    name: 'failed, then answered late',
    kind: 'busy',
    daysAgo: 15,
    async walk(walk) {
      await walk.asked()
      await walk.run(support, 'fail-verification', { note: 'No answer, and the mailbox says they are away' })
      await walk.run('requester', 'reply', {
        text: 'Sorry, I was travelling. I still want my account deleted.',
      })
    },
  },
  {
    name: 'failed',
    kind: 'precious',
    daysAgo: 21,
    async walk(walk) {
      await walk.answered()
      await walk.run(support, 'fail-verification', { note: 'Named a year before the account existed' })
    },
  },
  { name: 'already deleted', kind: 'gone', daysAgo: 17, walk: async walk => walk.checked() },
  {
    name: 'denied',
    kind: 'banned',
    daysAgo: 28,
    async walk(walk) {
      await walk.checked()
      await walk.run(support, 'request-security-review', {
        issue: 'https://gitlab.example/trust/-/issues/398',
      })
      await walk.run(support, 'record-security-review', { result: 'denied' })
    },
  },
  {
    name: 'withdrawn',
    kind: 'quiet',
    daysAgo: 12,
    walk: async walk => (await walk.checked()).run('requester', 'withdraw'),
  },
  {
    name: 'refused',
    kind: 'employee',
    daysAgo: 19,
    async walk(walk) {
      await walk.checked()
      const note = 'Your organisation runs this account. Please ask its administrator.'
      await walk.run('privacy', 'close', { outcome: 'refused', note })
    },
  },
]
