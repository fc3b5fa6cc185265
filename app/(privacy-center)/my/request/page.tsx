import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Conversation, type Said } from '@/components/public/conversation'
import { QuestionsForm } from '@/components/public/questions-form'
import { ReplyForm } from '@/components/public/reply-form'
import {
  canStillAnswer,
  canWithdraw,
  openQuestions,
  stepsOf,
  waitingWords,
} from '@/components/public/standing'
import { WithdrawForm } from '@/components/public/withdraw-form'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { StepsLine } from '@/components/ui/steps-line'
import { systemClock } from '@/lib/clock'
import { requestTypes } from '@/lib/core/request-types/index'
import { readUnsent } from '@/lib/door/requester-words'
import { env } from '@/lib/env'
import { type ConversationEntry, readMessages } from '@/lib/store/conversation'
import { readRequest } from '@/lib/store/requests'
import { currentVisit, newLinkPage, visitSecret } from '../../visit'
import { OutcomeNotice } from './outcome-notice'
import { answerErrors, replyError } from './problems'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { answers, reply, tooLate } = await readUnsent(await visitSecret())
  // What is still unsent was refused, unless it is on its way from one form into the other.
  const failed = answers !== undefined || (reply !== undefined && !tooLate)
  return { title: `${failed ? 'Error: ' : ''}Your privacy request` }
}

/** Messages as the person may see them: theirs and ours, and never a note. */
const saidOf = (entries: readonly ConversationEntry[]): Said[] =>
  entries.flatMap(({ id, key, direction, subject, body, at, late }) =>
    direction === 'note' ? [] : [{ id, key, direction, subject, body, at, late }],
  )

/** The person's own page: where it stands, whom we wait for, until when, what was written, and what they can do. */
export default async function OwnPage({ searchParams }: Props) {
  const visit = await currentVisit()
  if (!visit) redirect(newLinkPage)
  const { visitor, secret } = visit
  const request = await readRequest(visitor.actor, visitor.reference)
  if (!request) redirect(newLinkPage)
  const said = saidOf(await readMessages(visitor.actor, request.id))
  const unsent = await readUnsent(secret)
  const { done } = await searchParams
  const timeZone = env().orgTimeZone
  const now = systemClock.now()
  const type = requestTypes.get(request.type)
  const verification = openQuestions(request)
  const questions = verification?.questions ?? []
  const waiting = waitingWords(request, timeZone)
  const wrongAnswers = answerErrors(questions, unsent.answers)
  const late = canStillAnswer(request)
  const mayWrite = late || (!verification && request.state !== 'closed' && request.confirmedAt !== null)
  const wrongReply =
    mayWrite && unsent.reply !== undefined && !unsent.tooLate ? replyError(unsent.reply) : undefined
  // Isolated, as dates and sentences are not translated together with the page's direction.
  const steps = stepsOf(request, { working: type?.processingAs ?? 'Deleting', timeZone }).map(step =>
    step.detail ? { ...step, detail: <bdi>{step.detail}</bdi> } : step,
  )
  const errors = [
    ...questions.flatMap(({ key }) =>
      wrongAnswers[key] ? [{ field: key, message: wrongAnswers[key] }] : [],
    ),
    ...(wrongReply ? [{ field: 'text', message: wrongReply }] : []),
  ]
  const reply = (
    <ReplyForm
      late={late}
      typed={unsent.reply ?? ''}
      press={randomUUID()}
      {...(wrongReply && { error: wrongReply })}
    />
  )
  return (
    <>
      <ErrorSummary errors={errors} />
      <OutcomeNotice of={done} />
      <PageHeading
        kicker={
          <>
            Reference <span data-numbers>{request.reference}</span>
          </>
        }
        title={type?.publicTitle ?? 'Your privacy request'}
      />
      {waiting && (
        <Notice
          kind={verification || request.state === 'submitted' ? 'warning' : 'info'}
          title={waiting.title}
        >
          <p>{waiting.text}</p>
        </Notice>
      )}
      {waiting && (
        <p className="mt-4 mb-10 max-w-measure">
          You hear from us by{' '}
          <strong className="font-semibold">
            <DateText at={request.dueOn} now={now} timeZone={timeZone} as="day" />
          </strong>{' '}
          at the latest.
        </p>
      )}
      {verification && (
        <div className="mb-12">
          <QuestionsForm
            questions={questions}
            typed={unsent.answers ?? {}}
            errors={wrongAnswers}
            press={randomUUID()}
          />
        </div>
      )}
      <h2 className="mb-5 text-xl">Where it stands</h2>
      <StepsLine steps={steps} />

      <h2 className="mt-12 mb-4 text-xl">Messages</h2>
      <Conversation said={said} now={now} timeZone={timeZone} />
      {late && (
        <section aria-labelledby="write" className="mt-12">
          <h2 id="write" className="mb-3 text-xl">
            Write to us
          </h2>
          {unsent.tooLate && (
            <div className="mb-4">
              <Notice kind="warning" title="The time to answer had ended">
                <p>What you typed is below. You can still send it as a message.</p>
              </Notice>
            </div>
          )}
          {reply}
        </section>
      )}
      {mayWrite && !late && (
        <details open={wrongReply !== undefined} className="mt-6">
          <summary className="link inline-flex min-h-control items-center">
            Write to us about this request
          </summary>
          <div className="mt-3">{reply}</div>
        </details>
      )}
      <div className="mt-14 flex flex-col items-start gap-6 border-t border-line pt-8">
        {canWithdraw(request) && <WithdrawForm press={randomUUID()} />}
        <form method="post" action="/my/request/leave">
          <Button tone="quiet" icon="log-out" className="-ms-4">
            Leave this page
          </Button>
        </form>
      </div>
    </>
  )
}
