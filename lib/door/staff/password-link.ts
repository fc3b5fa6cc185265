import { findStaffMail } from '@/emails/index'
import { secretHash } from '@/lib/auth/session-token'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import { newSecret } from '@/lib/secrets'
import type { Tx } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { readSetting } from '@/lib/store/settings/settings'
import { letConnect } from '@/lib/store/staff/identities'
import { createPasswordLink, LINK_HOURS } from '@/lib/store/staff/password-links'

/** For how many days the provider's word on somebody's address makes them the person who was invited. */
const CONNECT_DAYS = 7

/**
 * Invites a person who was added: by a link to set a password, or, where only single sign-on lets anybody in, by waiting for them
 * there.
 * @returns the link, or null
 */
export async function invite(tx: Tx, person: { id: string; email: string }): Promise<string | null> {
  if (env().passwordSignIn) return await mailPasswordLink(tx, person)
  await letConnect(tx, person.id, CONNECT_DAYS)
  return null
}

/** Makes a single-use link and mails it, in the caller's transaction. @returns the link */
export async function mailPasswordLink(tx: Tx, person: { id: string; email: string }): Promise<string> {
  const secret = newSecret()
  const hash = secretHash('password link', secret)
  if (!hash) throw new Error('a new secret has another shape than secrets have')
  await createPasswordLink(tx, person.id, hash)
  const { appUrl, key } = env()
  const link = `${appUrl}/set-password?token=${secret}`
  const mail = renderMessage(findStaffMail('set-password'), {
    organisation: await readSetting('organisation', tx),
    link,
    link_hours: LINK_HOURS,
  })
  if ('missing' in mail)
    throw new Error(`the mail with the password link can't be made: ${mail.missing.join(', ')}`)
  const { subject, text, html } = mail
  await queueMail(tx, { kind: 'set-password', to: person.email, subject, text, html }, key)
  return link
}
