'use server'

import { redirect } from 'next/navigation'
import { sentForm, sentText } from '@/app/sent-form'
import type { ConfirmState } from '@/components/account/confirm-form'
import type { PasskeyOffer } from '@/components/sign-in/passkey-button'
import { callIsRead } from '@/lib/answer-status'
import { safePath } from '@/lib/auth/safe-path'
import { beginConfirm, confirmAgain } from '@/lib/door/account/confirm'
import { currentCaller } from '@/lib/door/sign-in/caller'
import { submitSingleSignOn } from '@/lib/door/sign-in/next-auth'
import { ACCOUNT_PAGE, requireAccount } from '@/lib/door/staff/require-staff'

const PAGE = `${ACCOUNT_PAGE}/confirm`
const nextOf = (form: FormData) => safePath(sentText(form, 'next'), ACCOUNT_PAGE)

/** Confirms by password, code or passkey, and leads back. */
export async function confirmAction(_state: ConfirmState, sent: FormData): Promise<ConfirmState> {
  const form = sentForm(sent)
  const staff = await requireAccount(PAGE)
  const passkey = sentText(form, 'passkey')
  const given = passkey
    ? { passkey, step: sentText(form, 'step') }
    : { password: sentText(form, 'password'), code: sentText(form, 'code') }
  const confirmed = await confirmAgain(staff, given, await currentCaller())
  if (confirmed === 'yes') redirect(nextOf(form))
  return {
    problem:
      confirmed === 'too-many'
        ? 'There were too many tries. Wait a quarter of an hour.'
        : passkey
          ? 'The passkey was not accepted. It has to ask for your PIN, fingerprint or face. Try again, or type a code.'
          : 'That is not right. Check it and try again.',
  }
}

/** Options with which the browser asks for a passkey. */
export async function offerConfirm(): Promise<PasskeyOffer | string> {
  callIsRead()
  return (await beginConfirm(await requireAccount(PAGE))) ?? 'You have no passkey. Type a code.'
}

/** Lets the provider of single sign-on ask again. */
export async function confirmElsewhereAction(sent: FormData): Promise<void> {
  const form = sentForm(sent)
  await requireAccount(PAGE)
  const back = new URLSearchParams({ did: 'asked', next: nextOf(form) })
  redirect(await submitSingleSignOn(`${PAGE}?${back}`, true))
}
