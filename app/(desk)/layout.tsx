import type { Metadata } from 'next'
import { type ReactNode, Suspense } from 'react'
import { KeyList } from '@/components/desk/key-list'
import { DeskKeys } from '@/components/desk/keys'
import { DeskShell } from '@/components/desk/shell'
import { ForgetsSent } from '@/components/request/form/forgets-sent'
import { signedIn } from '@/lib/door/staff/require-staff'
import { readNavigation } from '@/lib/store/queue/navigation'
import { signOutAction, singleKeysAction } from './actions'
import { Alarms } from './alarms'

export const metadata: Metadata = { title: { default: 'Habeas', template: '%s · Habeas' } }

/**
 * What surrounds the desk. A visitor who isn't signed in gets none of it: each page redirects them to sign in and back. Somebody who
 * still has to turn a second factor on gets no navigation: each page but their account sends them there.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await signedIn()
  if (!staff) return <div data-face="desk">{children}</div>
  const { actor, name, singleKeys, lacksFactor } = staff
  const navigation = lacksFactor ? null : await readNavigation(actor)
  // One tree for both, so that new recovery codes stay in sight when the second factor is on and the navigation appears.
  return (
    <DeskShell role={actor.role} person={actor.id} name={name} counts={navigation} signOut={signOutAction}>
      <Suspense>
        <ForgetsSent />
      </Suspense>
      {navigation && <Alarms role={actor.role} {...navigation} />}
      {children}
      {navigation && (
        <DeskKeys singleKeys={singleKeys}>
          <KeyList singleKeys={singleKeys} change={singleKeysAction} />
        </DeskKeys>
      )}
    </DeskShell>
  )
}
