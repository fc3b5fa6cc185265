import { SettingForm } from '@/components/desk/setting-form'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { type SignInMethod, signInMethodWords } from '@/lib/core/people/sign-in-methods'

interface ShownSession {
  id: string
  method: SignInMethod
  createdAt: Date
  lastSeenAt: Date
  address: string | null
  browser: string | null
}

interface SessionsProps {
  sessions: readonly ShownSession[]
  /** The session by which the page is read. */
  current: string
  now: Date
  timeZone: string
}

/** Where somebody is signed in, each with a way to end it. */
export function Sessions({ sessions, current, now, timeZone }: SessionsProps) {
  const shown = { now, timeZone }
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ id, method, createdAt, lastSeenAt, address, browser }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-3 py-2">
            <div>
              <p className="flex flex-wrap items-center gap-2 font-medium">
                <bdi>{browser ?? 'A browser that doesn’t say which'}</bdi>
                {id === current && <Chip icon="check">This one</Chip>}
              </p>
              <p className="text-sm text-ink-soft">
                <bdi>{address ?? 'Network not kept'}</bdi> · {signInMethodWords[method]} · started{' '}
                <DateText at={createdAt} {...shown} />, last used <DateText at={lastSeenAt} {...shown} />
              </p>
            </div>
            {id !== current && (
              <SettingForm command="end-session" form={`end-${id}`} preset={{ id }}>
                <Button>End</Button>
              </SettingForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <SettingForm command="end-sessions" form="end-others" className="mt-3">
          <Button>End all others</Button>
        </SettingForm>
      )}
    </>
  )
}
