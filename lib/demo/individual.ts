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
    async walk(one) {
      await one.run('requester', 'confirm')
      await dropNewestChecks()
      await one.run('system', 'record-checks-failure')
    },
  },
  { name: 'questions to send', kind: 'busy', daysAgo: 4, walk: one => one.checked() },
  { name: 'questions to send, high', kind: 'precious', daysAgo: 5, walk: one => one.checked() },
  { name: 'questions sent', kind: 'busy', daysAgo: 6, walk: one => one.asked() },
  {
    name: 'questions sent, mine',
    kind: 'precious',
    daysAgo: 8,
    walk: async one => (await one.asked()).assigned(),
  },
  { name: 'answers to judge', kind: 'precious', daysAgo: 9, walk: one => one.answered() },
  {
    name: 'answers to judge, mine',
    kind: 'busy',
    daysAgo: 11,
    walk: async one => (await one.answered()).assigned(),
  },
  {
    name: 'lost mail',
    kind: 'busy',
    daysAgo: 7,
    walk: async one => (await one.checked()).lost('medium-risk-gitlab-account-verification-question'),
  },
  { name: 'own deletion', kind: 'leaver', daysAgo: 3, walk: one => one.checked() },
  { name: 'banned', kind: 'banned', daysAgo: 6, walk: one => one.checked() },
  {
    name: 'review open',
    kind: 'banned',
    daysAgo: 12,
    async walk(one) {
      await one.checked()
      await one.run(support, 'request-security-review', {
        issue: 'https://gitlab.example/trust/-/issues/412',
      })
    },
  },
  { name: 'employee', kind: 'employee', daysAgo: 5, walk: one => one.checked() },
  { name: 'to delete', kind: 'quiet', daysAgo: 4, walk: one => one.checked() },
  { name: 'to delete, owner of groups', kind: 'owner', daysAgo: 10, walk: one => one.checked() },
  {
    name: 'half deleted',
    kind: 'owner',
    daysAgo: 16,
    async walk(one) {
      await (await one.checked()).assigned()
      await one.ticked('gitlab-deletion', support, 2)
      await one.run(support, 'add-note', { text: 'Groups offered to the co-maintainer; she said no.' })
    },
  },
  {
    name: 'due soon',
    kind: 'quiet',
    daysAgo: 26,
    walk: async one => (await (await one.checked()).assigned()).ticked('gitlab-deletion', support, 1),
  },
  {
    name: 'overdue',
    kind: 'quiet',
    daysAgo: 34,
    walk: async one => (await one.checked()).found(false, false),
  },
  {
    name: 'found in Zendesk',
    kind: 'quiet',
    daysAgo: 14,
    walk: async one => (await (await one.checked()).deleted()).found(true, false),
  },
  {
    name: 'found in both',
    kind: 'quiet',
    daysAgo: 18,
    async walk(one) {
      await (await one.checked()).found(true, true)
      await one.ticked('zendesk-deletion', 'support-readiness', 2)
    },
  },
  {
    name: 'exception',
    kind: 'quiet',
    daysAgo: 13,
    async walk(one) {
      await (await one.checked()).found(false, true)
      const note = 'An unpaid invoice of May keeps the customer record; please decide.'
      await one.task('console-engineer', 'customers-portal-deletion', 'resolve', {
        resolution: 'exception',
        note,
      })
    },
  },
  { name: 'subscription', kind: 'subscriber', daysAgo: 7, walk: one => one.checked() },
  {
    name: 'held by support',
    kind: 'quiet',
    daysAgo: 9,
    async walk(one) {
      await one.checked()
      await one.run(support, 'hold', { reason: 'The person is on the telephone about keeping one project' })
    },
  },
  {
    name: 'account changed',
    kind: 'quiet',
    daysAgo: 8,
    async walk(one) {
      await one.checked()
      await renameAccount(one.person.email, `${one.person.username}-new`)
      await one.task(
        support,
        'gitlab-deletion',
        'tick-step',
        { step: 'delete-blocking-groups' },
        'account-changed',
      )
    },
  },
  { name: 'asked again', kind: 'banned', daysAgo: 2, again: 'review open', walk: one => one.checked() },

  { name: 'fulfilled', kind: 'quiet', daysAgo: 20, walk: one => one.fulfilled() },
  { name: 'fulfilled too', kind: 'quiet', daysAgo: 29, walk: one => one.fulfilled() },
  {
    name: 'fulfilled after questions',
    kind: 'busy',
    daysAgo: 24,
    async walk(one) {
      await one.answered()
      await one.run(support, 'pass-verification')
      await one.deleted()
      await one.found(false, false)
      await one.marketing()
    },
  },
  {
    name: 'failed, then answered late',
    kind: 'busy',
    daysAgo: 15,
    async walk(one) {
      await one.asked()
      await one.run(support, 'fail-verification', { note: 'No answer, and the mailbox says they are away' })
      await one.run('requester', 'reply', {
        text: 'Sorry, I was travelling. I still want my account deleted.',
      })
    },
  },
  {
    name: 'failed',
    kind: 'precious',
    daysAgo: 21,
    async walk(one) {
      await one.answered()
      await one.run(support, 'fail-verification', { note: 'Named a year before the account existed' })
    },
  },
  { name: 'already deleted', kind: 'gone', daysAgo: 17, walk: async one => one.checked() },
  {
    name: 'denied',
    kind: 'banned',
    daysAgo: 28,
    async walk(one) {
      await one.checked()
      await one.run(support, 'request-security-review', {
        issue: 'https://gitlab.example/trust/-/issues/398',
      })
      await one.run(support, 'record-security-review', { result: 'denied' })
    },
  },
  {
    name: 'withdrawn',
    kind: 'quiet',
    daysAgo: 12,
    walk: async one => (await one.checked()).run('requester', 'withdraw'),
  },
  {
    name: 'refused',
    kind: 'employee',
    daysAgo: 19,
    async walk(one) {
      await one.checked()
      const note = 'Your organisation runs this account. Please ask its administrator.'
      await one.run('privacy', 'close', { outcome: 'refused', note })
    },
  },
]
