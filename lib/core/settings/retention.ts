import { z } from 'zod'
import { downloadDays } from '../files/file-limits'

const days = z
  .number('Give a number of days for each.')
  .int('Whole days are counted.')
  .min(1, 'At least one day.')
  .max(3650, 'At most ten years.')

/**
 * For how many whole days something is kept. `unconfirmed` and `content` count from closing, `packages` too; `proofs` from
 * Privacy's decision, or from closing where none was made. The audit log is kept for ever, and names nobody.
 */
export const retentionDays = z.object({
  unconfirmed: days.default(30),
  proofs: days.default(30),
  /** Never shorter than the download that the person was promised. */
  packages: days.min(downloadDays, `The download was promised for ${downloadDays} days.`).default(14),
  content: days.default(365),
})
/** The record of an answer is kept for 24 months after closing (CCPA regulations § 7101), and at least as long as the content. */
export const recordDays = 731
export type RetentionDays = z.output<typeof retentionDays>

/** When something leaves: with its request's content, by a clock of its own, or by somebody's act. */
export type Leaves =
  | 'with the content'
  | 'proofs and packages by their own clocks, the rest with the content'
  | 'when it expires'
  | 'with the request’s content days'
  | 'when the directory is loaded again, or the account is deleted'
  | 'when marketing has acknowledged it'
  | 'when Privacy has acknowledged it'
  | 'when Privacy has acknowledged that they are deleted'
  | 'when they unsubscribe, or don’t confirm'
  | 'when its owner turns it off'
  | 'never: a person who works here answers for what they did'

/** Every kind of row that has personal data, what that is, and when it leaves. A test holds this against the database's schema. */
export const retained: Readonly<Record<string, { has: string; leaves: Leaves }>> = {
  Request: {
    has: 'who asks, about whom, and what they wrote; reference, type, outcome and dates stay, and the record of the answer for 24 months',
    leaves: 'with the content',
  },
  Check: { has: 'what was found about the account', leaves: 'with the content' },
  RiskRating: { has: 'signals about the account', leaves: 'with the content' },
  Verification: { has: 'the answers to questions', leaves: 'with the content' },
  SecurityReview: { has: 'a link to somebody’s review', leaves: 'with the content' },
  OwnerPermission: { has: 'links to tickets', leaves: 'with the content' },
  Authority: { has: 'that somebody asks for another person', leaves: 'with the content' },
  Escalation: { has: 'free text', leaves: 'with the content' },
  Appeal: { has: 'what somebody disagrees with, and our answer', leaves: 'with the content' },
  Hold: { has: 'free text, the end of a subscription', leaves: 'with the content' },
  ResponseWindow: { has: 'when somebody answered', leaves: 'with the content' },
  Pause: { has: 'when somebody was awaited', leaves: 'with the content' },
  Task: { has: 'free text, where the person was found', leaves: 'with the content' },
  TaskStep: {
    has: 'what was done to the account, and the text or link that says so',
    leaves: 'with the content',
  },
  SystemEffect: { has: 'ids of the person’s accounts in other systems', leaves: 'with the content' },
  Message: { has: 'the conversation', leaves: 'with the content' },
  Note: { has: 'free text', leaves: 'with the content' },
  Outbox: { has: 'the address of a mail, and its words until it is delivered', leaves: 'with the content' },
  RequestLink: { has: 'that two requests are of one person', leaves: 'with the content' },
  AccessLink: { has: 'the address that a link was mailed to', leaves: 'with the content' },
  RequesterSession: { has: 'when somebody was there', leaves: 'with the content' },
  DownloadCode: { has: 'when somebody fetched their data', leaves: 'with the content' },
  File: {
    has: 'names and bytes of what was handed in and handed over',
    leaves: 'proofs and packages by their own clocks, the rest with the content',
  },
  OffChannel: {
    has: 'a link to a ticket, free text, what somebody complains about, their address and our answer',
    leaves: 'with the request’s content days',
  },
  IntakeDraft: {
    has: 'a form that is not sent yet, encrypted, and a keyed hash of its network',
    leaves: 'when it expires',
  },
  MutedMailbox: { has: 'a keyed hash of an address', leaves: 'when it expires' },
  RateLimit: { has: 'keyed hashes of network addresses', leaves: 'when it expires' },
  Account: {
    has: 'the product’s own directory of accounts',
    leaves: 'when the directory is loaded again, or the account is deleted',
  },
  AccountAddress: {
    has: 'addresses of an account',
    leaves: 'when the directory is loaded again, or the account is deleted',
  },
  Suppression: {
    has: 'addresses for marketing to erase or leave alone; their keyed hashes stay',
    leaves: 'when marketing has acknowledged it',
  },
  DataPlatformLine: {
    has: 'addresses whose rows the data platform is to delete',
    leaves: 'when Privacy has acknowledged it',
  },
  UsageSubscriber: {
    has: 'the address of somebody who asked to be told of changes',
    leaves: 'when they unsubscribe, or don’t confirm',
  },
  Staff: {
    has: 'name and address of a colleague',
    leaves: 'never: a person who works here answers for what they did',
  },
  StaffSession: { has: 'when a colleague was there', leaves: 'when it expires' },
  Authenticator: {
    has: 'the sealed secret of a colleague’s authenticator app',
    leaves: 'when its owner turns it off',
  },
  Passkey: { has: 'the name that a colleague gave a passkey', leaves: 'when its owner turns it off' },
  RecoveryCode: { has: 'that a colleague used a recovery code', leaves: 'when its owner turns it off' },
  SignInStep: { has: 'that a colleague was signing in', leaves: 'when it expires' },
  PasswordLink: { has: 'that a colleague set a password', leaves: 'when it expires' },
}

/** Every kind of row that has none, and why. */
export const withoutPersonalData: Readonly<Record<string, string>> = {
  AuditEntry: 'ids, keys and numbers only; kept for ever, so that erasing a person never breaks a chain',
  AccessEntry: 'ids, and the day on which somebody who works here read something; kept like the audit log',
  AuditHead: 'length and hash of a chain',
  AuditCheckpoint: 'how far the audit log went, signed',
  RiskPolicy: 'points and thresholds',
  LawVersion: 'clocks of a law',
  MessageTemplate: 'wording for everybody',
  Setting: 'words and addresses of the organisation',
  ConnectedSystem: 'addresses and sealed secrets of the organisation’s own systems',
  Webhook: 'addresses of programs that are told of what happens',
  WebhookDelivery: 'references, types, states and dates of what happened',
  Proposal: 'a change of a setting or a wording',
  ApiToken: 'name and role of a program',
  UsageKey: 'the version of a key, never the key',
  UsageReceived: 'aggregate counts',
  UsageSeen: 'keyed hashes of event ids, which name nobody',
  UsageChange: 'what everybody was told',
  UsageAnnounced: 'definitions of events',
  UsagePing: 'aggregate counts of this installation',
  UsageDaily: 'aggregate counts',
  UsageWindow: 'aggregate counts',
  IndicatorNote: 'what product people wrote about a figure',
  WorkerBeat: 'that a process runs',
  DueTry:
    'ids of what was due and failed, with the name of the error; gone once it succeeds or is due no more',
}
