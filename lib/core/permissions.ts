import type { Actor, Role } from './actor'
import { type Task, type Team, teams } from './request'

/** Who may run a command: roles, the data subject, the system, or whoever the task's team is. */
export type Who = Role | 'requester' | 'account-holder' | 'public' | 'system' | 'task-team'

/** The handbook's section 8 for everything on a request that support and Privacy both do. */
export const supportAndPrivacy = ['support-engineer', 'privacy'] as const satisfies readonly Who[]

/** True where the actor may run a command that lists `who`; a task is given for commands on tasks. */
export function mayRun(actor: Actor, who: readonly Who[], task?: Pick<Task, 'team'>): boolean {
  if (actor.kind === 'system') return who.includes('system')
  if (actor.kind === 'requester') return who.includes('requester')
  if (actor.kind === 'account-holder') return who.includes('account-holder')
  if (actor.kind === 'public') return who.includes('public')
  if (who.includes(actor.role)) return true
  if (!task || !who.includes('task-team')) return false
  return task.team === actor.role || (actor.role === 'privacy' && task.team !== 'system')
}

/** How much of the requests a role may see: every one, those with a task of its team, or all without personal data. */
export type Sight = 'all' | 'own-team' | 'no-personal-data'

export const sight: Record<Role, Sight> = {
  'support-engineer': 'all',
  'support-readiness': 'own-team',
  'console-engineer': 'own-team',
  'forum-admin': 'own-team',
  privacy: 'all',
  admin: 'no-personal-data',
}

/** What a role may do outside single requests; pages and API routes name one of these. */
export const abilities = {
  'see-queue': [
    'support-engineer',
    'support-readiness',
    'console-engineer',
    'forum-admin',
    'privacy',
    'admin',
  ],
  'see-tasks': ['support-engineer', 'support-readiness', 'console-engineer', 'forum-admin', 'privacy'],
  'open-request': ['support-engineer', 'privacy'],
  'see-escalations': ['support-engineer', 'privacy'],
  'log-off-channel': ['support-engineer', 'privacy'],
  'see-reports': ['support-engineer', 'privacy', 'admin'],
  'see-handbook': [
    'support-engineer',
    'support-readiness',
    'console-engineer',
    'forum-admin',
    'privacy',
    'admin',
  ],
  'edit-handbook': ['privacy'],
  'see-audit': [
    'support-engineer',
    'support-readiness',
    'console-engineer',
    'forum-admin',
    'privacy',
    'admin',
  ],
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

export const can = (role: Role, ability: Ability): boolean =>
  (abilities[ability] as readonly Role[]).includes(role)

export const isTeam = (role: Role): role is Role & Team => (teams as readonly string[]).includes(role)
