import { findStaffMail } from '@/emails/index'
import { emailKey } from '@/lib/core/account/matching'
import { zoneOf } from '@/lib/core/deadlines/days'
import { actsForLiving } from '@/lib/core/derived/acting'
import { deliveryWords } from '@/lib/core/derived/delivery-words'
import { noticeWords, taskMailSteps } from '@/lib/core/derived/staff-mail-words'
import type { Context, Effect } from '@/lib/core/machine/decision'
import { accountOf, openAppeal } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import { eraseAccount, otherAddresses } from '@/lib/store/accounts/accounts'
import { muteMailbox, suppress } from '@/lib/store/accounts/mailboxes'
import { addJob } from '@/lib/store/database/jobs'
import type { Tx } from '@/lib/store/database/transaction'
import { authorName } from '@/lib/store/mail/conversation'
import { keepNote, keepReceivedMessage } from '@/lib/store/mail/keep-conversation'
import { queueMail, settleMailOf } from '@/lib/store/mail/outbox'
import { eraseFileName, keepFile } from '@/lib/store/request/files'
import { teamAddress } from '@/lib/store/settings/settings'
import { addressOfPerson } from '@/lib/store/staff/staff'
import { beginEffect } from '@/lib/store/systems/effects'
import { addTurn } from '@/lib/store/systems/turns'
import { revokeLinks } from '@/lib/store/visits/access-links'
import { mailboxHash } from '../answer/mailbox-hash'
import { sendMessage, sendNotice } from '../mail/compose'
import { dayInWords } from '../mail/message-values'
import { tellChannels } from '../systems/tell-channels'
import { eraseEvents } from '../usage/erase'
import { passUploadOn } from './list-upload'
import { mailNews } from './mail-news'

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>

/** Applies a decision's effects. Work outside the database becomes a job or an outbox row. */
export async function applyEffects(
  tx: Tx,
  request: PrivacyRequest,
  effects: readonly Effect[],
  context: Context,
): Promise<void> {
  for (const effect of effects) await one(tx, request, effect, context)
}

async function one(tx: Tx, request: PrivacyRequest, effect: Effect, context: Context): Promise<void> {
  switch (effect.kind) {
    case 'message':
      return await sendMessage(tx, request, effect, context)
    case 'received':
      return await keepReceived(tx, request, effect, context)
    case 'note':
      return await writeNote(tx, request, effect, context)
    case 'team-mail':
      await mailTeam(tx, request, effect)
      return await tellChannels(tx, request, effect, context.systems)
    case 'news-mail':
      return await mailNews(tx, request, effect)
    case 'run-checks':
      return await addJob(tx, 'run-checks', { requestId: request.id }, { maxAttempts: 5 })
    case 'system-task':
      return await addTurn(tx, 'system-task', effect.taskId, { taskId: effect.taskId }, { maxAttempts: 5 })
    case 'do-step': {
      const { taskId, step, run } = effect
      return await addTurn(tx, 'do-step', run, { taskId, step, run, tries: 0 })
    }
    case 'begin-effect': {
      const { taskId, scope, system: systemKey, what, target, before } = effect
      await beginEffect(tx, { requestId: request.id, taskId, scope, systemKey, what, target, before })
      return
    }
    case 'search-systems':
      return await addTurn(tx, 'search-systems', effect.taskId, { taskId: effect.taskId, tries: 0 })
    case 'open-issue': {
      const { about, id } = effect
      return await addTurn(tx, 'open-issue', id, { requestId: request.id, about, id, tries: 0 })
    }
    case 'erase-account':
      await eraseAccount(effect.accountId, tx)
      // Deletes events that the account caused after its first deletion of events.
      await eraseEvents(tx, effect.accountId)
      return
    case 'mute-mailbox':
      return await muteMailbox(tx, mailboxHash(request.requesterEmail), effect.until)
    case 'revoke-links':
      await revokeLinks(tx, request.id)
      return
    case 'list-for-data-platform':
      // Done before the decision was saved, which says in which version (run.ts).
      return
    case 'list-uploaded':
      return await passUploadOn(tx, effect.version, context.actor)
    case 'suppress':
      return await suppress(tx, request.id, 'erasure', effect.addresses.map(hashed))
    case 'opt-out':
      return await suppress(tx, request.id, 'opt-out', effect.addresses.map(hashed))
    case 'warn-account':
      return await warnAccount(tx, request, context)
    case 'keep-file':
      return await keepFile(tx, request.id, effect.file)
    case 'remove-file':
      // The orphans sweep removes the bytes (lib/door/files/attach-orphans.ts).
      return await eraseFileName(tx, effect.fileId, context.now)
    case 'settle-mail':
      return await settleMailOf(tx, effect.messageId, effect.as)
  }
}

async function keepReceived(
  tx: Tx,
  request: PrivacyRequest,
  effect: Of<'received'>,
  { now }: Context,
): Promise<void> {
  const { messageId: id, key, subject, body } = effect
  const record = request.messages.find(message => message.id === id)
  await keepReceivedMessage(tx, {
    id,
    requestId: request.id,
    key,
    sender: 'requester',
    subject,
    body,
    late: record?.late ?? false,
    channel: record?.channel ?? null,
    saidOn: record?.saidOn ?? null,
    readAt: record?.readAt ?? null,
    at: now,
  })
}

async function writeNote(
  tx: Tx,
  request: PrivacyRequest,
  { text, taskId }: Of<'note'>,
  { actor, now }: Context,
): Promise<void> {
  const authorId = actor.kind === 'staff' ? actor.id : null
  const note = { requestId: request.id, taskId, text, authorId, at: now }
  await keepNote(tx, { ...note, authorName: await authorName(tx, actor) })
}

const deliveryState = ({ reason, deliveryReason }: Of<'team-mail'>): string => {
  if (reason !== 'bounced') return 'Nobody knows whether it arrived.'
  return `It came back as undeliverable.${deliveryReason ? ` ${deliveryWords[deliveryReason]}` : ''}`
}

/** Mail to a team: the reference, the steps and a link; never personal data. */
export async function mailTeam(tx: Tx, request: PrivacyRequest, effect: Of<'team-mail'>): Promise<void> {
  const { appUrl, mailFrom, key } = env()
  const task = request.tasks.find(task => task.id === effect.taskId)
  const dueOn = effect.key === 'appeal-reminder' ? openAppeal(request)?.dueOn : undefined
  const values = {
    reference: request.reference,
    due_on: dayInWords(dueOn ?? request.dueOn, 'en', zoneOf(request, env().orgTimeZone)),
    task_name: task?.name ?? '',
    steps: taskMailSteps(task),
    notice_reason: noticeWords(effect.reason ?? ''),
    message_name: 'to the requester',
    delivery_state: deliveryState(effect),
    link: `${appUrl}/requests/${request.reference}/${effect.key === 'new-message' ? 'messages' : 'status'}`,
  }
  const rendered = renderMessage(findStaffMail(effect.key), values)
  if ('missing' in rendered) throw new Error(`staff mail ${effect.key} lacks ${rendered.missing.join(', ')}`)
  const { subject, text, html } = rendered
  const person = effect.toAssignee && request.assigneeId
  const own = person ? await addressOfPerson(tx, person) : null
  const to = own ?? (await teamAddress(effect.team, mailFrom, tx))
  await queueMail(tx, { kind: effect.key, requestId: request.id, to, subject, text, html }, key)
}

const hashed = (email: string) => ({ email, emailHash: mailboxHash(email) })

/** Every address of the account but the requester's own gets a notice with its own link to object. */
async function warnAccount(tx: Tx, request: PrivacyRequest, { now, newId }: Context): Promise<void> {
  const account = accountOf(request)
  const known = account ? await otherAddresses(account.accountId, request.requesterEmail, tx) : []
  const given = emailKey(request.email)
  // The person is alive and can be told, even if no account has the address.
  const told =
    actsForLiving(request) && given !== emailKey(request.requesterEmail) ? [...known, given] : known
  for (const address of new Set(told)) await sendNotice(tx, request, { messageId: newId(), address }, now)
}
