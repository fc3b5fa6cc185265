import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { OutcomeThere } from '@/components/request/form/action-provider'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import type { KindToConnect } from '@/lib/door/systems/kinds'
import type { ShownSystem } from '@/lib/door/systems/shown-systems'
import { Box, SettingInput } from './setting-inputs'

/** How the form's name begins; what became of it is told beside its buttons. */
export const systemForm = 'system'

/** Everything about one system, drawn from its kind. Without a system it connects a new one. */
export function SystemForm({ kind, system }: { kind: KindToConnect; system?: ShownSystem }) {
  // What was typed for one kind isn't for another.
  const form = system ? systemForm : `${systemForm}-${kind.key}`
  const name = (path: string) => inputName(form, path)
  const preset = { kind: kind.key, ...(system ? { key: system.key } : { isNew: true }) }
  return (
    <>
      <SettingForm
        key={JSON.stringify([system?.settings, system?.name, system?.enabled])}
        command="save-system"
        form={form}
        preset={preset}
        className="flex max-w-xl flex-col gap-4"
      >
        {!system && (
          <TextField
            name={name('key')}
            label="Key"
            hint={`A short name for programs, such as ${kind.key}-eu: small letters, digits and hyphens. It can’t be changed afterwards.`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        )}
        <TextField
          name={name('name')}
          label="Name"
          hint="As people here call it; tasks and the history say it."
          autoComplete="off"
          required={false}
          defaultValue={system?.name ?? kind.name}
        />
        {kind.fields.map(field => (
          <SettingInput key={field.name} form={form} field={field} value={system?.settings[field.name]} />
        ))}
        <Box name={name('enabled!bool')} on={system?.enabled ?? true}>
          Switched on
          <span className="block text-sm text-ink-soft">
            While it is off, its steps are done by hand. It can be tested all the same.
          </span>
        </Box>
        <div className="flex flex-wrap items-center gap-3">
          <Button tone="primary">Save</Button>
          <Button name={name('test!bool')} value="true">
            Test connection
          </Button>
          <span className="text-sm text-ink-soft">Testing saves first, and changes nothing there.</span>
        </div>
      </SettingForm>
      <div className="mt-4 max-w-measure">
        <OutcomeThere forms={systemForm} />
      </div>
    </>
  )
}
