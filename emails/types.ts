/** What one variable of a message stands for. The composer shows `about`; tests and previews use `example`. */
export interface MessageVariable {
  about: string
  /** A list means that the variable holds several sentences; `{% for %}` walks them. */
  example: string | number | readonly string[]
  /** A required one that is absent or blank stops the message from being sent. */
  required: boolean
  /** For a required list: having nothing to say is an answer, saying nothing at all is not. */
  emptyAllowed?: true
  /** Words on the button that a line holding only this link becomes in HTML. */
  button?: string
}

/**
 * A mail before its variables are filled in. `body` is liquid text: a blank line separates paragraphs, lines starting
 * with "- " (or "1. ") are a list, a line holding only a link variable is a button in HTML and a bare address in text.
 */
export interface MessageTemplate<Key extends string = string> {
  key: Key
  /** The name that staff know it by, spelt as in the handbook. */
  name: string
  /** BCP 47, for example `en`. */
  language: string
  subject: string
  body: string
  variables: Readonly<Record<string, MessageVariable>>
}

/** Messages to the person who asked (or, for the security notice, to an account's own addresses). */
export type MessageKey =
  | 'access-link'
  | 'account-already-deleted'
  | 'appeal-answered'
  | 'appeal-extended'
  | 'appeal-received'
  | 'authority-not-established'
  | 'blocked-account-deletion-request'
  | 'confirmation-resent'
  | 'deadline-extended'
  | 'documents-needed'
  | 'download-code'
  | 'duplicate-request'
  | 'embargoed-country'
  | 'enterprise-user'
  | 'enterprise-user-access-not-available'
  | 'failed-verification'
  | 'files-ready'
  | 'general-reply'
  | 'high-risk-gitlab-account-verification-question'
  | 'medium-risk-gitlab-account-verification-question'
  | 'no-account-found'
  | 'no-enterprise-admin-permission-deletion'
  | 'on-hold'
  | 'project-export-complete'
  | 'project-export-self-serve'
  | 'reminder'
  | 'request-closed'
  | 'request-fulfilled'
  | 'request-received'
  | 'request-refused'
  | 'security-notice'
  | 'security-review-complete'
  | 'security-review-denied'
  | 'security-review-requested'

/** Mail to the teams. It names requests by reference only: no personal data leaves the desk. */
export type StaffMailKey =
  | 'appeal-reminder'
  | 'deadline-reminder'
  | 'delivery-problem'
  | 'privacy-notice'
  | 'set-password'
  | 'task-opened'

/** Mail to anybody who subscribed to news; it belongs to no request. */
export type PublicMailKey = 'usage-change' | 'usage-subscription'
