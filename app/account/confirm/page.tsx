import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { Query } from '@/app/query'
import { ConfirmForm } from '@/components/account/confirm-form'
import { AuthLayout } from '@/components/sign-in/auth-layout'
import { SingleSignOnForm } from '@/components/sign-in/single-sign-on-form'
import { Notice } from '@/components/ui/notice'
import { safePath } from '@/lib/auth/safe-path'
import { singleSignOn } from '@/lib/auth/single-sign-on'
import { systemClock } from '@/lib/clock'
import { isFresh } from '@/lib/core/people/step-up'
import { confirmBy } from '@/lib/door/account/confirm'
import { ACCOUNT_PAGE, requireAccount } from '@/lib/door/staff/require-staff'
import { readSecondFactor } from '@/lib/store/staff/second-factor'
import { confirmAction, confirmElsewhereAction, offerConfirm } from './actions'

export const metadata: Metadata = { title: { absolute: 'Confirm that it is you · Habeas' } }

/** Asks somebody who is signed in to prove again who they are, before what must not be done from a desk that was left open. */
export default async function ConfirmPage({ searchParams }: { searchParams: Query }) {
  const staff = await requireAccount(`${ACCOUNT_PAGE}/confirm`)
  const { did, next } = await searchParams
  const path = safePath(typeof next === 'string' ? next : undefined, ACCOUNT_PAGE)
  const wasAsked = did === 'asked'
  if (wasAsked && isFresh(staff.confirmedAt, systemClock.now())) redirect(path)
  const by = await confirmBy(staff)
  const provider = singleSignOn()
  const hasPasskeys = by === 'second-factor' && (await readSecondFactor(staff.actor.id)).passkeys.length > 0
  return (
    <AuthLayout title="Confirm that it is you">
      <p className="mb-6">
        Settings, people, tokens, templates and ways to sign in are changed, and journeys opened, only within
        ten minutes of this.
      </p>
      {wasAsked && by === 'single-sign-on' && (
        <div className="mb-6">
          <Notice kind="warning" title="Not confirmed" live>
            <p>
              Your organisation’s sign-in let you back in without saying that it asked you again. If this
              keeps happening, ask an administrator to look at the sign-in settings of Habeas.
            </p>
          </Notice>
        </div>
      )}
      {by === 'single-sign-on' && provider ? (
        <SingleSignOnForm action={confirmElsewhereAction} label={provider.label} next={path} />
      ) : (
        <ConfirmForm
          action={confirmAction}
          by={by === 'second-factor' ? 'second-factor' : 'password'}
          next={path}
          offer={hasPasskeys ? offerConfirm : null}
        />
      )}
      <p className="mt-8 text-sm">
        <Link href={path} className="link">
          Back without confirming
        </Link>
      </p>
    </AuthLayout>
  )
}
