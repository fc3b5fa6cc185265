import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type Query, single } from '@/app/query'
import { roleTitle } from '@/components/desk/navigation'
import { Answers } from '@/components/message/answers'
import { Composer, type ComposerMessage, composing } from '@/components/message/composer'
import { Conversation } from '@/components/message/conversation'
import { OutcomeThere } from '@/components/request/form/action-provider'
import { ClosesOnceDone } from '@/components/request/form/closes-once-done'
import { sentence } from '@/components/request/labels/labels'
import { DeskButtonLink } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { Notice } from '@/components/ui/notice'
import { refusals } from '@/lib/core/api/refusals'
import { dayInWords, parseDay, zoneOf } from '@/lib/core/deadlines/days'
import { lateEndOf } from '@/lib/core/derived/ends-too-late'
import { carriedOutBy, type Eyes } from '@/lib/core/derived/four-eyes'
import { repliedTo } from '@/lib/core/derived/question-mail'
import { mayAttempt } from '@/lib/core/derived/verification/attempts'
import { saysGone } from '@/lib/core/machine/message-effects'
import { settlementOf } from '@/lib/core/machine/requirements/settlement'
import { privacyJudges } from '@/lib/core/machine/requirements/verification-questions'
import { roles } from '@/lib/core/people/actor'
import { mayRun, supportAndPrivacy } from '@/lib/core/people/permissions'
import { byChannel } from '@/lib/core/request/channel'
import { accountOf, verificationOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { type Preview, previewMessage } from '@/lib/door/mail/preview'
import { logDenied } from '@/lib/door/staff/denied'
import { type ConversationEntry, readMessages } from '@/lib/store/mail/conversation'
import { openRequest, RequestFrame, type RequestParams } from '../request-frame'
import { templatesFor } from './templates'

export async function generateMetadata({ params }: { params: RequestParams }): Promise<Metadata> {
  return { title: `${(await params).reference}: messages` }
}

/** Who spoke: a role as a title, the person as the requester, a colleague by name. */
function speaker(sender: string): string {
  const role = roles.find(known => known === sender)
  return role
    ? roleTitle(role)
    : sender === 'requester'
      ? 'Requester'
      : sender === 'system'
        ? 'The system'
        : sender
}

/** How it came where that wasn't the person's page, with the day on which it was said: "By telephone, 3 Mar 2026". */
function cameBy({ channel, saidOn }: ConversationEntry): string | null {
  if (!channel || channel === 'privacy-center') return null
  const words = sentence(byChannel[channel])
  return saidOn ? `${words}, ${dayInWords(parseDay(saidOn))}` : words
}

/** Why this person may not pass the questions: nothing to go by, or four eyes. */
function notPassable(request: PrivacyRequest, eyes: Eyes): string | undefined {
  if (carriedOutBy(request, eyes)) return refusals['four-eyes'].title
  if (privacyJudges(request)) return 'The person can’t know the answers. Privacy decides.'
  if (!mayAttempt(request, eyes.actor)) return refusals['third-attempt'].title
  const answered = verificationOf(request)?.answeredAt || repliedTo(request, 'verification')
  return answered ? undefined : 'There are no answers to pass yet.'
}

/** A message that says that the account went without us is shown with what follows from that. */
const told = (request: PrivacyRequest, message: Preview | null): ComposerMessage | null =>
  message && saysGone.has(message.key) ? { ...message, settlement: settlementOf(request) } : message

/** The conversation, the answers to judge, and the composer behind the email icon. */
export default async function MessagesPage({
  params,
  searchParams,
}: {
  params: RequestParams
  searchParams: Query
}) {
  const opened = await openRequest(params, 'messages')
  const { staff, request, personal, context } = opened
  const { now, timeZone } = context
  if (!personal) {
    logDenied(staff.actor, `/requests/${request.reference}/messages`)
    notFound()
  }
  const compose = single((await searchParams).compose)
  const on = { reference: request.reference, version: request.version }
  const handles = mayRun(staff.actor, supportAndPrivacy)
  const [entries, message] = await Promise.all([
    readMessages(staff.actor, request.id),
    handles && compose && compose !== 'deadline-extended' ? previewMessage(request, context, compose) : null,
  ])
  const lateEnd = message && lateEndOf(request, message.key, context)
  const verification = verificationOf(request)
  const here = `/requests/${request.reference}/messages`
  const newMessage = (
    <p className="mb-4">
      <DeskButtonLink href={`${here}?compose=#composer`} icon="mail">
        New message
      </DeskButtonLink>
    </p>
  )
  return (
    <RequestFrame opened={opened} tab="messages" toldThere={composing} writing={compose !== undefined}>
      <OutcomeThere forms={composing} />
      {handles &&
        (compose === undefined ? (
          newMessage
        ) : (
          <ClosesOnceDone forms={composing} href={here} afterwards={newMessage}>
            {lateEnd && (
              <div className="mb-4">
                <Notice kind="warning" title="The time to answer would end on or after the due date">
                  <p>
                    With this message the person has until{' '}
                    <DateText at={lateEnd} now={now} timeZone={timeZone} as="day" />, and our answer is due on{' '}
                    <DateText at={request.dueOn} now={now} timeZone={zoneOf(request, timeZone)} as="day" />.
                    Extend the due date where the law allows it.
                  </p>
                </Notice>
              </div>
            )}
            <Composer
              on={on}
              templates={templatesFor(request, context)}
              message={told(request, message)}
              closeHref={here}
            />
          </ClosesOnceDone>
        ))}
      {verification && (
        <Answers
          {...{ on, verification, now, timeZone }}
          account={accountOf(request)}
          notPassable={notPassable(request, context)}
          mayJudge={handles && request.state === 'verifying'}
        />
      )}
      <Conversation
        on={on}
        mayRead={handles}
        entries={entries.map(entry => ({ ...entry, from: speaker(entry.sender), came: cameBy(entry) }))}
        now={now}
        timeZone={timeZone}
      />
    </RequestFrame>
  )
}
