import { DateText } from '@/components/ui/date-text'
import { Notice } from '@/components/ui/notice'

interface MailAlarmProps {
  kind: 'refused' | 'unavailable'
  waiting: number
  since: Date
  /** The mail server's code, or the network's. */
  answer: string
  now: Date
  timeZone: string
}

/** Said once on every page of the desk while no mail leaves, in place of a notice for each mail. */
export function MailAlarm({ kind, waiting, since, answer, now, timeZone }: MailAlarmProps) {
  return (
    <div className="mb-4">
      <Notice
        kind="error"
        title={kind === 'refused' ? 'The mail server refuses our mail' : 'The mail server takes no mail'}
      >
        <p>
          {waiting === 1 ? 'One mail waits' : `${waiting} mails wait`}, the first since{' '}
          <DateText at={since} now={now} timeZone={timeZone} />. Nothing is lost: each is tried again by
          itself. Please tell the people who run the mail server. Its answer is <code>{answer}</code>.
        </p>
      </Notice>
    </div>
  )
}
