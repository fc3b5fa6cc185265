import type { AccountHolderActor, PublicActor, RequesterActor, Role, StaffActor, SystemActor } from './actor'
import { Made } from './made'

// Code that holds an actor acts as it, so the structure test lists the files that may import this one: the guards and the
// places where processes begin.

class Staff extends Made implements StaffActor {
  readonly kind = 'staff'
  constructor(
    readonly id: string,
    readonly role: Role,
    readonly via: 'browser' | 'token',
    readonly session?: string,
  ) {
    super()
  }
}

class Requester extends Made implements RequesterActor {
  readonly kind = 'requester'
  constructor(readonly requestId: string) {
    super()
  }
}

class AccountHolder extends Made implements AccountHolderActor {
  readonly kind = 'account-holder'
  constructor(readonly requestId: string) {
    super()
  }
}

class Public extends Made implements PublicActor {
  readonly kind = 'public'
}

class System extends Made implements SystemActor {
  readonly kind = 'system'
}

/**
 * Staff, after a guard has read their session or token.
 * @param id of the staff row or of the API token
 * @param session id of the session that a browser showed
 */
export const staffActor = (id: string, role: Role, via: 'browser' | 'token', session?: string): StaffActor =>
  new Staff(id, role, via, session)

/** The data subject, with access to one request. */
export const requesterActor = (requestId: string): RequesterActor => new Requester(requestId)

/** A reader of one of the account's own mailboxes, by the link of a notice. */
export const accountHolderActor = (requestId: string): AccountHolderActor => new AccountHolder(requestId)

/** Anybody on the public form. */
export const publicActor = (): PublicActor => new Public()

/** The system itself, which may read every request. */
export const systemActor = (): SystemActor => new System()
