import type { ReactNode } from 'react'
import { inputName } from '@/components/request/form/act-input'
import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import type { SettingField } from '@/lib/core/systems/setting-field'
import { asLines } from './typed-system'

/** A box with its words, ticked or not. */
export function Box({ name, on, children }: { name: string; on: boolean; children: ReactNode }) {
  return (
    <label className="flex items-start gap-3">
      <input
        type="checkbox"
        name={name}
        value="true"
        defaultChecked={on}
        className="mt-[0.2em] size-[1.25em] shrink-0"
      />
      <span>{children}</span>
    </label>
  )
}

interface SettingInputProps {
  form: string
  field: SettingField
  /** What is kept of it; of a secret, `{ set: true }`. */
  value: unknown
}

const isSet = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'set' in value && value.set === true

/** A secret: never shown, and kept where nothing is typed. */
function SecretInput({ form, field: { name, label, hint, required }, value }: SettingInputProps) {
  const set = isSet(value)
  return (
    <>
      <TextField
        name={inputName(form, `secrets.${name}`)}
        label={label}
        hint={[hint, set && 'Set. Leave it empty to keep it.'].filter(Boolean).join(' ') || undefined}
        type="password"
        autoComplete="off"
        spellCheck={false}
        unkept
        required={required ? (set ? undefined : true) : false}
      />
      {set && !required && (
        <Box name={inputName(form, `forget.${name}!bool`)} on={false}>
          Take it away: {label}
        </Box>
      )}
    </>
  )
}

/** The field of one setting, by its shape. */
export function SettingInput(props: SettingInputProps) {
  const { form, field, value } = props
  const { name, label, hint, shape, choices, required, address, secret } = field
  if (secret) return <SecretInput {...props} />
  const own = { name: inputName(form, `settings.${name}`), label, hint, required }
  if (shape === 'yes-no')
    return (
      <Box name={`${own.name}!bool`} on={value === true}>
        {label}
        {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
      </Box>
    )
  if (shape === 'choice')
    return (
      <Select
        {...own}
        empty={required ? 'Choose' : 'None'}
        choices={choices.map(choice => ({ value: choice, label: choice }))}
        defaultValue={typeof value === 'string' ? value : ''}
      />
    )
  if (shape === 'lines')
    return (
      <TextArea
        {...own}
        hint={[hint, 'One a line, as name = value.'].filter(Boolean).join(' ')}
        autoComplete="off"
        spellCheck={false}
        defaultValue={asLines(value)}
      />
    )
  return (
    <TextField
      {...own}
      type={address ? 'url' : 'text'}
      inputMode={shape === 'number' ? 'numeric' : undefined}
      autoComplete="off"
      spellCheck={false}
      defaultValue={value === undefined ? undefined : String(value)}
    />
  )
}
