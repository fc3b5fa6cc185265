import type { LookUp } from '../account/checks'
import type { HolidaysOf } from '../deadlines/closed-days'
import type { LawVersion } from '../deadlines/law-versions'
import type { Reason } from '../derived/reasons'
import type { Seen } from '../derived/tasks/seen-steps'
import type { MessageKey } from '../handbook/messages/index'
import type { News } from '../handbook/news'
import type { Actor, Team } from '../people/actor'
import type { FileRecord } from '../request/file-record'
import type { DeliveryReason } from '../request/message-record'
import type { OfficeCalendar } from '../request/office-calendar'
import type { PrivacyRequest } from '../request/request'
import type { RiskPolicy } from '../risk/policy'
import type { ConnectedSystem } from '../systems/connected'

/** Facts for the audit: ids, keys, numbers. Never personal data, never free text. */
export type Facts = Record<string, string | number | boolean | null | string[]>

/** Values for a message's variables, beside the ones that every message has. */
export type Variables = Record<string, string | string[]>

/** A mail to a team, with ids alone. */
export interface TeamMail {
  kind: 'team-mail'
  team: Team
  key:
    | 'task-opened'
    | 'privacy-notice'
    | 'delivery-problem'
    | 'deadline-reminder'
    | 'appeal-reminder'
    | 'new-message'
  taskId?: string
  reason?: string
  /** Why a mail came back. */
  deliveryReason?: DeliveryReason
  /** To the person who has the request instead, where somebody has. */
  toAssignee?: true
}

export type Effect =
  | {
      kind: 'message'
      messageId: string
      key: MessageKey
      /** `subject`: the person, at the address that the request is about. */
      to: 'requester' | 'account-address' | 'subject'
      variables: Variables
      /** What a staff member changed in the composer. */
      edited?: { subject?: string | undefined; body?: string | undefined }
      /** It tells the person that what they asked for is declined, so it carries their rights. */
      declines?: true
    }
  | TeamMail
  /** To the person of the staff with this id; to support where there is none. */
  | { kind: 'news-mail'; to: string | null; news: News }
  | { kind: 'note'; text: string; taskId: string | null }
  | { kind: 'received'; messageId: string; key: string; subject: string; body: string }
  | { kind: 'run-checks' }
  | { kind: 'system-task'; taskId: string }
  /** Connected systems do a step, or continue with it. */
  | { kind: 'do-step'; taskId: string; step: string; run: string }
  /** Written into the ledger before a connected system is changed. */
  | {
      kind: 'begin-effect'
      taskId: string
      scope: string
      system: string
      what: string
      target: string
      before: string | null
    }
  /** Connected systems look for the person before somebody decides. */
  | { kind: 'search-systems'; taskId: string }
  /** Opens an issue with ids only in a connected tracker, and keeps its link. */
  | { kind: 'open-issue'; about: 'escalation' | 'security-review'; id: string }
  | { kind: 'erase-account'; accountId: string }
  | { kind: 'mute-mailbox'; until: Date }
  | { kind: 'revoke-links' }
  /** Puts these addresses on the list of what the data platform deletes. */
  | { kind: 'list-for-data-platform'; addresses: readonly string[] }
  /** This version of it is where the data platform reads it: the steps of every request in it are done. */
  | { kind: 'list-uploaded'; version: number }
  /** Puts these addresses on the suppression list of marketing, to be erased there. */
  | { kind: 'suppress'; addresses: readonly string[] }
  /** Puts them on it to stop the marketing, without erasing anything. */
  | { kind: 'opt-out'; addresses: readonly string[] }
  /** Tells every address of the account but the requester's, with a link to object. */
  | { kind: 'warn-account' }
  | { kind: 'keep-file'; file: FileRecord & { storageKey: string; sha256: string } }
  | { kind: 'remove-file'; fileId: string }
  | { kind: 'settle-mail'; messageId: string; as: 'accepted' | 'queued' }

/** The organisation's own lists and switches, from the settings. */
export interface OrganisationRules {
  /** ISO 3166-1 countries and ISO 3166-2 regions from which no export is sent. */
  embargoed: readonly string[]
  /** Request types for which nobody both validates and carries out. */
  fourEyes: readonly string[]
  /** Id of the law for a jurisdiction that we don't know. */
  defaultLaw: string
  /** Clocks that Privacy set in place of the laws' own, every version that there was. */
  lawVersions: readonly LawVersion[]
  /** When the offices are closed, for requests that are received from now on. */
  calendar: OfficeCalendar
}

/** What a decision may know besides the request: all impure inputs. */
export interface Context {
  now: Date
  actor: Actor
  /** Every id under which the same person acts, for four-eyes. */
  samePerson?: readonly string[]
  newId(): string
  /** IANA name; response windows and dates in words are counted in it. */
  timeZone: string
  riskPolicy: RiskPolicy
  rules: OrganisationRules
  /** Public holidays of a country, for the laws that count or roll by them. */
  holidaysOf: HolidaysOf
  /** What can do steps in place of people. */
  systems: readonly ConnectedSystem[]
  /** Present for commands that ask for it (`wantsFreshChecks`). */
  lookUp?: LookUp
  /** How many events of the account were deleted, for commands that ask for it (`erasesEvents`). */
  erasedEvents?: number
  /** The version of the deletion list that has the account's addresses, once the decision has put them there. */
  listVersion?: number | null
}

export interface Refusal {
  ok: false
  reason: Reason
  /** Which field, step, variable, command or system it is about. */
  detail?: string
  /** A refusal that must still be saved, e.g. a hold placed because the account changed. */
  save?: Accepted
}

export interface Accepted {
  ok: true
  next: PrivacyRequest
  facts: Facts
  effects: Effect[]
  /** Steps that the product ticked, or took back, along with it. */
  seen: readonly Seen[]
}

export type Decision = Accepted | Refusal

export const refuse = (reason: Reason, detail?: string): Refusal => ({
  ok: false,
  reason,
  ...(detail === undefined ? {} : { detail }),
})
