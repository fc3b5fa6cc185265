import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ClarificationForm, ContactForm, DocumentsForm, HelpForm } from '@/components/public/ask-form'
import { Conversation, type Said } from '@/components/public/conversation'
import { AnswerBy } from '@/components/public/own/answer-by'
import { Disagree, Disagreements, kindNamed } from '@/components/public/own/disagreement'
import { OwnFiles } from '@/components/public/own/own-files'
import { WithdrawForm } from '@/components/public/own/withdraw-form'
import { WriteToUs } from '@/components/public/own/write-to-us'
import { QuestionsForm } from '@/components/public/questions-form'
import { ReplyForm } from '@/components/public/reply-form'
import { stepsOf } from '@/components/public/stages'
import { canStillAnswer, canWithdraw, canWrite, waitingWords } from '@/components/public/standing'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { StepsLine } from '@/components/ui/steps-line'
import { systemClock } from '@/lib/clock'
import { remediesNow } from '@/lib/core/advice/remedies-now'
import { zoneOf } from '@/lib/core/deadlines/days'
import { asksForAnother } from '@/lib/core/derived/acting'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { wordsOf } from '@/lib/core/intake/fields-for'
import { openQuestions } from '@/lib/core/machine/open-questions'
import type { AskKind } from '@/lib/core/machine/requirements/requirement'
import { verificationOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { viewDownloads } from '@/lib/door/files/download-code'
import { readUnsent, type Unsent } from '@/lib/door/requester/requester-messages'
import { contextForPage } from '@/lib/door/run/context'
import { env } from '@/lib/env'
import { type ConversationEntry, readMessages } from '@/lib/store/mail/conversation'
import { readRequest } from '@/lib/store/request/requests'
import { currentVisit, newLinkPage, visitSecret } from '../../visit'
import { OutcomeNotice } from './outcome-notice'
import { askErrors, disagreementError, replyError } from './problems'
import { strandedAnswer } from './stranded'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { answers, reply, tooLate, disagreement } = await readUnsent(await visitSecret())
  // What is still unsent was refused, unless it is on its way from one form into the other.
  const failed = answers !== undefined || disagreement !== undefined || (reply !== undefined && !tooLate)
  return { title: `${failed ? 'Error: ' : ''}Your privacy request` }
}

/** Messages as the person may see them: theirs and ours, and never a note. */
const saidOf = (entries: readonly ConversationEntry[]): Said[] =>
  entries.flatMap(({ id, key, direction, subject, body, at, late, saidOn }) =>
    direction === 'note' ? [] : [{ id, key, direction, subject, body, at, late, recorded: saidOn !== null }],
  )

interface Asking {
  request: PrivacyRequest
  unsent: Unsent
  errors: Record<string, string>
}

/** The form for one thing that is asked. */
function AskForm({ kind, request, unsent, errors }: Asking & { kind: AskKind }) {
  const form = { errors, press: randomUUID() }
  if (kind === 'owner-contact')
    return <ContactForm {...form} typed={unsent.contact?.text ?? ''} chosen={unsent.contact?.choice ?? ''} />
  if (kind === 'help') return <HelpForm {...form} typed={unsent.help ?? ''} />
  if (kind === 'clarification') return <ClarificationForm {...form} typed={unsent.clarification ?? ''} />
  if (kind === 'documents') return <DocumentsForm {...form} typed={unsent.documents?.text ?? ''} />
  const questions = verificationOf(request)?.questions ?? []
  return (
    <QuestionsForm
      {...form}
      questions={questions}
      typed={unsent.answers ?? {}}
      forAnother={asksForAnother(request)}
    />
  )
}

const wrongCode =
  'That is not the code. Please look at the newest email; after five wrong tries you need a new one.'

/** The person's own page: status, whom we wait for and until when, messages, and what they can do. */
export default async function OwnPage({ searchParams }: Props) {
  const visit = await currentVisit()
  if (!visit) redirect(newLinkPage)
  const { visitor, secret } = visit
  const request = await readRequest(visitor.actor, visitor.reference)
  if (!request) redirect(newLinkPage)
  const said = saidOf(await readMessages(visitor.actor, request.id))
  const unsent = await readUnsent(secret)
  const { done, write } = await searchParams
  const timeZone = env().orgTimeZone
  const zone = zoneOf(request, timeZone)
  const now = systemClock.now()
  const type = requestTypes.get(request.type)
  const asked = openQuestions(request)
  const waiting = waitingWords(request, timeZone)
  const late = canStillAnswer(request)
  const mayWrite = canWrite(request)
  const downloads = await viewDownloads(visitor, request)
  const codeError = done === 'code-wrong' && downloads?.code === 'sent' ? wrongCode : undefined
  const wrongReply =
    mayWrite && unsent.reply !== undefined && !unsent.tooLate ? replyError(unsent.reply) : undefined
  const wrong = askErrors(request, unsent)
  const { disagreement } = unsent
  const remedies = remediesNow(request, await contextForPage(visitor.actor))
  const canDisagree = remedies.length > 0
  const open = kindNamed(write) ?? unsent.disagreeing
  const wrongDisagreement = canDisagree && open === unsent.disagreeing ? disagreementError(unsent) : undefined
  // What was typed and can't be sent as that any more is the beginning of a message.
  const unasked = strandedAnswer(request, unsent)
  const untaken = canDisagree ? undefined : disagreement
  const stranded = untaken ?? unasked
  const moved =
    untaken !== undefined ? 'not-taken' : unasked !== undefined || unsent.tooLate ? 'too-late' : undefined
  // Isolated, as dates and sentences are not translated together with the page's direction.
  const steps = stepsOf(request, type, zone).map(step =>
    step.detail ? { ...step, detail: <bdi>{step.detail}</bdi> } : step,
  )
  const errors = [
    ...Object.entries(wrong).map(([field, message]) => ({ field, message })),
    ...(codeError ? [{ field: 'code', message: codeError }] : []),
    ...(wrongDisagreement ? [{ field: 'disagreement', message: wrongDisagreement }] : []),
    ...(wrongReply ? [{ field: 'text', message: wrongReply }] : []),
  ]
  const ended = request.state === 'closed'
  const disagree = canDisagree && (
    <div className="mt-12">
      <Disagree
        open={open}
        typed={disagreement ?? ''}
        press={randomUUID()}
        {...{ remedies, ended }}
        {...(wrongDisagreement && { error: wrongDisagreement })}
      />
    </div>
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
        title={type ? wordsOf(type, request.actingAs).publicTitle : 'Your privacy request'}
      />
      {waiting && (
        <Notice
          kind={asked.length > 0 || request.state === 'submitted' ? 'warning' : 'info'}
          title={waiting.title}
        >
          <p>{waiting.text}</p>
        </Notice>
      )}
      {waiting && <AnswerBy request={request} now={now} timeZone={zone} />}
      {request.optedOutAt && (
        <div className="mb-10">
          <Notice
            kind="success"
            title={`${request.actingAs === 'self' ? 'You are' : 'The address is'} opted out of marketing`}
          >
            <p>
              Since <DateText at={request.optedOutAt} now={now} timeZone={zone} as="day" />, we no longer use
              the email address of this request for marketing, and don’t sell or share it.
            </p>
          </Notice>
        </div>
      )}
      {asked.map(({ kind }) => (
        <div key={kind} className="mb-12">
          <AskForm kind={kind} request={request} unsent={unsent} errors={wrong} />
        </div>
      ))}
      {downloads && (
        <div className="mb-12">
          <OwnFiles
            over={downloads}
            code={downloads.code}
            timeZone={timeZone}
            {...(codeError && { error: codeError })}
          />
        </div>
      )}
      {request.appeals.length > 0 && (
        <div className="mb-12 flex flex-col gap-6">
          <Disagreements appeals={request.appeals} now={now} timeZone={zone} />
        </div>
      )}
      <h2 className="mb-5 text-xl">What has happened so far</h2>
      <StepsLine steps={steps} />
      {ended && disagree}

      <h2 className="mt-12 mb-4 text-xl">Messages</h2>
      <Conversation said={said} now={now} timeZone={zone} />
      {(late || (mayWrite && (asked.length === 0 || stranded !== undefined))) && (
        <WriteToUs inFull={late} open={wrongReply !== undefined} moved={moved}>
          <ReplyForm
            ended={late ? 'open-again' : ended ? 'for-good' : undefined}
            typed={unsent.reply ?? stranded ?? ''}
            press={randomUUID()}
            {...(wrongReply && { error: wrongReply })}
          />
        </WriteToUs>
      )}
      {!ended && disagree}
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
