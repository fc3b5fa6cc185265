import type { Metadata } from 'next'
import { type ReactNode, Suspense } from 'react'
import { AuditAlarm } from '@/components/desk/audit-alarm'
import { KeyList } from '@/components/desk/key-list'
import { DeskKeys } from '@/components/desk/keys'
import { MailAlarm, NoMailAlarm, StaffMailAlarm } from '@/components/desk/mail-alarm'
import { DeskShell } from '@/components/desk/shell'
import { ForgetsSent } from '@/components/request/form/forgets-sent'
import { staffMails } from '@/emails/index'
import { systemClock } from '@/lib/clock'
import { currentStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { tlsWords } from '@/lib/mail-tls-words'
import { mailTrouble } from '@/lib/store/mail/outbox'
import { staffMailTrouble } from '@/lib/store/mail/staff-mail-trouble'
import { readNavigation } from '@/lib/store/queue/navigation'
import { goesNowhere } from '@/lib/weak-points'
import { signOutAction, singleKeysAction } from './actions'

export const metadata: Metadata = { title: { default: 'Habeas', template: '%s · Habeas' } }

/** Navigation around the desk. A visitor who isn't signed in gets none: each page redirects them to sign in and back. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await currentStaff()
  if (!staff) return <div data-face="desk">{children}</div>
  const { actor, name, singleKeys } = staff
  const { isMailStopped, isMailLost, isAuditStale, ...counts } = await readNavigation(actor)
  const [trouble, ownTroubles] = await Promise.all([
    isMailStopped ? mailTrouble() : null,
    isMailLost ? staffMailTrouble(staffMails.map(({ key }) => key)) : [],
  ])
  return (
    <DeskShell role={actor.role} person={actor.id} name={name} counts={counts} signOut={signOutAction}>
      <Suspense>
        <ForgetsSent />
      </Suspense>
      {actor.role === 'admin' && goesNowhere(env()) && <NoMailAlarm />}
      {trouble && (
        <MailAlarm
          {...trouble}
          words={tlsWords(trouble.answer)}
          now={systemClock.now()}
          timeZone={env().orgTimeZone}
        />
      )}
      {ownTroubles.length > 0 && (
        <StaffMailAlarm troubles={ownTroubles} now={systemClock.now()} timeZone={env().orgTimeZone} />
      )}
      {isAuditStale && <AuditAlarm />}
      {children}
      <DeskKeys singleKeys={singleKeys}>
        <KeyList singleKeys={singleKeys} change={singleKeysAction} />
      </DeskKeys>
    </DeskShell>
  )
}
