import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import type { Facts } from '@/lib/core/machine/decision'
import { inWords, messageNamed } from '@/lib/core/machine/fact-labels'
import { changed } from './change-labels'
import { typeTitle } from './labels'

export interface HistoryRow {
  seq: number
  at: Date
  /** A name, "The system" or "The requester". */
  who: string
  command: string
  result: string
  facts: Facts
}

const text = (value: Facts[string] | undefined): string => (typeof value === 'string' ? value : '')

/** What is no command on a request, after the name of who did it. */
const others: Readonly<Record<string, (facts: Facts) => string>> = {
  'sign-in': () => 'signed in',
  'sign-out': () => 'signed out',
  'set-password': () => 'let somebody set a password by a mailed link',
  'adopt-key': () => 'began to use another HABEAS_KEY',
  'add-person': facts => `added a person as ${inWords(facts.role)}`,
  'change-role': facts => `changed a role from ${inWords(facts.from)} to ${inWords(facts.to)}`,
  'disable-person': () => 'shut a person out',
  'enable-person': () => 'let a person in again',
  'send-password-link': () => 'mailed a link to set a password',
  'create-token': facts => `made a token as ${inWords(facts.role)}`,
  'revoke-token': () => 'revoked a token',
  'propose-right': facts => `proposed a change of ${changed(text(facts.subject))} to ${inWords(facts.role)}`,
  'apply-right': facts => `applied a change of ${changed(text(facts.subject))}`,
  'withdraw-right': facts => `withdrew a proposed change of ${changed(text(facts.subject))}`,
  'propose-change': facts => `proposed a change of ${changed(text(facts.subject))}`,
  'apply-change': facts => `applied a change of ${changed(text(facts.subject))}`,
  'withdraw-change': facts => `withdrew a proposed change of ${changed(text(facts.subject))}`,
  'retry-job': () => 'had a parked job tried again',
  'retry-due': () => 'had a parked due item tried again',
  'publish-types': () => 'changed which types are offered',
  'change-organisation': () => 'changed the organisation’s words',
  'change-work-links': () => 'changed the links that tasks lead to',
  'log-off-channel': facts => `logged an off-channel request for ${inWords(facts.asksFor)}`,
  'solve-off-channel': () => 'said that an off-channel entry is solved',
  'finish-off-channel': () => 'finished an off-channel entry',
  'clarify-off-channel': facts => `noted that somebody moves to ${inWords(facts.destination)}`,
  'answer-ticket': facts => (facts.solved ? 'answered a ticket, and solved it' : 'answered a ticket'),
  'fail-ticket-answer': () => 'could not answer a ticket, and left it to a person',
  'answer-again-off-channel': () => 'had a ticket answered again',
  complain: () => 'sent a complaint from the public form',
  'answer-off-channel': () => 'answered a complaint from the public form',
  'tell-progress-off-channel': () => 'told somebody who complained that we are working on it',
  'remind-off-channel': () => 'reminded Privacy of an off-channel entry',
  'link-off-channel': () => 'opened a request for an off-channel entry',
  'announce-usage': facts =>
    Array.isArray(facts.subjects)
      ? `announced ${facts.subjects.join(', ')}`
      : 'announced what usage data is collected',
  'rotate-usage-key': facts => `rotated the key of usage data to version ${String(facts.version)}`,
  'change-service-ping': facts => (facts.on ? 'had the Service Ping sent' : 'kept the Service Ping here'),
  'create-webhook': () => 'added a webhook',
  'remove-webhook': () => 'removed a webhook',
  'replay-webhook': () => 'had a delivery to a webhook sent again',
  'test-webhook': () => 'sent a test to a webhook',
  'change-minimum-group': facts => `set the fewest people in a figure to ${String(facts.least)}`,
  'write-indicator-note': facts => `wrote of ${text(facts.month)} under ${inWords(facts.indicator)}`,
  'open-journey': facts =>
    `opened the journey of a pseudonymous user: ${inWords(facts.reason)}, ${text(facts.ticket)}`,
  'accept-restore': facts =>
    `accepted that the database was restored: ${String(facts.rowsLost)} lines of this log are lost`,
  'connect-system': facts => `connected the system ${text(facts.system)}`,
  'change-system': facts =>
    `changed the connected system ${text(facts.system)}${
      Array.isArray(facts.changed) && facts.changed.length > 0 ? `: ${facts.changed.join(', ')}` : ''
    }`,
  'disconnect-system': facts => `disconnected the system ${text(facts.system)}`,
  'change-team-addresses': () => 'changed the team addresses',
  'acknowledge-deletions': facts =>
    `acknowledged ${String(facts.count)} addresses that the data platform has deleted`,
  'acknowledge-suppression': facts => `acknowledged ${String(facts.count)} erased addresses`,
  submit: () => 'sent the request in',
  'erase-content': () => 'took the content out, as it was no longer needed',
  'remove-file': ({ purpose }) =>
    `removed a ${purpose === 'proof' ? 'proof' : 'file'}, as it was no longer needed`,
  'download-file': () => 'downloaded a file',
  'send-download-code': () => 'asked for a code to their files',
  'enter-download-code': () => 'typed in a code to their files',
}

/** A task's commands name it in their facts; some share their name with a command on requests, or with what the system does. */
function whatWasDone(command: string, facts: Facts): string {
  const onTask = taskCommands.get(command)
  const known = (facts.task ? onTask : undefined) ?? requestCommands.get(command)
  const says = known?.says.history ?? others[command] ?? onTask?.says.history ?? `ran ${inWords(command)}`
  return typeof says === 'string' ? says : says(facts)
}

/** The rest of the sentence after the name: what was done, and what followed from it. A command that this version doesn't know is named. */
export function historySentence({ command, result, facts }: HistoryRow): string {
  const what = whatWasDone(command, facts)
  const followed = [
    result === 'done' ? '' : `refused: ${inWords(result)}`,
    text(facts.rating) && `rated ${inWords(facts.rating)}`,
    Array.isArray(facts.messages) && facts.messages.length > 0
      ? `sent ${facts.messages.map(key => `“${messageNamed(key)}”`).join(', ')}`
      : '',
    text(facts.typeTo) && `now ${typeTitle(text(facts.typeTo)).toLowerCase()}`,
    text(facts.hold) && command !== 'hold' ? `put on hold: ${inWords(facts.hold)}` : '',
    text(facts.outcome)
      ? `closed: ${inWords(facts.outcome)}`
      : text(facts.to) && command !== 'change-role' && command !== 'apply-right'
        ? `→ ${inWords(facts.to)}`
        : '',
  ].filter(Boolean)
  return followed.length > 0 ? `${what}; ${followed.join('; ')}.` : `${what}.`
}
