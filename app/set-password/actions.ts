'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { sentForm, sentText } from '@/app/sent-form'
import type { SetPasswordState } from '@/components/sign-in/set-password-form'
import { DEVICE_SECONDS, staffCookieOptions, staffCookies } from '@/lib/auth/session-token'
import { isSecure } from '@/lib/door/sign-in/caller'
import { setPassword } from '@/lib/door/staff/set-password'

/** Uses a mailed link up to set a password. The browser is known from then on, as after a sign-in. */
export async function setPasswordAction(_state: SetPasswordState, sent: FormData): Promise<SetPasswordState> {
  const form = sentForm(sent)
  const answer = await setPassword(sentText(form, 'token'), sentText(form, 'password'))
  if (answer.ok) {
    const kept = { maxAge: DEVICE_SECONDS, ...staffCookieOptions(isSecure()) }
    ;(await cookies()).set(staffCookies(isSecure()).device, answer.device, kept)
    redirect('/sign-in?did=set')
  }
  return {
    problem:
      answer.why === 'password'
        ? answer.problem
        : 'This link doesn’t work any more. Ask your admin for a new one.',
  }
}
