/** What one variable of a message stands for. The composer shows `about`; tests and previews use `example`. */
export interface MessageVariable {
  about: string
  /** A list means that the variable holds several sentences; `{% for %}` walks them. */
  example: string | number | readonly string[]
  /** A required one that is absent or blank stops the message from being sent. */
  required: boolean
  /** For a required list: having nothing to say is an answer, saying nothing at all is not. */
  emptyAllowed?: true
  /** Somebody who edits the filled text may not leave it out: what the message is for, or the law wants said. A link always is so. */
  kept?: true
  /** A link that the frame has wherever an edited text leaves it out. */
  framed?: true
  /** Set or empty: it is never said, and only decides which words are. */
  onlySometimes?: true
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

/** How a message to the person is sent and what it opens. The core checks the names in it against its own. */
export interface MessageRule {
  /** The command that sends it with its effect; `system` where only the system does. */
  by: string
  /** The roles that may send it with `send-message`; absent where everybody on the desk may. */
  roles?: readonly string[]
  /** The response window that opens once the mail server has accepted it. */
  window?: { readonly reason: string; readonly days: number }
}

/** A message to the person who asked (or, for the security notice, to an account's own addresses), with its rule. */
export interface PersonMessage<Key extends string = string, Rule extends MessageRule = MessageRule>
  extends MessageTemplate<Key> {
  rule: Rule
}

/** Mail to the teams. It names requests by reference only: no personal data leaves the desk. */
export type StaffMailKey =
  | 'account-changed'
  | 'appeal-reminder'
  | 'deadline-reminder'
  | 'delivery-problem'
  | 'new-message'
  | 'off-channel-notice'
  | 'off-channel-reminder'
  | 'off-channel-waiting'
  | 'privacy-notice'
  | 'request-news'
  | 'set-password'
  | 'task-opened'

/** Mail to anybody who subscribed to news or sent a complaint, or about several requests at once; it belongs to no single request. */
export type PublicMailKey =
  | 'complaint-answered'
  | 'complaint-received'
  | 'complaint-underway'
  | 'requests-waiting'
  | 'usage-change'
  | 'usage-subscription'
