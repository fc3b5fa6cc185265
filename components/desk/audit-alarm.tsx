import { Notice } from '@/components/ui/notice'

/** Said to admins on every page of the desk while nothing signs how far the audit log goes. */
export function AuditAlarm() {
  return (
    <div className="mb-4">
      <Notice kind="error" title="The audit log is not being signed">
        <p>
          What is done is still written down. Until it is signed again, rows that somebody takes out at the
          database may go unnoticed. Please tell the people who run Habeas:{' '}
          <code>npm run habeas -- doctor</code> says why.
        </p>
      </Notice>
    </div>
  )
}
