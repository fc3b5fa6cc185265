import type { Metadata } from 'next'
import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { sentence } from '@/components/request/labels/labels'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { Confirm } from '@/components/ui/form/confirm'
import { Select, TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { systemClock } from '@/lib/clock'
import { roles } from '@/lib/core/people/actor'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { listRights, otherApprovers } from '@/lib/store/staff/rights'
import { listPeople } from '@/lib/store/staff/staff'
import { listTokens } from '@/lib/store/staff/tokens'
import { NobodyElse, WaitElsewhere } from '../rights/waiting-rights'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'Tokens' }

const lengths = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '730', label: 'Two years' },
]

/** Keys of programs: a token counts as its owner. */
export default async function TokensPage() {
  const { actor } = await requireStaff('/settings/tokens', 'manage-tokens')
  const [tokens, rights, others, people] = await Promise.all([
    listTokens(actor),
    listRights(actor),
    otherApprovers(actor),
    listPeople(actor),
  ])
  const owners = people.filter(person => !person.disabledAt && person.id !== actor.id)
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <SettingsFrame
      role={actor.role}
      title="Tokens"
      lead="A token acts with its role and counts as its owner: where two people are needed, a person and their tokens are one."
    >
      <NobodyElse others={others} />
      <WaitElsewhere
        waiting={rights.filter(({ state, kind }) => state === 'open' && kind === 'token').length}
      />
      {tokens.length === 0 ? (
        <EmptyState icon="key-round" title="No tokens yet">
          Programs that use the API need one each.
        </EmptyState>
      ) : (
        <Table
          cards
          caption="Tokens"
          head={
            <>
              <Th>Name</Th>
              <Th>Role</Th>
              <Th>Owner</Th>
              <Th>Made</Th>
              <Th>Ends</Th>
              <Th>Last used</Th>
              <Th>
                <span className="sr-only">Acts</span>
              </Th>
            </>
          }
        >
          {tokens.map(({ id, name, role, owner, createdAt, expiresAt, waiting, lastUsedAt, revokedAt }) => (
            <Tr key={id}>
              <Th scope="row">
                <bdi>{name}</bdi>
              </Th>
              <Td label="Role">{sentence(role)}</Td>
              <Td label="Owner">
                {owner ? <bdi>{owner.name}</bdi> : 'The operator'}{' '}
                {owner?.disabledAt && <Chip icon="ban">Shut out</Chip>}
              </Td>
              <Td label="Made">
                <DateText at={createdAt} now={now} timeZone={timeZone} />
              </Td>
              <Td label="Ends">
                {expiresAt ? (
                  <DateText at={expiresAt} now={now} timeZone={timeZone} />
                ) : (
                  'No end. Make another, and revoke this one.'
                )}
              </Td>
              <Td label="Last used">
                {lastUsedAt ? <DateText at={lastUsedAt} now={now} timeZone={timeZone} /> : 'Never'}
              </Td>
              <Td>
                {revokedAt ? (
                  <Chip icon="ban">Revoked</Chip>
                ) : expiresAt && expiresAt <= now ? (
                  <Chip icon="ban">Ended</Chip>
                ) : (
                  <>
                    {waiting && <Chip meaning="soon">Waits for a second person</Chip>}
                    <SettingForm command="revoke-token" form={`revoke-${id}`} preset={{ id }}>
                      <Confirm
                        label="Revoke"
                        sentence="The program that uses it is shut out from this moment on."
                      >
                        <Button tone="danger">Revoke</Button>
                      </Confirm>
                    </SettingForm>
                  </>
                )}
              </Td>
            </Tr>
          ))}
        </Table>
      )}
      <h2 className="mt-6 mb-2 text-lg">New token</h2>
      <SettingForm command="create-token" form="token" className="flex flex-col items-start gap-3">
        <TextField name={inputName('token', 'name')} label="What it is for" autoComplete="off" required />
        <Select
          name={inputName('token', 'role')}
          label="Role"
          empty="Choose"
          choices={roles.map(value => ({ value, label: roleTitle(value) }))}
          required
        />
        <Select
          name={inputName('token', 'owner')}
          label="Owner"
          empty="Me"
          choices={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select name={inputName('token', 'days')} label="Ends after" choices={lengths} defaultValue="365" />
        <p className="max-w-prose text-ink-soft">
          A token that sees personal data, or is somebody else’s, opens nothing before a second person has
          applied it.
        </p>
        <Button tone="primary">Make the token</Button>
      </SettingForm>
    </SettingsFrame>
  )
}
