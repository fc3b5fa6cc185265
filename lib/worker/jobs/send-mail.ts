import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { type DeliveryOutcome, deliver, retryInSeconds } from '@/lib/mail/deliver'
import { type MailServer, mailServer } from '@/lib/mail/server'
import type { Timeouts } from '@/lib/mail/smtp'
import { open } from '@/lib/store/database/seal'
import {
  beginTransmission,
  type Claim,
  claimMail,
  deferMail,
  settleLostAnswer,
  settleMail,
  wakeDeferred,
} from '@/lib/store/mail/outbox-sending'
import type { JobHandler } from '../job'

const payloadSchema = z.object({ outboxId: z.string() })

export interface MailSettings {
  /** undefined: mail waits until a server is configured. */
  server: MailServer | undefined
  /** The 32 bytes of HABEAS_KEY. */
  key: Uint8Array
  timeouts?: Timeouts
}

/** Thrown when the row was given to another attempt meanwhile; nothing has left. */
class ClaimLost extends Error {
  override name = 'ClaimLost'
}

/** Only this process knows the server's answer, so it waits for a database that is restarting. */
async function insist(record: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await record()
    } catch (error) {
      if (attempt === 5) throw error
      await pause(250 * 2 ** attempt)
    }
  }
}

async function record(claim: Claim, outcome: DeliveryOutcome, interrupted: boolean): Promise<void> {
  if (outcome.result === 'accepted') return await settleMail(claim, 'accepted', null)
  if (outcome.result === 'uncertain') return await settleMail(claim, 'uncertain', outcome.problem)
  const { result, problem, reason } = outcome
  if (result === 'bounced') return await settleMail(claim, 'bounced', problem, reason)
  // Nobody would ever be told of a mailbox that says "later" for good.
  if (reason && claim.putOffForADay)
    return await settleMail(
      claim,
      'bounced',
      problem,
      reason === 'mailbox-full' ? 'full-for-a-day' : 'put-off-for-a-day',
    )
  const pause = interrupted ? 0 : retryInSeconds(claim.attempt)
  await deferMail(claim, problem, pause, reason ? 'mailbox' : 'all')
}

/** Sends one outbox row; the row's state says at every moment how far it may have got. */
export const sendMailWith =
  (settings: () => MailSettings): JobHandler =>
  async (payload, { workerId, jobId, signal }) => {
    const { outboxId } = payloadSchema.parse(payload)
    const claim = await claimMail(outboxId, { workerId, jobId })
    if (!claim) return await settleLostAnswer(outboxId, { workerId, jobId })
    if (!claim.sealed) return await settleMail(claim, 'bounced', 'content-gone')
    const { server, key, timeouts } = settings()
    const letter = { ...open(claim.sealed, key, claim.id), mailId: claim.mailId, date: claim.createdAt }
    const beforeData = async () => {
      if (!(await beginTransmission(claim))) throw new ClaimLost()
    }
    const outcome = await deliver(letter, server, {
      beforeData,
      signal,
      ...(timeouts && { timeouts }),
    }).catch((error: unknown) => {
      if (error instanceof ClaimLost) return undefined
      throw error
    })
    if (!outcome) return
    await insist(() => record(claim, outcome, signal.aborted))
    if (outcome.result === 'accepted') await wakeDeferred()
    else log.warn({ outboxId, result: outcome.result, problem: outcome.problem }, 'mail not accepted')
  }

export const sendMail: JobHandler = sendMailWith(() => {
  const { smtpUrl, key } = env()
  return { server: smtpUrl === undefined ? undefined : mailServer(smtpUrl), key }
})
