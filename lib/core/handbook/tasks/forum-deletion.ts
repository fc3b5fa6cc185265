import type { TaskPlan } from './plan'

export const forumDeletion: TaskPlan = {
  key: 'forum-deletion',
  name: 'Forum Admin (Forum Deletion)',
  team: 'forum-admin',
  by: 'steps',
  notFound: false,
  doneWords: 'Your forum account and your posts there were deleted.',
  steps: [
    {
      key: 'match',
      doneBy: { role: 'forum', act: 'match-forum-user' },
      label: 'Check that the forum account’s address is the one on this request',
      help: 'If it isn’t, resolve as Exception and say so in the note.',
      link: 'forum',
    },
    {
      key: 'delete-user',
      doneBy: { role: 'forum', act: 'delete-forum-user' },
      label: 'Delete the user and their posts',
      destructive: true,
      link: 'forum',
    },
    {
      key: 'comment',
      doneBy: { role: 'forum', act: 'report-forum-deletion' },
      label: 'Comment here what was deleted',
      help: 'Say it in a sentence, or give the link to your comment in the forum.',
      asks: 'text',
    },
  ],
}
