import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { Query } from '@/app/query'
import { AuthLayout } from '@/components/desk/auth-layout'
import { SignInForm } from '@/components/desk/sign-in-form'
import { Notice, type NoticeKind } from '@/components/ui/notice'
import { safePath } from '@/lib/auth/safe-path'
import { currentStaff } from '@/lib/door/staff/require-staff'
import { signInAction } from './actions'

export const metadata: Metadata = { title: { absolute: 'Sign in · Habeas' } }

const notices: Readonly<Record<string, { kind: NoticeKind; words: string }>> = {
  out: { kind: 'success', words: 'You are signed out.' },
  set: { kind: 'success', words: 'Your password is set. Sign in with it.' },
  ended: {
    kind: 'info',
    words: 'Your session has ended. Sign in again, and you are back where you were.',
  },
}

/** The sign-in page of staff. Somebody who is signed in already is redirected. */
export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const { next, did } = await searchParams
  const path = safePath(typeof next === 'string' ? next : undefined, '/requests')
  if (await currentStaff()) redirect(path)
  const notice = typeof did === 'string' && Object.hasOwn(notices, did) ? notices[did] : undefined
  return (
    <AuthLayout title="Sign in">
      {notice && (
        <div className="mb-6">
          <Notice kind={notice.kind}>{notice.words}</Notice>
        </div>
      )}
      <SignInForm action={signInAction} next={path} />
      <p className="mt-8 text-sm text-ink-soft">
        No password yet, or forgotten? Ask your admin for a link to set one.
      </p>
    </AuthLayout>
  )
}
