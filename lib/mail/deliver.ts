import { compose, type Letter } from './compose'
import type { MailServer } from './server'
import { type Attempt, type Timeouts, transmit } from './smtp'

/**
 * What an attempt means for the mail. `problem` is one of a closed list of words with at most a code behind
 * it, never the server's text:
 * `unavailable CODE` the server can't be reached or serves nobody now · `answered CODE` it refused this mail ·
 * `connection-lost` in the middle of the message · `answer-lost` after it · `no-server` none is configured.
 */
export type DeliveryOutcome =
  | { result: 'accepted' }
  | { result: 'bounced' | 'deferred' | 'uncertain'; problem: string }

/** Answers to us rather than to the mail: sign in first, wrong password, too weak. */
const ABOUT_US = new Set([530, 534, 535, 538])
const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA'])

/** The rules of delivery, as a table from what happened to what it means. */
export function outcomeOf(attempt: Attempt): DeliveryOutcome {
  if (attempt.accepted) return { result: 'accepted' }
  const { code, status, errorCode = 'unknown', command, complete } = attempt
  if (code !== undefined) {
    const answer = status ? `${code} ${status}` : `${code}`
    const aboutTheMail = ABOUT_THE_MAIL.has(command) && code !== 421 && !ABOUT_US.has(code)
    if (!aboutTheMail) return { result: 'deferred', problem: `unavailable ${answer}` }
    return { result: code >= 500 ? 'bounced' : 'deferred', problem: `answered ${answer}` }
  }
  if (complete) return { result: 'uncertain', problem: 'answer-lost' }
  // Refused before anything was said: the address or the size can't be carried by this server.
  if (errorCode === 'EENVELOPE' || errorCode === 'EMESSAGE')
    return { result: 'bounced', problem: `answered ${errorCode}` }
  if (command === 'DATA') return { result: 'deferred', problem: 'connection-lost' }
  return { result: 'deferred', problem: `unavailable ${errorCode}` }
}

/** Minutes until the next attempt: 1, 2, 4 … 60, for as long as it takes. */
export const retryInSeconds = (attempts: number): number => Math.min(2 ** (attempts - 1), 60) * 60

const bareAddress = (from: string) => from.match(/<([^<>]*)>\s*$/)?.[1] ?? from.trim()

/**
 * Tries to hand over a letter once.
 * @param server undefined where none is configured: the mail waits
 * @throws what `beforeData` throws; then nothing of the letter has left
 */
export async function deliver(
  letter: Letter,
  server: MailServer | undefined,
  options: { beforeData(): Promise<void>; signal: AbortSignal; timeouts?: Timeouts },
): Promise<DeliveryOutcome> {
  if (!server) return { result: 'deferred', problem: 'unavailable no-server' }
  const raw = await compose(letter)
  const envelope = { from: bareAddress(letter.from), to: letter.to }
  return outcomeOf(await transmit(server, { envelope, raw, ...options }))
}
