import { findStaffMail } from '@/emails/index'
import { systemClock } from '@/lib/clock'
import type { Facts } from '@/lib/core/machine/decision'
import { isFresh } from '@/lib/core/people/step-up'
import { env } from '@/lib/env'
import { renderMessage } from '@/lib/mail/render'
import type { Tx } from '@/lib/store/database/transaction'
import { queueMail } from '@/lib/store/mail/outbox'
import { readSetting } from '@/lib/store/settings/settings'
import { readOwn } from '@/lib/store/staff/staff'
import { refusal } from '../answer/refusal'
import { changing, type Done, refuseBecause } from '../staff/changing'
import { ACCOUNT_PAGE, type Staff } from '../staff/require-staff'

interface OwnChange {
  command: string
  commandId: string
  /** Only with a proof of who they are from the last ten minutes. */
  isSensitive?: boolean
}

/** Makes a change that somebody makes of their own account. */
export async function ownChange<More extends object>(
  { actor, confirmedAt }: Staff,
  { command, commandId, isSensitive = false }: OwnChange,
  work: (tx: Tx) => Promise<{ answer: More; facts?: Facts }>,
): Promise<Done<Partial<More>>> {
  if (isSensitive && !isFresh(confirmedAt, systemClock.now())) return refusal('confirm-again')
  return await changing({ actor, ability: 'own-account', command, commandId }, async tx => {
    const { answer, facts = {} } = await work(tx)
    return { answer, facts: { staff: actor.id, ...facts } }
  })
}

/**
 * Makes a change that somebody makes of their own second factor. People of single sign-on have that of the provider and none here.
 * @param change.field the field beside which they are told so
 */
export const ownFactorChange = <More extends object>(
  staff: Staff,
  { field, ...change }: OwnChange & { field: 'code' | 'passkey' },
  work: (tx: Tx) => Promise<{ answer: More; facts?: Facts }>,
): Promise<Done<Partial<More>>> =>
  ownChange(staff, change, async tx => {
    if (staff.method === 'single-sign-on' || (await readOwn(staff.actor.id, tx))?.isSingleSignOn)
      refuseBecause(field, 'Your organisation’s sign-in asks for your second factor.')
    return await work(tx)
  })

/** Tells a person by mail what was changed of their sign-in, in the transaction that changes it. @param what a sentence */
export async function mailAccountChange(tx: Tx, email: string, what: string): Promise<void> {
  const { appUrl, key } = env()
  const mail = renderMessage(findStaffMail('account-changed'), {
    organisation: await readSetting('organisation', tx),
    account_change: what,
    account_page: `${appUrl}${ACCOUNT_PAGE}`,
  })
  if ('missing' in mail)
    throw new Error(`the mail about a changed account can't be made: ${mail.missing.join(', ')}`)
  const { subject, text, html } = mail
  await queueMail(tx, { kind: 'account-changed', to: email, subject, text, html }, key)
}
