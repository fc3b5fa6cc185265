import { waitingOn } from '@/lib/core/machine/waiting-on'
import { openHolds, openTasks } from '@/lib/core/request/current'
import type { PrivacyRequest, WaitingOn } from '@/lib/core/request/request'
import { outcomeName, stateName } from './words'

/** What an act did, for the person who did it: the thing itself, and what happened to the request, too. */
export function doneWords(
  command: string,
  before: PrivacyRequest,
  after: PrivacyRequest,
): { title: string; text?: string } {
  const sent = after.messages.filter(
    message => message.direction === 'out' && !before.messages.some(old => old.id === message.id),
  )
  const own = titles[command] ?? 'Done.'
  const title = sent.length > 0 && !byTheWay.has(command) ? 'Sent.' : own
  const told = sent.length > 0 && byTheWay.has(command) ? 'The person is told.' : ''
  const text = [whatHappened(command, before, after), told].filter(Boolean).join(' ')
  return text ? { title, text } : { title }
}

/** Acts that are about something else than the message which goes out because of them. */
const byTheWay: ReadonlySet<string> = new Set([
  'resolve',
  'tick-step',
  'release-hold',
  'record-region',
  'record-checks',
  'retype',
  'reopen',
  'extend-deadline',
])

const titles: Readonly<Record<string, string>> = {
  'add-note': 'The note is kept.',
  assign: 'Assigned.',
  hold: 'The request is on hold.',
  'release-hold': 'The hold is released.',
  'tick-step': 'Ticked.',
  'untick-step': 'Taken back.',
  resolve: 'The task is resolved.',
  retype: 'The type is corrected.',
  reopen: 'Reopened.',
  'reopen-task': 'The task is open again.',
  'extend-deadline': 'The deadline is extended.',
  'extend-appeal': 'The time for the answer is extended.',
  'remove-file': 'The file is removed.',
  'pass-verification': 'The verification is passed.',
  'answer-owner-contact': 'The answer is recorded.',
  'ask-for-help': 'The answer is recorded.',
  'retry-checks': 'The checks run again.',
  'record-checks': 'The checks are recorded.',
  'settle-delivery': 'Noted.',
  escalate: 'Privacy is asked.',
  'answer-escalation': 'The question is answered.',
  'return-escalation': 'The question is returned.',
  'take-over': 'Taken over.',
  'request-owner-contact': 'Noted. The owner has 10 days.',
  'record-owner-decision': 'The decision is recorded.',
  'validate-authority': 'The authority is validated.',
  'record-region': 'The region is recorded.',
}

const turnWords: Readonly<Record<WaitingOn, string>> = {
  requester: 'Now it is the requester’s turn.',
  support: 'Now it is support’s turn.',
  privacy: 'Now it is Privacy’s turn.',
  team: 'Now it is another team’s turn.',
  system: 'Now the system goes on by itself.',
  nobody: 'Nobody has anything to do now.',
}

function whatHappened(command: string, before: PrivacyRequest, after: PrivacyRequest): string {
  if (after.state === 'closed' && before.state !== 'closed' && after.outcome)
    return `The request is now closed: ${outcomeName(after.outcome).toLowerCase()}.`
  const said: string[] = []
  if (after.type !== before.type || after.state !== before.state)
    said.push(`The request is now in “${stateName(after.state, after.type)}”.`)
  if (command !== 'hold' && openHolds(after).length > openHolds(before).length) said.push('It is on hold.')
  const opened = openTasks(after).filter(task => !before.tasks.some(old => old.id === task.id))
  if (opened.length > 0) said.push(`Opened: ${opened.map(task => task.name).join(', ')}.`)
  if (waitingOn(after) !== waitingOn(before)) said.push(turnWords[waitingOn(after)])
  return said.join(' ')
}
