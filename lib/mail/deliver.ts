import { isUnmailableAddress } from '@/lib/core/account/matching'
import type { DeliveryReason } from '@/lib/core/request/message-record'
import { compose, type Letter } from './compose'
import { envelopeAddress } from './envelope'
import { faultOf } from './fault'
import type { MailServer } from './server'
import { type Attempt, type Timeouts, transmit } from './smtp'

/**
 * What an attempt means for the mail. `problem` is one of a closed list of words with at most a code behind
 * it, never the server's text:
 * `unavailable CODE` the server can't be reached or serves nobody now · `refuses-us CODE` it has something against the sender ·
 * `answered CODE` it refused this mail · `connection-lost` in the middle of the message · `answer-lost` after it ·
 * `no-server` none is configured · `unmailable` the address is none that mail can go to.
 */
export type DeliveryOutcome =
  | { result: 'accepted' }
  | { result: 'uncertain'; problem: string }
  /** `reason`: where the trouble is the mailbox's or the mail's own, so that it can't wait for ever. */
  | { result: 'bounced'; problem: string; reason: DeliveryReason }
  | { result: 'deferred'; problem: string; reason?: DeliveryReason }

/** Why a mailbox wasn't reached, by the enhanced code without its class. */
const REASONS: Readonly<Record<string, DeliveryReason>> = {
  '1.1': 'no-mailbox',
  '1.2': 'no-mailbox',
  '1.3': 'no-mailbox',
  '1.6': 'no-mailbox',
  '1.10': 'no-mailbox',
  '4.4': 'no-mailbox',
  '2.1': 'mailbox-off',
  '2.2': 'mailbox-full',
  '2.3': 'too-large',
  '3.4': 'too-large',
}

const reasonFor = (status: string | undefined): DeliveryReason =>
  REASONS[(status ?? '').split('.').slice(1).join('.')] ?? 'refused'

/** The rules of delivery, as a table from what happened to what it means. */
export function outcomeOf(attempt: Attempt): DeliveryOutcome {
  if (attempt.accepted) return { result: 'accepted' }
  const { code, status, hint, errorCode = 'unknown', command, complete } = attempt
  if (code !== undefined) {
    const answer = status ? `${code} ${status}` : `${code}`
    const fault = faultOf({ command, code, status, hint })
    if (fault === 'server') return { result: 'deferred', problem: `unavailable ${answer}` }
    if (fault === 'sender') return { result: 'deferred', problem: `refuses-us ${answer}` }
    const reason = reasonFor(status)
    return { result: code >= 500 ? 'bounced' : 'deferred', problem: `answered ${answer}`, reason }
  }
  if (complete) return { result: 'uncertain', problem: 'answer-lost' }
  // Refused before anything was said: the address or the size can't be carried by this server.
  if (errorCode === 'EENVELOPE' || errorCode === 'EMESSAGE')
    return {
      result: 'bounced',
      problem: `answered ${errorCode}`,
      reason: errorCode === 'EMESSAGE' ? 'too-large' : 'refused',
    }
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
  if (isUnmailableAddress(letter.to))
    return { result: 'bounced', problem: 'unmailable', reason: 'unmailable' }
  if (!server) return { result: 'deferred', problem: 'unavailable no-server' }
  const raw = await compose(letter)
  const envelope = { from: bareAddress(letter.from), to: envelopeAddress(letter.to) }
  return outcomeOf(await transmit(server, { envelope, raw, ...options }))
}
