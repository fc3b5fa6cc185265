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
import { listTokens } from '@/lib/store/staff/tokens'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'Tokens' }

/** Keys of programs: a token counts as one person with its role. */
export default async function TokensPage() {
  const { actor } = await requireStaff('/settings/tokens', 'manage-tokens')
  const tokens = await listTokens(actor)
  const [now, timeZone] = [systemClock.now(), env().orgTimeZone]
  return (
    <SettingsFrame role={actor.role} title="Tokens" lead="A token counts as one person with its role.">
      {tokens.length === 0 ? (
        <EmptyState icon="key-round" title="No tokens yet">
          Programs that use the API need one each.
        </EmptyState>
      ) : (
        <Table
          caption="Tokens"
          head={
            <>
              <Th>Name</Th>
              <Th>Role</Th>
              <Th>Made</Th>
              <Th>Last used</Th>
              <Th>
                <span className="sr-only">Acts</span>
              </Th>
            </>
          }
        >
          {tokens.map(({ id, name, role, createdAt, lastUsedAt, revokedAt }) => (
            <Tr key={id}>
              <Th scope="row">
                <bdi>{name}</bdi>
              </Th>
              <Td>{sentence(role)}</Td>
              <Td>
                <DateText at={createdAt} now={now} timeZone={timeZone} />
              </Td>
              <Td>{lastUsedAt ? <DateText at={lastUsedAt} now={now} timeZone={timeZone} /> : 'Never'}</Td>
              <Td>
                {revokedAt ? (
                  <Chip icon="ban">Revoked</Chip>
                ) : (
                  <SettingForm command="revoke-token" form={`revoke-${id}`} preset={{ id }}>
                    <Confirm
                      label="Revoke"
                      sentence="The program that uses it is shut out from this moment on."
                    >
                      <Button tone="danger">Revoke</Button>
                    </Confirm>
                  </SettingForm>
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
        <Button tone="primary">Make the token</Button>
      </SettingForm>
    </SettingsFrame>
  )
}
