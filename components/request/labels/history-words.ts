import { messageRules } from '@/lib/core/handbook/messages/index'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { changed } from './changed-words'
import { sentence, typeTitle } from './words'

export interface HistoryRow {
  seq: number
  at: Date
  /** A name, "The system" or "The requester". */
  who: string
  command: string
  result: string
  facts: Readonly<Record<string, unknown>>
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const taskName = (key: unknown) => taskPlans.get(text(key))?.name ?? text(key)
const messageName = (key: unknown) => messageRules.get(text(key))?.name ?? text(key)
const lower = (key: unknown) => sentence(text(key)).toLowerCase()

type Facts = HistoryRow['facts']

/** What each command is, after the name of who ran it. */
const acts: Readonly<Record<string, (facts: Facts) => string>> = {
  'sign-in': () => 'signed in',
  'sign-out': () => 'signed out',
  'set-password': () => 'let somebody set a password by a mailed link',
  'add-person': facts => `added a person as ${lower(facts.role)}`,
  'change-role': facts => `changed a role from ${lower(facts.from)} to ${lower(facts.to)}`,
  'disable-person': () => 'shut a person out',
  'enable-person': () => 'let a person in again',
  'send-password-link': () => 'mailed a link to set a password',
  'create-token': facts => `made a token as ${lower(facts.role)}`,
  'revoke-token': () => 'revoked a token',
  'propose-change': facts => `proposed a change of ${changed(text(facts.subject))}`,
  'apply-change': facts => `applied a change of ${changed(text(facts.subject))}`,
  'withdraw-change': facts => `withdrew a proposed change of ${changed(text(facts.subject))}`,
  'publish-types': () => 'changed which types are offered',
  'change-organisation': () => 'changed the organisation’s words',
  'log-off-channel': facts => `logged an off-channel request for ${lower(facts.asksFor)}`,
  'link-off-channel': () => 'opened a request for an off-channel entry',
  'announce-usage': facts =>
    Array.isArray(facts.subjects)
      ? `announced ${facts.subjects.join(', ')}`
      : 'announced what usage data is collected',
  'rotate-usage-key': facts => `rotated the key of usage data to version ${String(facts.version)}`,
  'change-service-ping': facts => (facts.on ? 'had the Service Ping sent' : 'kept the Service Ping here'),
  'change-minimum-group': facts => `set the fewest people in a figure to ${String(facts.least)}`,
  'write-indicator-note': facts => `wrote of ${text(facts.month)} under ${lower(facts.indicator)}`,
  'open-journey': facts =>
    `opened the journey of a pseudonymous user: ${lower(facts.reason)}, ${text(facts.ticket)}`,
  'change-team-addresses': () => 'changed the team addresses',
  'acknowledge-suppression': facts => `acknowledged ${String(facts.count)} erased addresses`,
  submit: () => 'sent the request in',
  confirm: () => 'confirmed the mailbox',
  disown: () => 'said that they didn’t ask for this',
  'send-access-link': () => 'asked for a new link to the request',
  'resend-confirmation': () => 'had the confirmation link sent again',
  'record-check-results': facts =>
    facts.accountFound ? 'looked the account up and found it' : 'looked the account up and found none',
  'record-checks-failure': () => 'could not reach the directory',
  'record-checks': () => 'recorded the checks by hand',
  'retry-checks': () => 'had the checks run again',
  'send-message': () => 'wrote to the requester',
  'answer-questions': () => 'answered the questions',
  reply: facts => (facts.late ? 'replied, after the time had run out' : 'replied'),
  'pass-verification': () => 'passed the verification',
  'fail-verification': () => 'failed the verification',
  'mark-duplicate': () => 'marked it as a duplicate',
  'request-security-review': () => 'asked Trust & Safety for a review',
  'record-security-review': facts => `recorded the security review: ${lower(facts.review)}`,
  'lapse-window': facts => `let the window for ${lower(facts.lapsed)} run out`,
  'send-reminder': () => 'reminded the requester',
  'record-delivery': facts => `noted of “${messageName(facts.message)}”: ${lower(facts.delivery)}`,
  'settle-delivery': () => 'settled what became of a mail',
  hold: () => 'placed a hold',
  'release-hold': facts => `released the hold (${lower(facts.released)})`,
  'end-hold': facts => `ended the hold, as its date had come (${lower(facts.released)})`,
  withdraw: () => 'withdrew the request',
  'answer-owner-contact': facts =>
    facts.consent === 'yes'
      ? 'agreed that their administrator is asked'
      : 'did not want their administrator asked',
  'request-owner-contact': () => 'contacted the organisation’s owner',
  'record-owner-decision': facts =>
    facts.granted
      ? 'recorded that the owner granted permission'
      : 'recorded that the owner refused permission',
  'validate-authority': facts =>
    facts.authority === 'valid' ? 'validated the authority' : 'found the authority not established',
  object: () => 'heard an objection from the account’s own mailbox',
  'ask-for-help': () => 'asked for help',
  'provide-documents': () => 'sent the documents',
  'record-region': () => 'recorded the region',
  escalate: () => 'asked Privacy',
  'answer-escalation': () => 'answered the question to Privacy',
  'return-escalation': () => 'returned the question to Privacy with a comment',
  'take-over': () => 'took the request over',
  'extend-deadline': facts => `extended the deadline: ${lower(facts.reason)}`,
  'open-appeal': facts =>
    `opened ${facts.kind === 'complaint' ? 'a complaint' : 'an appeal'} against how it ended`,
  'extend-appeal': facts => `extended the time for the ${lower(facts.kind)}: ${lower(facts.reason)}`,
  'answer-appeal': facts =>
    `answered the ${lower(facts.kind)}: ${facts.granted ? 'granted' : 'the answer stays'}`,
  'remind-privacy': () => 'reminded Privacy of the authority to validate',
  'remind-deadline': facts =>
    facts.appealReminder && !facts.reminder
      ? `told Privacy that the answer to the appeal is due${facts.appealReminder === 'due-day' ? '' : ' soon'}`
      : facts.reminder === 'due-day'
        ? 'told Privacy that the answer is due'
        : 'reminded of the due date',
  'erase-content': () => 'took the content out, as it was no longer needed',
  'remove-file': facts =>
    facts.task
      ? `took a file off ${taskName(facts.task)}`
      : `removed a ${facts.purpose === 'proof' ? 'proof' : 'file'}, as it was no longer needed`,
  'attach-file': facts => (facts.task ? `added a file to ${taskName(facts.task)}` : 'added a file'),
  'download-file': () => 'downloaded a file',
  'send-download-code': () => 'asked for a code to their files',
  'enter-download-code': () => 'typed in a code to their files',
  close: () => 'closed the request',
  reopen: () => 'reopened the request',
  retype: () => 'corrected the type',
  'add-note': facts => (facts.task ? `added a note to ${taskName(facts.task)}` : 'added a note'),
  'tick-step': facts => `ticked “${stepLabel(facts)}”`,
  'untick-step': facts => `took back “${stepLabel(facts)}”`,
  resolve: facts => `resolved ${taskName(facts.task)} as ${lower(facts.resolution)}`,
  'reopen-task': facts => `reopened ${taskName(facts.task)}`,
  'complete-system-task': facts => `carried out ${taskName(facts.task)}`,
  'fail-system-task': facts => `could not carry out ${taskName(facts.task)} and gave it to Privacy`,
  assign: facts =>
    `${facts.assignee ? 'assigned' : 'took everybody off'} ${facts.task ? taskName(facts.task) : 'the request'}`,
}

function stepLabel({ task, step }: Facts): string {
  return taskPlans.get(text(task))?.steps.find(candidate => candidate.key === step)?.label ?? text(step)
}

/** The rest of the sentence after the name: what was done, and what followed from it. */
export function historySentence({ command, result, facts }: HistoryRow): string {
  const what = acts[command]?.(facts) ?? `ran ${lower(command)}`
  const followed = [
    result === 'done' ? '' : `refused: ${lower(result)}`,
    text(facts.rating) && `rated ${lower(facts.rating)}`,
    Array.isArray(facts.messages) && facts.messages.length > 0
      ? `sent ${facts.messages.map(key => `“${messageName(key)}”`).join(', ')}`
      : '',
    text(facts.typeTo) && `now ${typeTitle(text(facts.typeTo)).toLowerCase()}`,
    text(facts.hold) && command !== 'hold' ? `put on hold: ${lower(facts.hold)}` : '',
    text(facts.outcome)
      ? `closed: ${lower(facts.outcome)}`
      : text(facts.to) && command !== 'change-role'
        ? `→ ${lower(facts.to)}`
        : '',
  ].filter(Boolean)
  return followed.length > 0 ? `${what}; ${followed.join('; ')}.` : `${what}.`
}
