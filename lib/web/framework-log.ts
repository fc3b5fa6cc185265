import { noteTrouble, unreadCall } from '@/lib/answer-status'
import { describeError, log, withoutPersonalData } from '@/lib/log'
import { troubleOf } from '@/lib/trouble'

/**
 * What the framework said to the console, as an entry of our own log: masked, on one line, with the number that the person
 * was shown.
 * @param said the arguments of one call
 */
export function entryOf(said: readonly unknown[]): { entry: object; words: string } {
  const error = said.find(message => message instanceof Error)
  const text = said.filter(message => typeof message === 'string').join(' ')
  const digest = error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
  const entry = { ...(error && { err: describeError(error) }), ...(digest !== undefined && { digest }) }
  return { entry, words: withoutPersonalData(text.replace(/\s+/g, ' ').trim()) || 'the framework' }
}

/**
 * The framework prints errors whole, and a database's error may quote what somebody typed: from now on they go through our log.
 * Of a call that can't be read, which is its sender's fault, there is one line. It prints them before it answers, so this is also where the web server learns why a page, a route or an action failed.
 */
export function takeOverConsole(): void {
  for (const level of ['error', 'warn'] as const)
    console[level] = (...said: unknown[]) => {
      const { entry, words } = entryOf(said)
      const trouble = level === 'error' ? troubleOf(said.find(part => part instanceof Error)) : null
      if (trouble) noteTrouble(trouble)
      const call = trouble ? null : unreadCall()
      if (call) {
        if (!call.said) log.warn('security: a call that none of our pages makes')
        call.said = true
        return
      }
      log[level](entry, words)
    }
}
