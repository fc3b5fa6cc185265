import type { Metadata } from 'next'
import type { Query } from '@/app/query'
import { AuthLayout } from '@/components/sign-in/auth-layout'
import { SetPasswordForm } from '@/components/sign-in/set-password-form'
import { answerWith } from '@/lib/answer-status'
import { SHORTEST } from '@/lib/auth/password'
import { passwordLinkOwner } from '@/lib/door/staff/set-password'
import { setPasswordAction } from './actions'

export const metadata: Metadata = {
  title: { absolute: 'Set a password · Habeas' },
  // The address is a key until it is used, so only the origin is sent on. Without that, plain http would refuse the form.
  referrer: 'strict-origin',
}

/** Behind a mailed link: looking at it changes nothing, and used, old and invented links look alike. */
export default async function SetPasswordPage({ searchParams }: { searchParams: Query }) {
  const { token } = await searchParams
  const owner = typeof token === 'string' ? await passwordLinkOwner(token) : null
  if (typeof token !== 'string' || !owner) {
    answerWith(404)
    return (
      <AuthLayout title="This link doesn’t work">
        <p>It works once and for 48 hours. Ask your admin for a new one.</p>
      </AuthLayout>
    )
  }
  return (
    <AuthLayout title="Set your password">
      <SetPasswordForm action={setPasswordAction} token={token} email={owner.email} shortest={SHORTEST} />
    </AuthLayout>
  )
}
