import { placeChange } from '@/lib/core/deadlines/place-change'
import type { Says } from '@/lib/core/machine/command-copy'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { openHolds, openTasks } from '@/lib/core/request/current'
import type { PrivacyRequest, WaitingOn } from '@/lib/core/request/request'
import { outcomeName, stateName } from './labels'

/**
 * What an act did, for the person who did it: the thing itself, and what happened to the request, too.
 * @param before the same as `after` for an act that was sent twice, and carried out by the first
 */
export function doneWords(
  { name, says }: { name: string; says: Says },
  before: PrivacyRequest,
  after: PrivacyRequest,
  clock: { now: Date; timeZone: string },
): { title: string; text?: string } {
  const mailed = after.messages.some(
    message => message.direction === 'out' && !before.messages.some(old => old.id === message.id),
  )
  const title = mailed && !says.mailsToo ? 'Sent.' : (says.done ?? 'Done.')
  const mailSentence = mailed && says.mailsToo ? 'The person is told.' : ''
  const placed = isAboutPlace(name) && after.state !== 'closed' ? placeChange(before, after, clock).says : []
  const text = [...placed, whatHappened(name, before, after), mailSentence].filter(Boolean).join(' ')
  return text ? { title, text } : { title }
}

/** Commands after which another law may count. */
export const isAboutPlace = (command: string): boolean =>
  command === 'correct-jurisdiction' || command === 'record-region'

const turnWords: Readonly<Record<WaitingOn, string>> = {
  requester: 'Now it is the requester’s turn.',
  support: 'Now it is support’s turn.',
  privacy: 'Now it is Privacy’s turn.',
  team: 'Now it is another team’s turn.',
  system: 'The system does the rest.',
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
  // The first of two answers, which told of the change, may never have been seen.
  if (before === after || waitingOn(after) !== waitingOn(before)) said.push(turnWords[waitingOn(after)])
  return said.join(' ')
}
