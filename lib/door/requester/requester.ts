import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { holderOf, requireRequester, type Visitor } from '@/lib/auth/requester'
import { emailKey } from '@/lib/core/account/matching'
import { referenceFrom } from '@/lib/core/request/reference'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { keyedHash, looksLikeSecret } from '@/lib/secrets'
import { findReplay } from '@/lib/store/audit/audit'
import type { Allowance } from '@/lib/store/database/limits'
import { inTransaction } from '@/lib/store/database/transaction'
import { readRequest } from '@/lib/store/request/requests'
import { type AccessLink, findAccessLink, useAccessLink } from '@/lib/store/visits/access-links'
import {
  beganJustNow,
  createRequesterSession,
  endRequesterSession,
  findRequesterSession,
} from '@/lib/store/visits/requester-sessions'
import { allowFromNetwork } from '../answer/public-limits'
import { runRequestCommand } from '../run/run'
import { systemFor } from '../run/system-for'
import { type AccountLinkView, viewAccountLink } from './account-links'

/** The visitor by their cookie. With null, the page sends them to ask for a new link. */
export const visitorOf = (cookie: string | undefined): Promise<Visitor | null> =>
  requireRequester(cookie, findRequesterSession)

/** What an open link shows: the question whether to confirm, the way in, or what the account's own mailbox may do. */
export interface LinkView {
  link: AccessLink
  shows: 'confirm' | 'continue' | AccountLinkView['shows']
  request: PrivacyRequest
}

/**
 * What a mailed link leads to. Changes nothing, because mail scanners open links too.
 * @returns `inside` where the link is spent and its own visitor is back; null for everything that leads nowhere
 */
export async function viewLink(
  token: string,
  cookie: string | undefined,
): Promise<LinkView | 'inside' | null> {
  const link = await findAccessLink(token)
  if (!link) return null
  if (link.purpose === 'object' || link.purpose === 'subject') return await viewAccountLink(link)
  if (link.state !== 'open') {
    const visitor = await visitorOf(cookie)
    return visitor?.actor.requestId === link.requestId ? 'inside' : null
  }
  const request = await readRequest(holderOf(link), link.reference)
  if (!request) return null
  if (link.purpose === 'page') return { link, request, shows: 'continue' }
  if (request.state === 'submitted') return { link, request, shows: 'confirm' }
  // The person opened a second copy of the mail after confirming by the first.
  return request.confirmedAt ? { link, request, shows: 'continue' } : null
}

type Button = 'confirm' | 'disown' | 'continue'

export type Entry =
  | { kind: 'in'; secret: string }
  | { kind: 'closed' }
  /** Confirmed by an earlier press that this one knows nothing of: it is told so, and not let in. */
  | { kind: 'confirmed' }
  | { kind: 'no-link' }
  | { kind: 'busy'; allowance: Allowance }

/**
 * A button on the page of a mailed link: confirms and signs in, disowns, or only signs in. It uses the link up. The same
 * press sent twice leads to the same place twice.
 * @param address of the client
 * @param press a secret that the page with the button was given, which tells one press from the next
 */
export async function pressLink(
  token: string,
  button: Button,
  address: string,
  press?: string | null,
): Promise<Entry> {
  const allowance = await allowFromNetwork(address)
  if (!allowance.ok) return { kind: 'busy', allowance }
  const view = await viewLink(token, undefined)
  if (!view || view === 'inside') return await pressAgain(token, button, press)
  const { link, shows } = view
  if (button === 'confirm' && shows === 'continue') return await pressAgain(token, button, press)
  if (button === 'continue' ? shows !== 'continue' : shows !== 'confirm') return { kind: 'no-link' }
  if (button !== 'continue') {
    const commandId = `${button}:${link.id}`
    const result = await runRequestCommand(holderOf(link), link.reference, button, {}, { commandId })
    if (!result.ok) return await pressAgain(token, button, press)
  }
  if (button === 'disown') return { kind: 'closed' }
  const secret = await inTransaction(async tx =>
    (await useAccessLink(link.id, tx))
      ? await createRequesterSession(tx, link.requestId, visitOf(link, press))
      : null,
  )
  return secret ? { kind: 'in', secret } : await pressAgain(token, button, press)
}

/** The visit that one press of a link's button begins: who sends the same press again is given the same secret. */
const visitOf = (link: AccessLink, press: string | null | undefined): string | undefined =>
  looksLikeSecret(press) ? keyedHash('pressed link', `${link.id} ${press}`, 'base64url') : undefined

/** Whether this link's button has had its effect already. */
async function isDone(link: AccessLink, button: Button): Promise<boolean> {
  return (await findReplay(`${button}:${link.id}`))?.result === 'done'
}

/**
 * A press after the one that used the link up: a double click, or Back and again. A browser throws the first answer away,
 * with its cookie, so the same press is let in again for ten minutes; any other only reads what was done.
 */
async function pressAgain(token: string, button: Button, press: string | null | undefined): Promise<Entry> {
  const link = await findAccessLink(token)
  if (!link || link.purpose === 'object' || link.purpose === 'subject') return { kind: 'no-link' }
  const secret = visitOf(link, press)
  if (secret && (await beganJustNow(secret, link.requestId))) return { kind: 'in', secret }
  if (button === 'continue' || !(await isDone(link, button))) return { kind: 'no-link' }
  return { kind: button === 'confirm' ? 'confirmed' : 'closed' }
}

/** Longer than the work ever takes, so that the response time reveals nothing. */
const SAME_TIME = 700

/**
 * Mails a new link to the address on file where reference and address match. Neither the answer nor its timing reveals
 * whether they do.
 * @param asked.press tells one press of the button from the next
 * @param address of the client
 */
export async function askForLink(
  asked: { reference: string; email: string; press: string },
  address: string,
): Promise<Allowance> {
  const allowance = await allowFromNetwork(address)
  if (allowance.ok) await Promise.all([sendLink(asked), pause(SAME_TIME)])
  return allowance
}

async function sendLink(asked: { reference: string; email: string; press: string }): Promise<void> {
  const reference = referenceFrom(asked.reference)
  const request = await readRequest(systemFor.newLink, reference)
  if (!request || emailKey(request.requesterEmail) !== emailKey(asked.email.slice(0, 1000))) return
  const command = request.state === 'submitted' ? 'resend-confirmation' : 'send-access-link'
  const commandId = `new-link:${request.id}:${asked.press.slice(0, 40) || randomUUID()}`
  await runRequestCommand(systemFor.newLink, reference, command, {}, { commandId })
}

/** Ends the visit, on every device with its cookie. */
export const leave = (cookie: string | undefined): Promise<void> => endRequesterSession(cookie)
