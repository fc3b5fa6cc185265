import type { Metadata } from 'next'
import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import { teams } from '@/lib/core/people/actor'
import { requireStaff } from '@/lib/door/staff/require-staff'
import { readSetting } from '@/lib/store/settings/settings'
import { SettingsFrame } from '../settings-frame'

export const metadata: Metadata = { title: 'Team addresses' }

/** Where each team's task mail goes. */
export default async function TeamsPage() {
  const { actor } = await requireStaff('/settings/teams', 'manage-team-addresses')
  const addresses = await readSetting('team-addresses')
  return (
    <SettingsFrame
      role={actor.role}
      title="Team addresses"
      lead="New tasks are mailed here, with the reference and the steps and nothing personal. Empty: the team’s name at the domain that mail is sent from."
    >
      <SettingForm command="change-team-addresses" form="teams" className="flex flex-col items-start gap-4">
        {teams.map(team => (
          <TextField
            key={team}
            name={inputName('teams', `addresses.${team}`)}
            label={roleTitle(team)}
            type="email"
            autoComplete="off"
            required={false}
            defaultValue={addresses[team]}
          />
        ))}
        <Button tone="primary">Save</Button>
      </SettingForm>
    </SettingsFrame>
  )
}
