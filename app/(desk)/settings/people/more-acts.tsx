import { SettingForm } from '@/components/desk/setting-form'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import type { Person } from '@/lib/store/staff/staff'

/** What an admin seldom does about a person, folded: links, sessions, a lost second factor, single sign-on. */
export function MoreActs({
  person: { id, name, isSingleSignOn, hasFactor, mayConnect, openSessions },
  isMe,
  canConnect,
}: {
  person: Person
  isMe: boolean
  canConnect: boolean
}) {
  const acts = [
    !isSingleSignOn && (
      <SettingForm key="link" command="send-password-link" form={`link-${id}`} preset={{ id }}>
        <Button>Mail a link</Button>
      </SettingForm>
    ),
    openSessions > 0 && (
      <SettingForm key="sessions" command="end-sessions" form={`sessions-${id}`} preset={{ id }}>
        <Button>{openSessions === 1 ? 'End the session' : `End ${openSessions} sessions`}</Button>
      </SettingForm>
    ),
    hasFactor && !isMe && (
      <SettingForm key="factor" command="reset-second-factor" form={`factor-${id}`} preset={{ id }}>
        <Confirm
          label="Take the second factor away"
          sentence="For somebody who has lost it and their recovery codes. Their sessions end, they get a mail, and their password alone lets them in until they turn a new one on. Make sure that it is them who ask."
        >
          <Button tone="danger">Take it away</Button>
        </Confirm>
      </SettingForm>
    ),
    canConnect && !isSingleSignOn && !mayConnect && !isMe && (
      <SettingForm key="connect" command="let-connect" form={`connect-${id}`} preset={{ id }}>
        <Confirm
          label="Let connect"
          sentence="For seven days, the person whom your organisation’s sign-in knows under this verified address becomes this one. Their password stops working then, and their groups give the role."
        >
          <Button>Let connect</Button>
        </Confirm>
      </SettingForm>
    ),
  ].filter(Boolean)
  if (acts.length === 0) return null
  return (
    <details>
      <summary className="link inline-flex min-h-control items-center px-1">
        More<span className="sr-only"> about {name}</span>
      </summary>
      <div className="flex flex-col items-start gap-2 py-2">{acts}</div>
    </details>
  )
}
