import type { Role } from './actor'

// The part of the handbook's section 8 that is about no single request: what each role may see and do. Who may run a command
// is said in the command's own file. docs/permissions.md is written from both.

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
  'own-account': everybody,
  'see-queue': everybody,
  'see-tasks': everyTeam,
  'open-request': ['support-engineer', 'privacy'],
  'see-escalations': ['support-engineer', 'privacy'],
  'log-off-channel': ['support-engineer', 'privacy'],
  'answer-complaints': ['privacy'],
  'see-reports': ['support-engineer', 'privacy', 'admin'],
  'see-handbook': everybody,
  'edit-handbook': ['privacy'],
  'see-audit': everybody,
  'see-readers': ['privacy', 'admin'],
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
  'approve-rights': ['privacy', 'admin'],
  'manage-team-addresses': ['admin'],
  'manage-systems': ['admin'],
  webhooks: ['admin'],
  'retry-parked': ['privacy', 'admin'],
} as const satisfies Record<string, readonly Role[]>
export type Ability = keyof typeof abilities

/** What is done only by somebody who has just proved who they are, so that a desk that was left open changes no rules. */
export const needsFreshProof: ReadonlySet<Ability> = new Set([
  'edit-handbook',
  'edit-risk-policy',
  'edit-templates',
  // Acknowledging a list takes its addresses off it.
  'see-suppression',
  'open-journey',
  'announce-usage',
  'manage-service-ping',
  'manage-people',
  'approve-rights',
  'manage-tokens',
  'manage-team-addresses',
  // Where a system's address leads, its secrets go.
  'manage-systems',
  'webhooks',
  'retry-parked',
])

/** The same, in the handbook's words. */
export const abilityWords: Readonly<Record<Ability, string>> = {
  'own-account': 'Look after one’s own account: name, password, second factor, sessions',
  'see-queue': 'See the queue and the requests that the role may see',
  'see-tasks': 'See tasks',
  'open-request': 'Open a data export or a forum deletion',
  'see-escalations': 'See the questions to Privacy',
  'log-off-channel': 'Log what arrives off-channel',
  'answer-complaints': 'Read and answer complaints from the public form',
  'see-reports': 'See reports',
  'see-handbook': 'See the handbook: types, laws, the organisation’s words',
  'edit-handbook': 'Change clocks, lists and retention (a second Privacy person approves)',
  'see-audit': 'See the audit log of the requests that the role may see; admins all of it, without content',
  'see-readers': 'See who read a request',
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
  'approve-rights':
    'Apply, as the second person, what gives a person or a token more sight of personal data, or a say in it',
  'manage-team-addresses': 'Manage team addresses',
  'manage-systems': 'Connect systems, test and disconnect them',
  webhooks: 'Webhooks out: see, add, remove, replay',
  'retry-parked': 'See parked work of the system, and have it tried again',
}
