import { fileProblem } from '@/components/public/file-copy'
import { hasOpenQuestion } from '@/lib/core/machine/open-questions'
import type { AskKind } from '@/lib/core/machine/requirements/requirement'
import { verificationOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { LONGEST_BESIDE } from '@/lib/door/requester/requester-answers'
import { LONGEST_ANSWER, LONGEST_REPLY, type Unsent } from '@/lib/door/requester/requester-messages'

const tooLong = (text: string, most: number) =>
  text.length > most ? `Use at most ${most.toLocaleString('en')} characters.` : undefined

const missing = (text: string, words: string) => (text.trim() === '' ? words : undefined)

function answerError(text: string, number: number): string | undefined {
  if (text.trim() === '') return `Answer question ${number}, even if you are not sure.`
  return text.length > LONGEST_ANSWER
    ? `Use at most ${LONGEST_ANSWER} characters for question ${number}.`
    : undefined
}

/** What is wrong with answers that could not be sent, by question; the questions are numbered in their order. */
function answerErrors(
  questions: readonly { key: string }[],
  answers: Unsent['answers'],
): Record<string, string> {
  const wrong: Record<string, string> = {}
  for (const [at, { key }] of questions.entries()) {
    const error = answers && answerError(answers[key] ?? '', at + 1)
    if (error) wrong[key] = error
  }
  return wrong
}

/** What is wrong with a reply that could not be sent. */
export const replyError = (reply: string): string | undefined =>
  missing(reply, 'Write something first.') ?? tooLong(reply, LONGEST_REPLY)

/** What is wrong with an appeal or a complaint that could not be sent. */
export const disagreementError = ({ disagreement, disagreeing }: Unsent): string | undefined =>
  disagreement === undefined
    ? undefined
    : (missing(
        disagreement,
        disagreeing === 'complaint'
          ? 'Tell us what is wrong.'
          : 'Tell us what you don’t agree with, and why.',
      ) ?? tooLong(disagreement, LONGEST_REPLY))

function contactErrors({ contact }: Unsent): Record<string, string> {
  if (!contact) return {}
  const choice = ['yes', 'no'].includes(contact.choice) ? undefined : 'Choose one of the two.'
  const text = tooLong(contact.text, LONGEST_BESIDE)
  return { ...(choice && { contact: choice }), ...(text && { text }) }
}

function helpErrors({ help }: Unsent): Record<string, string> {
  if (help === undefined) return {}
  const text =
    missing(help, 'Tell us where you got stuck, or that you can’t sign in.') ?? tooLong(help, LONGEST_REPLY)
  return text ? { text } : {}
}

function clarificationErrors({ clarification }: Unsent): Record<string, string> {
  if (clarification === undefined) return {}
  const text = missing(clarification, 'Tell us what you mean.') ?? tooLong(clarification, LONGEST_REPLY)
  return text ? { text } : {}
}

function documentErrors({ documents }: Unsent): Record<string, string> {
  const problem = documents?.problem
  if (!problem) return {}
  if (problem.reason === 'nothing') return { documents: 'Choose a file, or write to us why you have none.' }
  if (problem.reason === 'too-long')
    return { text: `Use at most ${LONGEST_BESIDE.toLocaleString('en')} characters.` }
  return { documents: fileProblem(problem) }
}

const errorsOf: Record<AskKind, (unsent: Unsent, request: PrivacyRequest) => Record<string, string>> = {
  questions: (unsent, request) => answerErrors(verificationOf(request)?.questions ?? [], unsent.answers),
  'owner-contact': contactErrors,
  help: helpErrors,
  documents: documentErrors,
  clarification: clarificationErrors,
}

/** By field: what is wrong with the answer to what is asked now, as far as somebody has tried to send one. */
export function askErrors(request: PrivacyRequest, unsent: Unsent): Record<string, string> {
  const kinds = ['questions', 'owner-contact', 'help', 'documents', 'clarification'] as const
  return Object.assign(
    {},
    ...kinds.filter(kind => hasOpenQuestion(request, kind)).map(kind => errorsOf[kind](unsent, request)),
  )
}
