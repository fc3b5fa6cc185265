'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { SignInState } from '@/components/desk/sign-in-form'
import { CLIENT_ADDRESS_HEADER } from '@/lib/auth/client-address'
import { safePath } from '@/lib/auth/safe-path'
import { DEVICE_COOKIE, SESSION_COOKIE } from '@/lib/auth/session-token'
import { signIn } from '@/lib/door/staff/sign-in'
import { env } from '@/lib/env'

const text = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const DEVICE_DAYS = 180

/** Signs in by email and password, and goes where the person wanted to. */
export async function signInAction(_state: SignInState, form: FormData): Promise<SignInState> {
  const jar = await cookies()
  const email = text(form, 'email')
  const answer = await signIn(
    { email, password: text(form, 'password') },
    {
      address: (await headers()).get(CLIENT_ADDRESS_HEADER) ?? 'unknown',
      device: jar.get(DEVICE_COOKIE)?.value,
    },
  )
  if (!answer.ok) {
    const minutes = answer.why === 'too-many' ? Math.ceil(answer.retryAfterSeconds / 60) : 0
    const problem =
      answer.why === 'too-many'
        ? `There were too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`
        : 'The email address or the password is not right. Check both and try again.'
    return { problem, email: email.slice(0, 320) }
  }
  const common = {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().appUrl.startsWith('https:'),
    path: '/',
  } as const
  jar.set(SESSION_COOKIE, answer.secret, common)
  jar.set(DEVICE_COOKIE, answer.device, { ...common, path: '/sign-in', maxAge: DEVICE_DAYS * 86_400 })
  redirect(safePath(text(form, 'next'), '/requests'))
}
