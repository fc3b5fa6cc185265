import { LONGEST_ANSWER, LONGEST_REPLY, type Unsent } from '@/lib/door/requester-words'

function answerError(text: string): string | undefined {
  if (text.trim() === '') return 'Answer this question, even if you are not sure.'
  return text.length > LONGEST_ANSWER ? `Use at most ${LONGEST_ANSWER} characters.` : undefined
}

/** What is wrong with answers that could not be sent, by question. */
export function answerErrors(answers: Unsent['answers']): Record<string, string> {
  const wrong: Record<string, string> = {}
  for (const [key, text] of Object.entries(answers ?? {})) {
    const error = answerError(text)
    if (error) wrong[key] = error
  }
  return wrong
}

/** What is wrong with a reply that could not be sent. */
export function replyError(reply: string): string | undefined {
  if (reply.trim() === '') return 'Write something first.'
  return reply.length > LONGEST_REPLY ? `Use at most ${LONGEST_REPLY} characters.` : undefined
}
