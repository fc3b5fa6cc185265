import type { Metadata } from 'next'
import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Select, TextField } from '@/components/ui/form/text-field'
import { Table, Th } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { roles } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readSetting } from '@/lib/store/settings/settings'
import { listRights, otherApprovers } from '@/lib/store/staff/rights'
import { listPeople } from '@/lib/store/staff/staff'
import { SettingsFrame } from '../settings-frame'
import { PersonRow } from './person-row'
import { SignInRules } from './sign-in-rules'
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
  const [demanded, ends] = [await readSetting('second-factor'), await readSetting('session-ends')]
  const hasProvider = env().oidc !== undefined
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
            <Th>Signs in by</Th>
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
            canConnect={hasProvider}
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
      <SignInRules demanded={demanded} ends={ends} />
      <DecidedRights rights={rights} {...shown} />
    </SettingsFrame>
  )
}
