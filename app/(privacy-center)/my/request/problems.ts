import { LONGEST_ANSWER, LONGEST_REPLY, type Unsent } from '@/lib/door/requester-words'

function answerError(text: string, number: number): string | undefined {
  if (text.trim() === '') return `Answer question ${number}, even if you are not sure.`
  return text.length > LONGEST_ANSWER
    ? `Use at most ${LONGEST_ANSWER} characters for question ${number}.`
    : undefined
}

/** What is wrong with answers that could not be sent, by question; the questions are numbered in their order. */
export function answerErrors(
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
export function replyError(reply: string): string | undefined {
  if (reply.trim() === '') return 'Write something first.'
  return reply.length > LONGEST_REPLY ? `Use at most ${LONGEST_REPLY} characters.` : undefined
}
