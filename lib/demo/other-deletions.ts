import type { Situation } from './situation'

const forum = (username: string) => ({
  forumProfile: `https://forum.example/u/${username}`,
  forumUsername: username,
})

/** Deletions in a single system: the Customers Portal, marketing, the forum. */
export const otherDeletions: readonly Situation[] = [
  {
    name: 'portal to search',
    type: 'portal-deletion',
    kind: 'customer',
    daysAgo: 2,
    walk: walk => walk.run('requester', 'confirm'),
  },
  {
    name: 'portal, found',
    type: 'portal-deletion',
    kind: 'customer',
    daysAgo: 8,
    walk: async walk => (await walk.run('requester', 'confirm')).located(true),
  },
  {
    name: 'portal, not found',
    type: 'portal-deletion',
    kind: 'customer',
    daysAgo: 25,
    walk: async walk => (await walk.run('requester', 'confirm')).located(false),
  },
  {
    name: 'marketing failed',
    type: 'marketing-deletion',
    kind: 'customer',
    daysAgo: 5,
    async walk(walk) {
      await walk.run('requester', 'confirm')
      await walk.task('system', 'marketing-deletion', 'fail-system-task')
    },
  },
  {
    name: 'marketing erased',
    type: 'marketing-deletion',
    kind: 'customer',
    daysAgo: 11,
    walk: async walk => (await walk.run('requester', 'confirm')).marketing(),
  },
  {
    name: 'forum, unconfirmed',
    type: 'forum-deletion',
    kind: 'member',
    daysAgo: 1,
    fields: forum('night_owl'),
    walk: async () => undefined,
  },
  {
    name: 'forum to delete',
    type: 'forum-deletion',
    kind: 'member',
    daysAgo: 4,
    fields: forum('runner_up'),
    walk: walk => walk.run('requester', 'confirm'),
  },
  {
    name: 'forum deleted',
    type: 'forum-deletion',
    kind: 'member',
    daysAgo: 18,
    fields: forum('old_hand'),
    async walk(walk) {
      await walk.run('requester', 'confirm')
      await walk.ticked('forum-deletion', 'forum-admin', 99)
      await walk.task('forum-admin', 'forum-deletion', 'resolve', { resolution: 'complete' })
    },
  },
]
