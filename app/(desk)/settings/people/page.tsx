import type { Metadata } from 'next'
import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Select, TextField } from '@/components/ui/form/text-field'
import { Table, Th } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { roles } from '@/lib/core/people/actor'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readSetting } from '@/lib/store/settings/settings'
import { listRights, otherApprovers } from '@/lib/store/staff/rights'
import { listPeople } from '@/lib/store/staff/staff'
import { NobodyElse, WaitElsewhere } from '../rights/waiting-rights'
import { SettingsFrame } from '../settings-frame'
import { PersonRow } from './person-row'
import { SignInRules } from './sign-in-rules'

export const metadata: Metadata = { title: 'People' }

const choices = roles.map(value => ({ value, label: roleTitle(value) }))

/** Who works here: add, change the role, shut out, and how they sign in. */
export default async function PeoplePage() {
  const { actor } = await requireStaff('/settings/people', 'manage-people')
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
  return (
    <SettingsFrame
      role={actor.role}
      title="People"
      lead="Shutting somebody out, or giving them a role that sees only part of what theirs does, counts at once and ends everything they have open. Sight of other personal data, or a say in who sees it, waits until a second person applies it."
    >
      <NobodyElse others={others} />
      <WaitElsewhere waiting={waiting.size} />
      <Table
        cards
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
    </SettingsFrame>
  )
}
