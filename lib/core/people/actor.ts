import type { Made } from './made'

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

/** Whether a text is the name of a role. */
export const isRole = (text: string): text is Role => roles.some(role => role === text)

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

export interface StaffActor extends Made {
  readonly kind: 'staff'
  /** Id of the staff row or of the API token. */
  readonly id: string
  readonly role: Role
  readonly via: 'browser' | 'token'
  /** Id of the session, for somebody at a browser: once it has ended, they change nothing any more. */
  readonly session?: string | undefined
}

/** The data subject, or a person who acts for them, with access to one request by a mailed link. */
export interface RequesterActor extends Made {
  readonly kind: 'requester'
  readonly requestId: string
}

/** Somebody who reads a mailbox of the account itself and may object to what is asked in its owner's name. */
export interface AccountHolderActor extends Made {
  readonly kind: 'account-holder'
  readonly requestId: string
}

/** Somebody on the public form, before any request exists. */
export interface PublicActor extends Made {
  readonly kind: 'public'
}

/** The worker: timers, checks, deliveries and system tasks. */
export interface SystemActor extends Made {
  readonly kind: 'system'
}

/** Who acts. Only `make-actor.ts` makes one, for the guards and for the places where processes begin: a literal doesn't compile. */
export type Actor = StaffActor | RequesterActor | AccountHolderActor | PublicActor | SystemActor
