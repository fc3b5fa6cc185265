/** What somebody on the desk waits for and is told once it is there. */
export type News =
  | 'question-answered'
  | 'question-returned'
  | 'request-taken-over'
  | 'question-closed'
  | 'consent-ends-soon'
  | 'clarification-unanswered'

/** The sentence of the mail: what happened, and nothing about the person. */
export const newsWords: Readonly<Record<News, string>> = {
  'question-answered': 'Privacy has answered your question.',
  'question-returned': 'Privacy has returned your question with a comment.',
  'request-taken-over': 'Privacy has taken the request over.',
  'question-closed': 'The request was closed before Privacy had answered your question.',
  'consent-ends-soon':
    'The person has two days left to say whether we may ask their administrator. Please look for a ticket of the administrator: a written instruction counts.',
  'clarification-unanswered':
    'The person has not told us what they mean, and their time to answer is over. Continue with what they have said so far. If our time was paused, it counts again.',
}
