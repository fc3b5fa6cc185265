import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { Query } from '@/app/query'
import { AuthLayout } from '@/components/sign-in/auth-layout'
import { SecondFactorForm } from '@/components/sign-in/second-factor-form'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { SingleSignOnForm } from '@/components/sign-in/single-sign-on-form'
import { Notice, type NoticeKind } from '@/components/ui/notice'
import { safePath } from '@/lib/auth/safe-path'
import { singleSignOn } from '@/lib/auth/single-sign-on'
import { currentSecondFactorStep } from '@/lib/door/sign-in/second-factor'
import { currentStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { secondFactorAction, signInAction, singleSignOnAction } from './actions'

export const metadata: Metadata = { title: { absolute: 'Sign in · Habeas' } }

const wrong = { kind: 'error', words: 'You are not signed in. Check what you typed and try again.' } as const
const notices: Readonly<Record<string, { kind: NoticeKind; words: string }>> = {
  out: { kind: 'success', words: 'You are signed out.' },
  set: { kind: 'success', words: 'Your password is set. Sign in with it.' },
  ended: {
    kind: 'info',
    words: 'Your session has ended. Sign in again, and you are back where you were.',
  },
  over: {
    kind: 'info',
    words: 'That took too long, or there were too many wrong codes. Begin again with your password.',
  },
  wrong,
  CredentialsSignin: wrong,
  'too-many': { kind: 'error', words: 'There were too many tries. Wait a quarter of an hour.' },
}

const first = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

/** next-auth names the place to come back to by its whole address. */
function pathBack(next: string | undefined, callbackUrl: string | undefined): string {
  const here = `${env().appUrl}/`
  const back = callbackUrl?.startsWith(here) ? callbackUrl.slice(here.length - 1) : callbackUrl
  return safePath(next ?? back, '/requests')
}

/** The sign-in page of staff. Somebody who is signed in already is redirected. */
export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const path = pathBack(first(query.next), first(query.callbackUrl))
  if (await currentStaff()) redirect(path)
  const step = query.step === 'code' ? await currentSecondFactorStep() : null
  if (step)
    return (
      <AuthLayout title="Second factor">
        <SecondFactorForm action={secondFactorAction} next={path} passkey={step.passkey} />
        <p className="mt-8 text-sm text-ink-soft">
          <Link href={`/sign-in?next=${encodeURIComponent(path)}`} className="link">
            Begin again
          </Link>
        </p>
      </AuthLayout>
    )
  const told = first(query.did) ?? first(query.error) ?? (query.step === 'code' ? 'over' : '')
  const notice = Object.hasOwn(notices, told) ? notices[told] : undefined
  const { passwordSignIn } = env()
  const provider = singleSignOn()
  return (
    <AuthLayout title="Sign in">
      {notice && (
        <div className="mb-6">
          <Notice kind={notice.kind}>{notice.words}</Notice>
        </div>
      )}
      {provider && <SingleSignOnForm action={singleSignOnAction} label={provider.label} next={path} />}
      {provider && passwordSignIn && (
        <p className="my-6 flex items-center gap-3 text-sm text-ink-soft before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
          or with a password
        </p>
      )}
      {passwordSignIn && <SignInForm action={signInAction} next={path} isAlone={!provider} />}
      <p className="mt-8 text-sm text-ink-soft">
        {passwordSignIn
          ? 'No password yet, or forgotten? Ask your admin for a link to set one.'
          : 'You sign in with the account of your organisation. No access? Ask who looks after it.'}
      </p>
    </AuthLayout>
  )
}
