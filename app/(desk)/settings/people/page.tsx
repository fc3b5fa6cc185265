import type { Metadata } from 'next'
import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { type Role, roles } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { listRights, otherApprovers } from '@/lib/store/staff/rights'
import { listPeople, type Person } from '@/lib/store/staff/staff'
import { SettingsFrame } from '../settings-frame'
import { DecidedRights, NobodyElse, WaitingRights } from './waiting-rights'

export const metadata: Metadata = { title: 'People' }

const choices = roles.map(value => ({ value, label: roleTitle(value) }))

/** Who works here: add, change the role, shut out. Privacy sees what waits for a second person, and nothing else of it. */
export default async function PeoplePage() {
  const { actor } = await requireStaff('/settings/people', 'approve-rights')
  const [rights, others, people] = await Promise.all([
    listRights(actor),
    otherApprovers(actor),
    listPeople(actor),
  ])
  const shown = { now: systemClock.now(), timeZone: env().orgTimeZone }
  const waiting = new Map(
    rights.flatMap(({ state, kind, personId, value }) =>
      state === 'open' && kind !== 'token' && personId ? [[`${kind} ${personId}`, value.to] as const] : [],
    ),
  )
  if (!can(actor.role, 'manage-people'))
    return (
      <SettingsFrame
        role={actor.role}
        title="People"
        lead="What gives a person or a token more sight of personal data is proposed by an admin. You are the second person who applies it."
      >
        {rights.every(right => right.state !== 'open') && (
          <EmptyState icon="user" title="Nothing waits for you">
            A person, a role or a token that an admin proposes is here until a second person applies it.
          </EmptyState>
        )}
        <WaitingRights rights={rights} actor={actor} {...shown} />
        <DecidedRights rights={rights} {...shown} />
      </SettingsFrame>
    )
  return (
    <SettingsFrame
      role={actor.role}
      title="People"
      lead="A role that sees no more, and shutting somebody out, count at once and end everything they have open. More sight of personal data, or a say in it, waits until a second person applies it."
    >
      <NobodyElse others={others} />
      <WaitingRights rights={rights} actor={actor} {...shown} />
      <Table
        caption="People"
        head={
          <>
            <Th>Name</Th>
            <Th>Email</Th>
            <Th>Last seen</Th>
            <Th>Role</Th>
            <Th>
              <span className="sr-only">Acts</span>
            </Th>
          </>
        }
      >
        {people.map(person => (
          <PersonRow
            key={person.id}
            person={person}
            isMe={person.id === actor.id}
            waitsToSignIn={waiting.has(`person ${person.id}`)}
            waitsFor={waiting.get(`role ${person.id}`)}
            {...shown}
          />
        ))}
      </Table>
      <h2 className="mt-6 mb-2 text-lg">Add somebody</h2>
      <SettingForm command="add-person" form="add" className="flex flex-col items-start gap-3">
        <TextField name={inputName('add', 'name')} label="Name" autoComplete="off" required />
        <TextField
          name={inputName('add', 'email')}
          label="Email address"
          type="email"
          autoComplete="off"
          required
        />
        <Select name={inputName('add', 'role')} label="Role" empty="Choose" choices={choices} required />
        <p className="max-w-prose text-ink-soft">
          A second person applies it: another admin, or somebody of Privacy. Then the link is mailed.
        </p>
        <Button tone="primary">Propose</Button>
      </SettingForm>
      <DecidedRights rights={rights} {...shown} />
    </SettingsFrame>
  )
}

interface RowProps {
  person: Person
  isMe: boolean
  waitsToSignIn: boolean
  /** The role that a second person has still to apply. */
  waitsFor: Role | undefined
  now: Date
  timeZone: string
}

function PersonRow({ person, isMe, waitsToSignIn, waitsFor, now, timeZone }: RowProps) {
  const { id, name, email, role, disabledAt, lastSeenAt, hasPassword, demo } = person
  return (
    <Tr>
      <Th scope="row">
        <bdi>{name}</bdi> {demo && <Chip icon="user">Demo</Chip>}
      </Th>
      <Td>
        <bdi>{email}</bdi>
      </Td>
      <Td className="whitespace-nowrap">
        {waitsToSignIn ? (
          <Chip meaning="soon">Waits for a second person</Chip>
        ) : disabledAt ? (
          <Chip icon="ban">Shut out</Chip>
        ) : lastSeenAt ? (
          <DateText at={lastSeenAt} now={now} timeZone={timeZone} />
        ) : (
          <span className="text-ink-soft">{hasPassword ? 'Not yet' : 'No password yet'}</span>
        )}
      </Td>
      <Td>
        <SettingForm
          command="change-role"
          form={`role-${id}`}
          preset={{ id }}
          className="flex items-center gap-2"
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
        {isMe && <span className="text-sm text-ink-soft">Your own: another admin changes it.</span>}
      </Td>
      <Td>
        <div className="flex flex-wrap gap-2">
          {waitsToSignIn ? null : disabledAt ? (
            <SettingForm command="enable-person" form={`enable-${id}`} preset={{ id }}>
              <Button>Let in again</Button>
            </SettingForm>
          ) : (
            <>
              <SettingForm command="send-password-link" form={`link-${id}`} preset={{ id }}>
                <Button>Mail a link</Button>
              </SettingForm>
              <SettingForm command="disable-person" form={`disable-${id}`} preset={{ id }}>
                <Confirm
                  label="Shut out"
                  sentence="The person can do nothing here any more, from this moment on."
                >
                  <Button tone="danger">Shut out</Button>
                </Confirm>
              </SettingForm>
            </>
          )}
        </div>
      </Td>
    </Tr>
  )
}
