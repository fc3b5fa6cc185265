import type { MessageKey } from '../../handbook/messages/index'
import type { RequirementKey } from '../../handbook/request-types/request-type'
import type { PrivacyRequest, WaitingOn, WindowReason } from '../../request/request'
import type { Draft } from '../draft'

/** Something that must be settled before anything is deleted or handed over. The first open one is the one that counts. */
export interface Requirement {
  key: RequirementKey
  title: string
  isOpen(request: PrivacyRequest): boolean
  /** Whose turn it is while this is the first open one. */
  waitingOn(request: PrivacyRequest): WaitingOn
  /** What the system does when it opens: a message, a hold, a record. */
  start?(draft: Draft): void
  /** Commands that belong to it alone. */
  settledBy: readonly string[]
  /** Response windows that it opens. */
  windows: readonly WindowReason[]
  /** Messages that it may send. */
  says: readonly MessageKey[]
  /** Until it is met nothing is known about who asks, so nothing goes on by itself, not even around a deleted account. */
  provesIdentity?: boolean
}
