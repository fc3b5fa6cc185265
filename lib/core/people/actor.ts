/** The roles of a person or token; every team is a role, `admin` is a role over settings. */
export const roles = [
  'support-engineer',
  'support-readiness',
  'console-engineer',
  'forum-admin',
  'privacy',
  'admin',
] as const
export type Role = (typeof roles)[number]

export const teams = [
  'support-engineer',
  'support-readiness',
  'console-engineer',
  'privacy',
  'forum-admin',
] as const
export type Team = (typeof teams)[number]
/** Who carries a task: a team of people, or the system by itself. */
export const carriers = [...teams, 'system'] as const
export type Carrier = (typeof carriers)[number]

/** Who may run a command: a role, the data subject, the system, or the task's own team. */
export type Who = Role | 'requester' | 'account-holder' | 'public' | 'system' | 'task-team'

export interface StaffActor {
  kind: 'staff'
  /** Id of the staff row or of the API token. */
  id: string
  role: Role
  via: 'browser' | 'token'
}

/** The data subject (or who acts for them), let in by a mailed link to one request. */
export interface RequesterActor {
  kind: 'requester'
  requestId: string
}

/** Somebody who reads a mailbox of the account itself and may object to what is asked in its owner's name. */
export interface AccountHolderActor {
  kind: 'account-holder'
  requestId: string
}

/** Somebody on the public form, before any request exists. */
export interface PublicActor {
  kind: 'public'
}

/** The worker: timers, checks, deliveries and system tasks. */
export interface SystemActor {
  kind: 'system'
}

/** Who acts. Made only by `requireStaff`, `requireRequester`, the public form and the worker. */
export type Actor = StaffActor | RequesterActor | AccountHolderActor | PublicActor | SystemActor

export const system: SystemActor = { kind: 'system' }
