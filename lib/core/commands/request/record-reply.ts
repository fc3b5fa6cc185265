import { z } from 'zod'
import { dayOf, wrongDay, zoneOf } from '../../deadlines/days'
import { theirWindows } from '../../derived/question-mail'
import { unanswered } from '../../derived/verification/unanswered'
import { requestCommand } from '../../machine/command'
import { receive } from '../../machine/conversation/receive'
import { type Context, refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { supportAndPrivacy } from '../../people/permissions'
import { byChannel, channelNames, recordedChannels } from '../../request/channel'
import { openWindow, verificationOf } from '../../request/current'
import { isPaused } from '../../request/paused-windows'
import type { PrivacyRequest } from '../../request/request'
import type { WindowReason } from '../../request/response-window'

const input = z.object({
  channel: z.enum(recordedChannels),
  /** The day on which they said it. */
  at: z.iso.date(),
  /** Needed where no question is answered. A letter may be as long as a reply on their page. */
  text: z.string().trim().min(1).max(10_000).optional(),
  /** To the open verification questions, by the question's key: as many as they answered. */
  answers: z.record(z.string().max(60), z.string().trim().max(1000)).optional(),
  effect: z.enum(['reply', 'withdraw']).default('reply'),
})

/**
 * What the person said by mail, telephone, letter, ticket or in person. It is kept as their own words with its road and day, and
 * does what a reply on their page does. Whether it came in time is decided by the day on which they said it.
 */
export const recordReply = requestCommand({
  name: 'record-reply',
  label: 'Record a reply',
  may: 'Record what the person said by another road',
  who: supportAndPrivacy,
  says: {
    before:
      'This is kept as the person’s own words. It closes their response window, as a reply on their page does. Write down what they said, not what you think of it.',
    done: 'The reply is recorded.',
    history: ({ channel, effect }) =>
      `recorded ${effect === 'withdraw' ? 'that the person asked to stop' : 'a reply of the person'} (${inWords(channel)})`,
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input,
  form: [
    { name: 'channel', label: 'How it came', choices: channelNames },
    { name: 'at', label: 'The day on which they said it' },
    { name: 'text', label: 'What they said' },
    {
      name: 'effect',
      label: 'What it asks for',
      choices: { reply: 'It answers us or tells us something', withdraw: 'They want us to stop' },
    },
  ],
  decide(request, { channel, at, text, answers, effect }, context) {
    const zones = [context.timeZone, zoneOf(request, context.timeZone)]
    if (wrongDay(at, { now: context.now, notBefore: request.receivedAt, zones }))
      return refuse('invalid-input', 'at')
    const closed = request.state === 'closed'
    const late = closed ? !wasInTime(request, at, context) : cameAfterTheEnd(request, at, context)
    const draft = new Draft(request, context).fact({ channel, saidOn: at, late, effect })
    if (closed) draft.set({ lateReplyAt: context.now })
    const given = answers && answered(draft, answers, at)
    if (given && 'reason' in given) return given
    if (!given && !text) return refuse('invalid-input', 'text')
    for (const reason of theirWindows)
      if (mayAnswer(request, reason, at, context)) draft.closeWindow(reason, 'requester', at)
    const stops = effect === 'withdraw'
    const key = stops ? 'withdrawal' : given ? 'answers' : 'reply'
    const subject = `${stops ? 'Wants us to stop' : given ? 'Answers' : 'Reply'}, ${byChannel[channel]}`
    const body = [given?.words, text].filter(Boolean).join('\n\n')
    // Who recorded it has read it. That they want us to stop stays unread until somebody has acted on it.
    return receive(draft, {
      key,
      subject,
      body,
      late,
      channel,
      saidOn: at,
      read: !stops,
      told: !stops,
    }).done()
  },
})

/** What was said before a question was asked doesn't answer it, although it is recorded after it. */
function mayAnswer(request: PrivacyRequest, reason: WindowReason, day: string, { now, timeZone }: Context) {
  const opensAt = openWindow(request, reason)?.opensAt
  const zones = [timeZone, zoneOf(request, timeZone)]
  return opensAt !== undefined && !wrongDay(day, { now, notBefore: opensAt, zones })
}

/** Keeps answers to the open questions: one of them at least, since people leave out what they don't know. */
function answered(draft: Draft, answers: Readonly<Record<string, string>>, day: string) {
  const verification = verificationOf(draft.next)
  if (draft.next.state !== 'verifying' || !verification) return refuse('no-question-open')
  if (!unanswered(draft.next)) return refuse('already-answered')
  const given = Object.fromEntries(verification.questions.map(({ key }) => [key, answers[key] ?? '']))
  const [first] = verification.questions
  if (openWindow(draft.next, 'verification') && !mayAnswer(draft.next, 'verification', day, draft.context))
    return refuse('invalid-input', 'at')
  const said = verification.questions.filter(({ key }) => given[key])
  if (said.length === 0) return refuse('invalid-input', first && `answers.${first.key}`)
  draft.set({
    verifications: draft.next.verifications.map(existing =>
      existing.id === verification.id
        ? { ...existing, answers: given, answeredAt: draft.context.now }
        : existing,
    ),
  })
  return { words: said.map(({ key, text }) => `${text}\n${given[key]}`).join('\n\n') }
}

/** A window of theirs was over on that day, and nobody has acted on it yet. */
const cameAfterTheEnd = (request: PrivacyRequest, day: string, { timeZone }: Context): boolean =>
  theirWindows.some(reason => {
    const endsAt = openWindow(request, reason)?.endsAt
    return endsAt !== undefined && dayOf(endsAt, timeZone).toString() < day && !isPaused(request, reason)
  })

/** The request closed because a window of theirs ran out, and they had answered by its last day. */
const wasInTime = (request: PrivacyRequest, day: string, { timeZone }: Context): boolean =>
  request.windows.some(
    ({ reason, closedBy, opensAt, endsAt }) =>
      theirWindows.some(theirs => theirs === reason) &&
      closedBy === 'system' &&
      dayOf(opensAt, timeZone).toString() <= day &&
      day <= dayOf(endsAt, timeZone).toString(),
  )
