import { AsyncLocalStorage } from 'node:async_hooks'
import type { Trouble } from './trouble'

/** What is known of an answer before it leaves. */
export interface Answer {
  status?: number
  trouble?: Trouble
  /** A call of a server action: whether our own code has found it readable yet. What fails before is the caller's fault. */
  call?: 'unread' | 'read'
  /** Whether the log has a line of it. */
  said?: boolean
}

// The web server and the pages are bundled apart; this is what they have in common.
declare global {
  var habeasAnswer: AsyncLocalStorage<Answer> | undefined
}

/**
 * Lets a page choose its HTTP status. Next's own `notFound()` draws its page with script only, and ours must be read
 * without.
 */
export function withAnswerStatus<T>(answer: Answer, work: () => T): T {
  globalThis.habeasAnswer ??= new AsyncLocalStorage()
  return globalThis.habeasAnswer.run(answer, work)
}

/** Says the status of the page that is being drawn; without our web server around it, nothing. */
export function answerWith(status: number): void {
  const answer = globalThis.habeasAnswer?.getStore()
  if (answer) answer.status = status
}

/** Says that a server action was called as our pages call it: what fails from now on is our fault. */
export function callIsRead(): void {
  const answer = globalThis.habeasAnswer?.getStore()
  if (answer?.call) answer.call = 'read'
}

/** The answer to a call that the framework, or the first line of an action, is still reading; null for any other. */
export function unreadCall(): Answer | null {
  const answer = globalThis.habeasAnswer?.getStore()
  return answer?.call === 'unread' ? answer : null
}

/** Says why what is being answered fails, so that the web server can say it in words. */
export function noteTrouble(trouble: Trouble): void {
  const answer = globalThis.habeasAnswer?.getStore()
  if (answer) answer.trouble = trouble
}
