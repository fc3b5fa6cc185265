import { AuditAlarm } from '@/components/desk/audit-alarm'
import { MailAlarm, NoMailAlarm, StaffMailAlarm } from '@/components/desk/mail-alarm'
import { staffMails } from '@/emails/index'
import { systemClock } from '@/lib/clock'
import type { Role } from '@/lib/core/people/actor'
import { env } from '@/lib/env'
import { tlsWords } from '@/lib/mail-tls-words'
import { mailTrouble } from '@/lib/store/mail/outbox'
import { staffMailTrouble } from '@/lib/store/mail/staff-mail-trouble'
import type { Navigation } from '@/lib/store/queue/navigation'
import { goesNowhere } from '@/lib/weak-points'

type AlarmsProps = Pick<Navigation, 'isMailStopped' | 'isMailLost' | 'isAuditStale'> & { role: Role }

/** What stops the work of everybody, above each page of the desk, until it is mended. */
export async function Alarms({ role, isMailStopped, isMailLost, isAuditStale }: AlarmsProps) {
  const [trouble, ownTroubles] = await Promise.all([
    isMailStopped ? mailTrouble() : null,
    isMailLost ? staffMailTrouble(staffMails.map(({ key }) => key)) : [],
  ])
  const shown = { now: systemClock.now(), timeZone: env().orgTimeZone }
  return (
    <>
      {role === 'admin' && goesNowhere(env()) && <NoMailAlarm />}
      {trouble && <MailAlarm {...trouble} words={tlsWords(trouble.answer)} {...shown} />}
      {ownTroubles.length > 0 && <StaffMailAlarm troubles={ownTroubles} {...shown} />}
      {isAuditStale && <AuditAlarm />}
    </>
  )
}
