import type { Role, Who } from './actor'

// The handbook's section 8 as data: the one place that says who may do what. Commands, pages and API routes take their roles
// from here, docs/permissions.md is written from it, and whatever is not listed can't be registered.

/** How much of the requests a role may see: every one, those with a task of its team, or all without personal data. */
type Sight = 'all' | 'own-team' | 'no-personal-data'

export const sight: Record<Role, Sight> = {
  'support-engineer': 'all',
  'support-readiness': 'own-team',
  'console-engineer': 'own-team',
  'forum-admin': 'own-team',
  privacy: 'all',
  admin: 'no-personal-data',
}

const everyTeam = [
  'support-engineer',
  'support-readiness',
  'console-engineer',
  'forum-admin',
  'privacy',
] as const
const everybody = [...everyTeam, 'admin'] as const

/** What a role may do outside single requests; pages and API routes name one of these. */
export const abilities = {
  'see-queue': everybody,
  'see-tasks': everyTeam,
  'open-request': ['support-engineer', 'privacy'],
  'see-escalations': ['support-engineer', 'privacy'],
  'log-off-channel': ['support-engineer', 'privacy'],
  'see-reports': ['support-engineer', 'privacy', 'admin'],
  'see-handbook': everybody,
  'edit-handbook': ['privacy'],
  'see-audit': everybody,
  'edit-risk-policy': ['privacy'],
  'see-risk-policy': ['support-engineer', 'privacy'],
  'edit-templates': ['privacy'],
  'see-suppression': ['privacy'],
  'see-indicators': ['support-engineer', 'privacy', 'admin'],
  'write-indicators': ['support-engineer', 'privacy', 'admin'],
  'open-journey': ['privacy'],
  'see-usage-settings': ['privacy', 'admin'],
  'announce-usage': ['privacy'],
  'manage-service-ping': ['admin'],
  'manage-people': ['admin'],
  'manage-tokens': ['admin'],
  'manage-team-addresses': ['admin'],
} as const satisfies Record<string, readonly Role[]>
export type Ability = keyof typeof abilities

/** The same, in the handbook's words. */
export const abilityWords: Readonly<Record<Ability, string>> = {
  'see-queue': 'See the queue and the requests that the role may see',
  'see-tasks': 'See tasks',
  'open-request': 'Open a data export or a forum deletion',
  'see-escalations': 'See the questions to Privacy',
  'log-off-channel': 'Log what arrives off-channel',
  'see-reports': 'See reports',
  'see-handbook': 'See the handbook: types, laws, the organisation’s words',
  'edit-handbook': 'Change clocks, lists and retention (a second Privacy person approves)',
  'see-audit': 'See the audit log of the requests that the role may see; admins all of it, without content',
  'edit-risk-policy': 'Change the risk policy (a second Privacy person approves)',
  'see-risk-policy': 'See the risk policy',
  'edit-templates': 'Change message templates (a second Privacy person approves)',
  'see-suppression': 'See and export marketing’s suppression list',
  'see-indicators': 'See indicators, funnels and the guidance on usage data',
  'write-indicators': 'Write what was learned under an indicator',
  'open-journey': 'Open one pseudonymous journey, for a reason that is on record',
  'see-usage-settings': 'See what of usage data waits to be announced, and what was rejected',
  'announce-usage': 'Announce a change of usage data, and rotate its key',
  'manage-service-ping': 'Switch the Service Ping on and say where it goes',
  'manage-people': 'Manage people and roles',
  'manage-tokens': 'Manage API tokens',
  'manage-team-addresses': 'Manage team addresses and connected systems',
}

/** A line of the table: in the handbook's words, who, and which commands that is. */
export interface Row {
  may: string
  who: readonly Who[]
  commands: readonly string[]
}

const supportAndPrivacy = ['support-engineer', 'privacy'] as const

export const requestRows: readonly Row[] = [
  {
    may: 'Messages, and what became of them',
    who: supportAndPrivacy,
    commands: ['send-message', 'settle-delivery'],
  },
  {
    may: 'Send the confirmation link again',
    who: [...supportAndPrivacy, 'system'],
    commands: ['resend-confirmation'],
  },
  { may: 'Verification', who: supportAndPrivacy, commands: ['pass-verification', 'fail-verification'] },
  { may: 'Duplicates', who: supportAndPrivacy, commands: ['mark-duplicate'] },
  { may: 'Notes', who: supportAndPrivacy, commands: ['add-note'] },
  { may: 'Assign', who: supportAndPrivacy, commands: ['assign'] },
  { may: 'Escalate', who: supportAndPrivacy, commands: ['escalate'] },
  {
    may: 'Withdraw on the requester’s message; refuse, which only Privacy may',
    who: supportAndPrivacy,
    commands: ['close'],
  },
  {
    may: 'Owner contact and decision',
    who: supportAndPrivacy,
    commands: ['request-owner-contact', 'record-owner-decision'],
  },
  {
    may: 'Security review',
    who: supportAndPrivacy,
    commands: ['request-security-review', 'record-security-review'],
  },
  { may: 'Retry or record checks', who: supportAndPrivacy, commands: ['retry-checks', 'record-checks'] },
  { may: 'Record the region of an export', who: supportAndPrivacy, commands: ['record-region'] },
  { may: 'Correct the type', who: supportAndPrivacy, commands: ['retype'] },
  { may: 'Place a hold', who: supportAndPrivacy, commands: ['hold'] },
  {
    may: 'Reopen; after security-denied and no-authority only Privacy',
    who: supportAndPrivacy,
    commands: ['reopen'],
  },
  { may: 'Validate the authority', who: ['privacy'], commands: ['validate-authority'] },
  {
    may: 'Answer escalations',
    who: ['privacy'],
    commands: ['answer-escalation', 'return-escalation', 'take-over'],
  },
  { may: 'Extend the deadline', who: ['privacy'], commands: ['extend-deadline'] },
  { may: 'Open an appeal', who: supportAndPrivacy, commands: ['open-appeal'] },
  {
    may: 'Answer appeals, extend their time',
    who: ['privacy'],
    commands: ['answer-appeal', 'extend-appeal'],
  },
  { may: 'Release a hold', who: ['privacy'], commands: ['release-hold'] },
  {
    may: 'Upload: to tasks of the own team, to the request; the person, what Privacy asked for',
    who: [...supportAndPrivacy, 'requester', 'support-readiness', 'console-engineer', 'forum-admin'],
    commands: ['attach-file'],
  },
  {
    may: 'Confirm, answer, write and withdraw',
    who: ['requester'],
    commands: ['confirm', 'disown', 'answer-questions', 'reply', 'withdraw', 'provide-documents'],
  },
  {
    may: 'Answer about the administrator and ask for help; support records what a reply says',
    who: ['requester', ...supportAndPrivacy],
    commands: ['answer-owner-contact', 'ask-for-help'],
  },
  { may: 'Object, from a mailbox of the account itself', who: ['account-holder'], commands: ['object'] },
  {
    may: 'What the system does by itself',
    who: ['system'],
    commands: [
      'send-access-link',
      'record-check-results',
      'record-checks-failure',
      'lapse-window',
      'send-reminder',
      'record-delivery',
      'end-hold',
      'remind-privacy',
      'remind-deadline',
    ],
  },
]

export const taskRows: readonly Row[] = [
  {
    may: 'Tick, resolve and assign tasks: the own team’s; Privacy any, with a note',
    who: ['task-team'],
    commands: ['tick-step', 'untick-step', 'resolve', 'assign'],
  },
  {
    may: 'Take a file off a task again: the own team’s; Privacy any, with a note',
    who: ['task-team'],
    commands: ['remove-file'],
  },
  { may: 'Notes on tasks', who: [...supportAndPrivacy, 'task-team'], commands: ['add-note'] },
  { may: 'Reopen a task', who: ['privacy'], commands: ['reopen-task'] },
  {
    may: 'The system’s own tasks',
    who: ['system'],
    commands: ['complete-system-task', 'fail-system-task'],
  },
]

/** @throws for a command that the table doesn't list, or lists twice */
export function whoMay(rows: readonly Row[], command: string): readonly Who[] {
  const [row, ...more] = rows.filter(row => row.commands.includes(command))
  if (!row || more.length > 0) throw new Error(`The permission table has to list ${command} once`)
  return row.who
}
