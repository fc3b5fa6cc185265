import type { Question } from '../request'

/** The key of the message that asks a level's questions. */
export const questionMessage = {
  medium: 'medium-risk-gitlab-account-verification-question',
  high: 'high-risk-gitlab-account-verification-question',
} as const

/**
 * What we ask, per level: wording, and the check fact that the engineer holds the answer against.
 * Each can be judged from the account directory's columns alone.
 */
export const questionSets: Record<'medium' | 'high', readonly Question[]> = {
  medium: [
    { key: 'created', text: 'In which month and year did you create the account?', fact: 'createdOn' },
    {
      key: 'private-projects',
      text: 'About how many private projects does the account have?',
      fact: 'privateProjects',
    },
  ],
  high: [
    { key: 'created', text: 'In which month and year did you create the account?', fact: 'createdOn' },
    {
      key: 'private-projects',
      text: 'About how many private projects does the account have?',
      fact: 'privateProjects',
    },
    {
      key: 'last-active',
      text: 'When did you last use the account, as nearly as you remember?',
      fact: 'lastActiveOn',
    },
    { key: 'plan', text: 'Which plan is the account on, and if it is a paid one, until when?', fact: 'plan' },
    { key: 'groups', text: 'How many groups do you own alone?', fact: 'soleOwnedGroups' },
  ],
}
