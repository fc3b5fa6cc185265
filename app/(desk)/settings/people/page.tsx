import type { Metadata } from 'next'
import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { roles } from '@/lib/core/people/actor'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { listPeople, type Person } from '@/lib/store/staff/staff'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'People' }

const choices = roles.map(value => ({ value, label: roleTitle(value) }))

/** Who works here: add, change the role, shut out. */
export default async function PeoplePage() {
  const { actor } = await requireStaff('/settings/people', 'manage-people')
  const people = await listPeople(actor)
  const shown = { now: systemClock.now(), timeZone: env().orgTimeZone }
  return (
    <SettingsFrame
      role={actor.role}
      title="People"
      lead="A change of role, and shutting somebody out, end at once everything they have open."
    >
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
          <PersonRow key={person.id} person={person} {...shown} />
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
        <Button tone="primary">Add and mail the link</Button>
      </SettingForm>
    </SettingsFrame>
  )
}

function PersonRow({ person, now, timeZone }: { person: Person; now: Date; timeZone: string }) {
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
        {disabledAt ? (
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
            key={role}
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
      </Td>
      <Td>
        <div className="flex flex-wrap gap-2">
          {disabledAt ? (
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
