import { findFrame } from '@/emails/frame'
import { findMessage, isMessageKey } from '@/emails/index'
import type { MessageTemplate } from '@/emails/types'
import { emailKey, emailSchema, isUnmailableAddress } from '@/lib/core/account/matching'
import { isShutOut } from '@/lib/core/derived/shut-out'
import { languageOf } from '@/lib/core/intake/languages'
import type { Context, Effect } from '@/lib/core/machine/decision'
import { accountOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { fillForEditing, renderEdited, renderMessage } from '@/lib/mail/render'
import type { Tx } from '@/lib/store/database/transaction'
import { templateOverride } from '@/lib/store/mail/conversation'
import { keepSentMessage } from '@/lib/store/mail/keep-conversation'
import { queueMail } from '@/lib/store/mail/outbox'
import { createAccessLink } from '@/lib/store/visits/access-links'
import { roomFor } from '../answer/mail-limits'
import { Refused, refusal } from '../answer/refusal'
import { valuesFor } from './message-values'
import { rightsOf, withRights, withRightsVariables } from './rights-frame'
import { keepWaiting } from './waiting'

type MessageEffect = Extract<Effect, { kind: 'message' }>

/**
 * The organisation's own wording in the request's language where there is one, else its English one, else the one that
 * comes with Habeas. `language` is that of the words, which the mail and the dates in it follow.
 */
export async function templateFor(tx: Tx | undefined, key: string, locale: string): Promise<MessageTemplate> {
  if (!isMessageKey(key)) throw new Refused(refusal('unknown-message', { detail: key }))
  const template = findMessage(key, locale)
  const asked = languageOf(locale)
  const own = await templateOverride(key, asked, tx)
  if (own) return { ...template, ...own, language: asked }
  const override = asked === template.language ? null : await templateOverride(key, template.language, tx)
  return override ? { ...template, ...override } : template
}

/**
 * Renders a message, keeps its exact words in the conversation and queues its mail, all in the command's transaction. One that
 * declines what was asked has the person's rights below its words.
 */
export async function sendMessage(
  tx: Tx,
  request: PrivacyRequest,
  effect: MessageEffect,
  context: Context,
): Promise<void> {
  const { now } = context
  const recipient = recipientOf(request, effect.to)
  const { sender } = request.messages.find(message => message.id === effect.messageId) ?? { sender: 'system' }
  const message = { id: effect.messageId, requestId: request.id, key: effect.key, sender, at: now }
  // What a colleague wrote is no stranger's.
  const room = effect.edited ? 'send' : await roomFor(tx, effect.key, recipient)
  if (room !== 'send') return await keepWaiting(tx, request, message)
  const worded = await templateFor(tx, effect.key, request.locale)
  const template = effect.declines ? withRightsVariables(worded) : worded
  const values = {
    ...(await valuesFor(tx, request, effect.variables, now, template)),
    ...(await links(tx, request, template, effect, recipient)),
    ...(effect.declines && { your_rights: await rightsOf(tx, request, context) }),
  }
  const { subject, body, text, html } = render(template, values, effect, request.confirmedAt !== null)
  await keepSentMessage(tx, { ...message, subject, body })
  const mail = {
    kind: effect.key,
    messageId: effect.messageId,
    requestId: request.id,
    to: recipient,
    subject,
    text,
    html,
  }
  await queueMail(tx, mail, env().key)
}

function recipientOf(request: PrivacyRequest, to: MessageEffect['to']): string {
  if (to === 'requester') return request.requesterEmail
  if (to === 'subject') return request.email
  const address = accountOf(request)?.email
  if (!address) throw new Error('the account has no address to tell')
  // What can't be mailed comes back as a delivery problem.
  return isUnmailableAddress(address) ? emailKey(address) : emailSchema.parse(address)
}

function render(
  template: MessageTemplate,
  values: Parameters<typeof renderMessage>[1],
  effect: MessageEffect,
  hasPage: boolean,
) {
  const { subject, body } = effect.edited ?? {}
  const words = findFrame(template.language)
  const closing = effect.to === 'requester' ? words.requester : words.others
  const filled = subject === undefined || body === undefined ? fillForEditing(template, values) : undefined
  const framed = (text: string) => (effect.declines ? withRights(text, hasPage) : text)
  const rendered =
    subject === undefined && body === undefined
      ? renderMessage({ ...template, body: framed(template.body) }, values, closing)
      : renderEdited(
          subject ?? filled?.subject ?? '',
          framed(body ?? filled?.body ?? ''),
          values,
          template,
          closing,
        )
  if ('missing' in rendered)
    throw new Refused(
      refusal('missing-variable', { detail: rendered.missing.join(', ') || rendered.problem }),
    )
  return rendered
}

/** The secret links that the message's text asks for; only their hashes are kept. */
async function links(
  tx: Tx,
  request: PrivacyRequest,
  template: MessageTemplate,
  effect: MessageEffect,
  sentTo: string,
) {
  const names = Object.keys(template.variables).filter(name => name === 'link' || name === 'confirm_link')
  if (effect.to === 'account-address') return {}
  if (effect.to === 'subject') {
    const link = { requestId: request.id, purpose: 'subject' as const, sentTo, days: 30 }
    return { greeting: 'Hello,', link: `${env().appUrl}/r/${await createAccessLink(tx, link)}` }
  }
  const made: Record<string, string> = {}
  for (const name of names) {
    if (isShutOut(request)) {
      made[name] = `${env().appUrl}/complain`
      continue
    }
    const purpose = name === 'confirm_link' ? 'confirm' : 'page'
    const token = await createAccessLink(tx, {
      requestId: request.id,
      purpose,
      sentTo,
      days: purpose === 'confirm' ? 8 : 30,
    })
    made[name] = `${env().appUrl}/r/${token}`
  }
  return made
}

/** A notice to one of the account's own addresses, with its own link to object. */
export async function sendNotice(
  tx: Tx,
  request: PrivacyRequest,
  { messageId, address }: { messageId: string; address: string },
  now: Date,
): Promise<void> {
  const template = await templateFor(tx, 'security-notice', request.locale)
  const token = await createAccessLink(tx, {
    requestId: request.id,
    purpose: 'object',
    sentTo: address,
    days: 60,
  })
  const values = {
    ...(await valuesFor(tx, request, {}, now, template)),
    greeting: 'Hello,',
    link: `${env().appUrl}/r/${token}`,
  }
  const rendered = renderMessage(template, values, findFrame(template.language).others)
  if ('missing' in rendered) throw new Error(`security-notice lacks ${rendered.missing.join(', ')}`)
  const { subject, body, text, html } = rendered
  const key = 'security-notice'
  await keepSentMessage(tx, {
    id: messageId,
    requestId: request.id,
    key,
    sender: 'system',
    subject,
    body,
    at: now,
  })
  await queueMail(
    tx,
    { kind: key, messageId, requestId: request.id, to: address, subject, text, html },
    env().key,
  )
}
