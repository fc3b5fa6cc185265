import type { MessageKey } from '../../handbook/messages/index'
import type { RequirementKey } from '../../handbook/request-types/request-type'
import type { CommandName } from '../../people/command-names'
import type { PrivacyRequest, WaitingOn } from '../../request/request'
import type { WindowReason } from '../../request/response-window'
import type { Draft } from '../draft'

/** A response window that a requirement opens, and what the system does when it has run out. */
interface RequirementWindow {
  reason: WindowReason
  /** The answer is still wanted; asked only while the requirement is the one that counts. */
  awaits(request: PrivacyRequest): boolean
  lapse(draft: Draft): Draft
}

/** What the person can be asked for on their own page. */
export type AskKind = 'questions' | 'owner-contact' | 'help' | 'documents' | 'clarification'

/** A question to the person that a requirement brings. */
interface RequirementAsk {
  kind: AskKind
  /** The window in which they can answer. */
  window: WindowReason
  isAsked(request: PrivacyRequest): boolean
  /** Answers are taken even where another requirement has come to count in the meantime. */
  anytime?: true
}

/** A part of the way of its own, on the person's page. */
interface RequirementStage {
  before: string
  after: string
  detail?: string
  /** Where it is part of some requests only; null asks whether it is part of every one. */
  isPart?(request: PrivacyRequest | null): boolean
}

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
  settledBy: readonly CommandName[]
  windows: readonly RequirementWindow[]
  ask?: RequirementAsk
  stage?: RequirementStage
  /** Messages that it may send. */
  says: readonly MessageKey[]
  /** Until it is met we don't know who asks, so no work starts automatically, even for a deleted account. */
  provesIdentity?: boolean
}
