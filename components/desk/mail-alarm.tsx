import { DateText } from '@/components/ui/date-text'
import { Notice } from '@/components/ui/notice'

interface MailAlarmProps {
  kind: 'refused' | 'unavailable'
  waiting: number
  since: Date
  /** The mail server's code, or the network's. */
  answer: string
  /** What the answer means, where there are words for it. */
  words?: string | null
  now: Date
  timeZone: string
}

/** Said once on every page of the desk while no mail leaves, in place of a notice for each mail. */
export function MailAlarm({ kind, waiting, since, answer, words, now, timeZone }: MailAlarmProps) {
  return (
    <div className="mb-4">
      <Notice
        kind="error"
        title={kind === 'refused' ? 'The mail server refuses our mail' : 'The mail server takes no mail'}
      >
        <p>
          {waiting === 1 ? 'One mail waits' : `${waiting} mails wait`}, the first since{' '}
          <DateText at={since} now={now} timeZone={timeZone} />. Nothing is lost: each is tried again. Please
          tell the people who run the mail server.{' '}
          {words ?? (
            <>
              Its answer is <code>{answer}</code>.
            </>
          )}
        </p>
      </Notice>
    </div>
  )
}

interface StaffMailAlarmProps {
  /** Team addresses and colleagues' own. */
  troubles: readonly { recipient: string; lost: number; since: Date }[]
  now: Date
  timeZone: string
}

/** Said on every page of the desk while mail to ourselves comes back: who is not told of their work can't say so. */
export function StaffMailAlarm({ troubles, now, timeZone }: StaffMailAlarmProps) {
  return (
    <div className="mb-4">
      <Notice kind="warning" title="Mail to our own addresses comes back">
        <p>Tell these teams or people about their work. An admin can put the address right.</p>
        <ul className="mt-2 list-disc ps-5">
          {troubles.map(({ recipient, lost, since }) => (
            <li key={recipient}>
              <bdi>{recipient}</bdi>: {lost === 1 ? 'one mail' : `${lost} mails`}, the first{' '}
              <DateText at={since} now={now} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

/** Said to admins on every page of the desk of a real installation without a mail server. */
export function NoMailAlarm() {
  return (
    <div className="mb-4">
      <Notice kind="error" title="Nobody gets our mail">
        <p>
          Mail goes to a folder of the machine that Habeas runs on, because <code>SMTP_URL</code> is not set.
          No requester and no team is told of anything until it is.
        </p>
      </Notice>
    </div>
  )
}
