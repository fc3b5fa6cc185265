import { randomInt, randomUUID } from 'node:crypto'
import { findFrame } from '@/emails/frame'
import type { Visitor } from '@/lib/auth/requester'
import { codeFrom } from '@/lib/core/account/digits'
import { type HandedOver, handedOver } from '@/lib/core/files/downloads'
import type { Facts } from '@/lib/core/machine/decision'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import { consume, giveBack } from '@/lib/store/database/limits'
import { databaseNow, inTransaction, type Tx } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { CODE_MINUTES, codeState, createCode, tryCode } from '@/lib/store/request/downloads'
import { readFile } from '@/lib/store/request/files'
import { readRequest } from '@/lib/store/request/requests'
import { templateFor } from '../mail/compose'
import { valuesFor } from '../mail/message-values'
import { recordChange } from '../run/record-change'
import { type Download, handOut } from './download'

/** Codes that one request gets mailed in an hour, and tries that it has in a day, over all its codes. */
const CODES = { most: 6, seconds: 3600 }
const TRIES = { most: 10, seconds: 86_400 }

const whoseOf = ({ actor, sessionId }: Visitor) => ({ requestId: actor.requestId, sessionId })

/** What the page shows of the files: whether there are any, until when, and how far this visit has come to them. */
export interface DownloadView extends HandedOver {
  code: 'open' | 'sent' | 'none'
}

export async function viewDownloads(visitor: Visitor, request: PrivacyRequest): Promise<DownloadView | null> {
  const over = handedOver(request, await databaseNow(), env().orgTimeZone)
  return over && { ...over, code: over.isOpen ? await codeState(whoseOf(visitor)) : 'none' }
}

/** The visitor's request with its files, while they can be had. */
async function openFiles(visitor: Visitor): Promise<{ request: PrivacyRequest; over: HandedOver } | null> {
  const request = await readRequest(visitor.actor, visitor.reference)
  const over = request && handedOver(request, await databaseNow(), env().orgTimeZone)
  return request && over?.isOpen ? { request, over } : null
}

async function note(tx: Tx, visitor: Visitor, command: string, facts: Facts, result = 'done') {
  const { actor } = visitor
  const commandId = `${command}:${randomUUID()}`
  await recordChange(tx, { actor, command, scope: actor.requestId, commandId, result, facts })
}

/** Mails a fresh code to the address on file. The code is nowhere but in that mail. */
export async function sendCode(visitor: Visitor): Promise<'sent' | 'busy' | 'refused'> {
  const open = await openFiles(visitor)
  if (!open) return 'refused'
  const { ok } = await consume(`download-codes:${visitor.actor.requestId}`, CODES.most, CODES.seconds)
  if (!ok) return 'busy'
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await inTransaction(async tx => {
    await createCode(tx, whoseOf(visitor), code)
    await mailCode(tx, open.request, code)
    await note(tx, visitor, 'send-download-code', {})
  })
  return 'sent'
}

async function mailCode(tx: Tx, request: PrivacyRequest, code: string): Promise<void> {
  const template = await templateFor(tx, 'download-code', request.locale)
  const own = { download_code: code, code_minutes: String(CODE_MINUTES) }
  const values = await valuesFor(tx, request, own, await databaseNow(tx), template)
  const rendered = renderMessage(template, values, findFrame(template.language).requester)
  if ('missing' in rendered) throw new Error(`download-code lacks ${rendered.missing.join(', ')}`)
  const { subject, text, html } = rendered
  const mail = {
    kind: 'download-code',
    requestId: request.id,
    to: request.requesterEmail,
    subject,
    text,
    html,
  }
  await queueMail(tx, mail, env().key)
}

/** `dead`: no code could be right any more, a new one is needed. `busy`: the request's tries of today are used up. */
export type Entered = 'open' | 'wrong' | 'dead' | 'busy' | 'refused'

/** Tries a code. Every try counts for the request's day; a right one is given back. */
export async function enterCode(visitor: Visitor, typed: string): Promise<Entered> {
  if (!(await openFiles(visitor))) return 'refused'
  const code = codeFrom(typed)
  if (code === null) return 'wrong'
  const key = `download-tries:${visitor.actor.requestId}`
  const { ok } = await consume(key, TRIES.most, TRIES.seconds)
  if (!ok) return 'busy'
  const tried = await inTransaction(async tx => {
    const result = await tryCode(whoseOf(visitor), code, tx)
    await note(
      tx,
      visitor,
      'enter-download-code',
      { right: result === 'right' },
      result === 'right' ? 'done' : 'not-allowed',
    )
    return result
  })
  if (tried === 'wrong') return (await codeState(whoseOf(visitor))) === 'sent' ? 'wrong' : 'dead'
  if (tried === 'none') return 'dead'
  await giveBack(key)
  return 'open'
}

/** One of the files, for a visit that a code has opened them to. */
export async function downloadOwn(visitor: Visitor, id: string): Promise<Download | null> {
  const open = await openFiles(visitor)
  if (!open?.over.files.some(file => file.id === id)) return null
  if ((await codeState(whoseOf(visitor))) !== 'open') return null
  const stored = await readFile(visitor.actor, id)
  return stored && (await handOut(visitor.actor, stored, `download:${randomUUID()}`))
}
