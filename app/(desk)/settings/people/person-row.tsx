import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { Td, Th, Tr } from '@/components/ui/table'
import { type Role, roles } from '@/lib/core/people/actor'
import type { Person } from '@/lib/store/staff/staff'
import { MoreActs } from './more-acts'

const choices = roles.map(value => ({ value, label: roleTitle(value) }))

interface RowProps {
  person: Person
  isMe: boolean
  waitsToSignIn: boolean
  /** The role that a second person has still to apply. */
  waitsFor: Role | undefined
  /** There is a provider of single sign-on. */
  canConnect: boolean
  now: Date
  timeZone: string
}

/** Somebody who works here, or did, and what an admin does about them. */
export function PersonRow({ person, isMe, waitsToSignIn, waitsFor, canConnect, now, timeZone }: RowProps) {
  const { id, name, email, disabledAt, lastSeenAt, hasPassword, isSingleSignOn, demo } = person
  return (
    <Tr>
      <Th scope="row">
        <bdi>{name}</bdi> {demo && <Chip icon="user">Demo</Chip>}
      </Th>
      <Td label="Email">
        <bdi>{email}</bdi>
      </Td>
      <Td label="Signs in by">
        <SignsInBy person={person} />
      </Td>
      <Td label="Last seen" className="whitespace-nowrap">
        {waitsToSignIn ? (
          <Chip meaning="soon">Waits for a second person</Chip>
        ) : disabledAt ? (
          <Chip icon="ban">Shut out</Chip>
        ) : lastSeenAt ? (
          <DateText at={lastSeenAt} now={now} timeZone={timeZone} />
        ) : (
          <span className="text-ink-soft">
            {hasPassword || isSingleSignOn ? 'Not yet' : 'No password yet'}
          </span>
        )}
      </Td>
      <Td label="Role">
        <RoleOf person={person} isMe={isMe} waitsFor={waitsFor} />
      </Td>
      <Td>
        <div className="flex flex-wrap items-start gap-2 xl:flex-nowrap">
          {waitsToSignIn ? null : disabledAt ? (
            <SettingForm command="enable-person" form={`enable-${id}`} preset={{ id }}>
              <Button>Let in again</Button>
            </SettingForm>
          ) : (
            <>
              {!isMe && (
                <SettingForm command="disable-person" form={`disable-${id}`} preset={{ id }}>
                  <Confirm
                    label="Shut out"
                    sentence="The person can do nothing here any more, from this moment on."
                  >
                    <Button tone="danger">Shut out</Button>
                  </Confirm>
                </SettingForm>
              )}
              <MoreActs person={person} isMe={isMe} canConnect={canConnect} />
            </>
          )}
        </div>
      </Td>
    </Tr>
  )
}

function SignsInBy({ person: { isSingleSignOn, hasFactor, hasPassword, mayConnect } }: { person: Person }) {
  if (isSingleSignOn) return <>Single sign-on</>
  return (
    <>
      {hasPassword ? (hasFactor ? 'Password and second factor' : 'Password') : 'Nothing yet'}
      {mayConnect && <span className="block text-sm text-ink-soft">May connect to single sign-on</span>}
    </>
  )
}

function RoleOf({ person, isMe, waitsFor }: Pick<RowProps, 'person' | 'isMe' | 'waitsFor'>) {
  const { id, name, role, isSingleSignOn } = person
  if (isSingleSignOn || isMe)
    return (
      <>
        {roleTitle(role)}
        <span className="block text-sm text-ink-soft">
          {isSingleSignOn ? 'From the groups, at each sign-in' : 'Your own: another admin changes it'}
        </span>
        {waitsFor && <Chip meaning="soon">Waits: {roleTitle(waitsFor)}</Chip>}
      </>
    )
  return (
    <>
      <SettingForm
        command="change-role"
        form={`role-${id}`}
        preset={{ id }}
        className="flex flex-wrap items-center gap-2 md:flex-nowrap"
      >
        <select
          key={`${role} ${waitsFor}`}
          name={inputName(`role-${id}`, 'role')}
          defaultValue={role}
          aria-label={`Role of ${name}`}
          className="min-h-control rounded-md border border-line-strong bg-surface px-2"
        >
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Button>Change</Button>
      </SettingForm>
      {waitsFor && <Chip meaning="soon">Waits: {roleTitle(waitsFor)}</Chip>}
    </>
  )
}
