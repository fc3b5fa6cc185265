import type { MessageKey } from '../../handbook/messages/index'
import type { Question } from '../../request/verification'

/** The key of the message that asks a level's questions. */
export const questionMessage = {
  medium: 'medium-risk-gitlab-account-verification-question',
  high: 'high-risk-gitlab-account-verification-question',
} as const satisfies Record<string, MessageKey>

/**
 * What we ask, per level: wording, and the check fact that the engineer holds the answer against.
 * Each can be judged from the account directory's columns alone.
 */
export const questionSets: Record<'medium' | 'high', readonly Question[]> = {
  medium: [
    { key: 'created', text: 'In which month and year was the account created?', fact: 'createdOn' },
    {
      key: 'private-projects',
      text: 'About how many private projects does the account have?',
      fact: 'privateProjects',
    },
  ],
  high: [
    { key: 'created', text: 'In which month and year was the account created?', fact: 'createdOn' },
    {
      key: 'private-projects',
      text: 'About how many private projects does the account have?',
      fact: 'privateProjects',
    },
    {
      key: 'last-active',
      text: 'When was the account last used, as nearly as you know?',
      fact: 'lastActiveOn',
    },
    { key: 'plan', text: 'Which plan is the account on, and if it is a paid one, until when?', fact: 'plan' },
    { key: 'groups', text: 'Of how many groups is the account the only owner?', fact: 'soleOwnedGroups' },
  ],
}
