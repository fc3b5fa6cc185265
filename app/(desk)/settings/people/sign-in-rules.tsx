import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import { type Role, roles } from '@/lib/core/people/actor'
import type { SessionEnds } from '@/lib/store/settings/settings'

/** Who must have a second factor, and when sessions end. */
export function SignInRules({ demanded, ends }: { demanded: readonly Role[]; ends: SessionEnds }) {
  return (
    <>
      <h2 className="mt-8 mb-2 text-lg">Signing in</h2>
      <div className="flex flex-wrap gap-x-12 gap-y-6">
        <SettingForm command="demand-second-factor" form="factor" className="flex flex-col items-start gap-3">
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 font-semibold">Second factor: these roles must have one</legend>
            <p className="max-w-prose text-ink-soft">
              It counts at once: somebody who has none can only turn one on. Single sign-on has its own rules.
            </p>
            {roles.map(role => (
              <label key={role} className="flex min-h-control items-center gap-2">
                <input
                  type="checkbox"
                  name={inputName('factor', `roles.${role}!bool`)}
                  value="true"
                  defaultChecked={demanded.includes(role)}
                  className="size-4"
                />
                {roleTitle(role)}
              </label>
            ))}
          </fieldset>
          <Button>Save the roles</Button>
        </SettingForm>
        <SettingForm command="change-session-ends" form="ends" className="flex flex-col items-start gap-3">
          <p className="font-semibold">Sessions</p>
          <TextField
            name={inputName('ends', 'idleHours')}
            label="Ends after so many hours without use"
            inputMode="numeric"
            defaultValue={String(ends.idleHours)}
            autoComplete="off"
            required
          />
          <TextField
            name={inputName('ends', 'longestHours')}
            label="Ends after so many hours in any case"
            inputMode="numeric"
            defaultValue={String(ends.longestHours)}
            autoComplete="off"
            required
          />
          <Button>Save the hours</Button>
        </SettingForm>
      </div>
    </>
  )
}
