import { destinationsByKey } from '../handbook/portability'
import type { Answering, Channel, OffChannelAnswer } from './off-channel'

/** What the organisation puts into its answers. */
export interface OrganisationWords {
  organisation: string
  privacy_center: string
  /** Where the steps for exporting projects are described. */
  export_steps: string
  /** The Privacy team's mail address. */
  contact: string
}

/** What of an entry its answer depends on. */
export interface AnsweredEntry {
  channel: Channel
  destination: string | null
  dueOn: Date | null
  /** Of the request that was opened for it. */
  reference: string | null
}

const only = 'Only there can we make sure that it is you who asks.'
const whyThere: Readonly<Record<Channel, string>> = {
  'support-ticket': `We can’t handle this in a support ticket. ${only}`,
  mail: `We can’t handle this by mail. ${only}`,
  letter: `We can’t handle this by letter. ${only} If you don’t use the internet, somebody you trust can fill in the form together with you.`,
  telephone: `We can’t handle this on the telephone. ${only} If you don’t use the internet, somebody you trust can fill in the form together with you.`,
  'privacy-center': `Please use the form for requests. ${only}`,
  'forum-post': `We can’t handle this in the forum. ${only} Please write nothing personal here, since everybody can read it.`,
  'in-person': `We can’t handle this when we meet. ${only} If you don’t use the internet, somebody you trust can fill in the form together with you.`,
  chat: `We can’t handle this in a chat. ${only}`,
  'social-media': `We can’t handle this on social media. ${only} Please write nothing personal here, since others may read it.`,
  other: `We can’t handle this here. ${only}`,
}

const acting =
  'Are you asking for somebody else? The form says how. We need a paper that shows that you may act for them: their signed permission, a court’s decision, or proof that you are their parent. If you have a question, write to {contact}.'

/** The steps at the other platform; where nobody has said which, the question. */
function destinationWords(key: string | null): string {
  const destination = key === null ? undefined : destinationsByKey.get(key)
  if (!destination) return 'Which platform do you want to move to? Tell us, and we send you the steps for it.'
  const { name, steps, missing } = destination
  const numbered = steps.map((step, at) => `${at + 1}. ${step}`)
  return [`To move to ${name}:`, ...numbered, ...(missing ? [missing] : [])].join('\n')
}

const dayInWords = (day: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(day)

/** By when they have an answer; where that day is past, as after a letter that lay somewhere, an apology. */
const whenWords = (dueOn: Date, now: Date, timeZone: string): string =>
  dueOn < now
    ? `They will answer you as soon as they can. We are sorry that this is late: you should have had an answer by ${dayInWords(dueOn, timeZone)}.`
    : `They will answer you by ${dayInWords(dueOn, timeZone)} at the latest.`

/** The macro that answers it, which only a support ticket has. */
export const macroOf = ({ macro }: OffChannelAnswer, channel: Channel): string | null =>
  channel === 'support-ticket' ? (macro ?? null) : null

/**
 * What to send, in words that fit how it arrived and how far it has come.
 * @param timeZone of the day by which Privacy answers; what is past by now isn't promised
 */
export function answerText(
  answer: OffChannelAnswer,
  { channel, destination, dueOn, reference }: AnsweredEntry,
  words: OrganisationWords,
  { timeZone, now }: { timeZone: string; now: Date },
): string {
  const known = new Map<string, string>([
    ['why_there', whyThere[channel]],
    ['acting', acting],
    ['destination', destinationWords(destination)],
    ['when', dueOn ? whenWords(dueOn, now, timeZone) : ''],
    ...Object.entries(words),
  ])
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => known.get(name) ?? whole)
  // What is filled in may name the organisation's words itself.
  return fill(fill((reference && answer.opened) || answer.text))
}

/** What arrived, as a noun. */
const things: Readonly<Record<Channel, string>> = {
  'support-ticket': 'the ticket',
  mail: 'the mail',
  letter: 'the letter',
  telephone: 'the call',
  'forum-post': 'the post',
  'in-person': 'the person',
  chat: 'the chat',
  'social-media': 'the post',
  other: 'them',
  'privacy-center': 'the message',
}

/** What of an entry says what is left to do about it. */
export interface WorkedEntry extends AnsweredEntry {
  finishedAt: Date | null
  solved: boolean
  /** How far the connected system is that it came from by itself. */
  answering?: Answering | null
  systemName?: string | null
}

/** What is left to do once a connected system was answered and the entry is still open. */
function afterAnswer(answer: OffChannelAnswer, { reference, destination }: WorkedEntry): string | null {
  if (answer.privacyBy) return 'The answer was sent. Privacy now answers, and finishes it with a note.'
  if (answer.ticket === 'solved')
    return 'The answer was sent, but the ticket isn’t solved. Solve it, then say so here.'
  if (answer.opens)
    return reference ? null : 'They were asked for what the request needs. Open it once they have said it.'
  return destination
    ? null
    : 'They were asked where they want to move to. Once they have said it, choose it here and send the steps.'
}

/** What to do with an entry now, as a sentence. */
export function whatNow(answer: OffChannelAnswer | undefined, entry: WorkedEntry): string {
  if (entry.finishedAt) return 'There is nothing left to do.'
  if (!answer) return 'This version has no answer to it. Finish it with a note.'
  if (entry.answering === 'queued')
    return `${entry.systemName ?? 'The ticket'} is being answered automatically. Should that fail, it is said here.`
  const next = entry.answering === 'answered' ? afterAnswer(answer, entry) : null
  return next ?? byHand(answer, entry)
}

/** What a person does about an entry. */
function byHand(answer: OffChannelAnswer, entry: AnsweredEntry): string {
  const thing = things[entry.channel]
  if (entry.reference && answer.opens)
    return 'A request is open for it. Send this answer; everything else is said in the request.'
  if (answer.opens) return 'Ask for what the request needs, then open it. Nothing is open yet.'
  if (entry.channel === 'privacy-center')
    return 'The person was told by mail that it has come, and by when they have an answer. Privacy answers it here.'
  if (answer.privacyBy) return 'Send this answer. Privacy then answers, and finishes it with a note.'
  if (answer.ticket === 'solved')
    return entry.channel === 'support-ticket'
      ? 'Send this answer and solve the ticket. Then say so here.'
      : `Answer ${thing}, then say so here.`
  return entry.destination
    ? `Send this answer. Finish it with a note once ${thing} needs nothing more.`
    : 'Ask where they want to move to. Once they have said it, choose it here and send the steps.'
}
