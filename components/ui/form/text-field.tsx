import type { ComponentPropsWithoutRef } from 'react'
import { controlClass, describedBy, FieldFrame, type FieldProps, fieldId } from './field'
import { Textarea } from './textarea'

type InputProps = Pick<
  ComponentPropsWithoutRef<'input'>,
  | 'type'
  | 'defaultValue'
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'minLength'
  | 'spellCheck'
  | 'autoCapitalize'
  | 'readOnly'
>

/**
 * One line of text with its label, and words that can be chosen instead of typed. `required={false}` marks it "(optional)". Put `noValidate` on the form, so that our
 * own words answer rather than the browser's. A form of the desk keeps what was typed in the tab, but for what is `unkept`.
 * @example <TextField name="email" label="Email address" type="email" autoComplete="email" required />
 */
export function TextField({
  name,
  label,
  hint,
  error,
  required,
  suggestions = [],
  unkept,
  ...input
}: FieldProps & InputProps & { suggestions?: readonly string[]; unkept?: true }) {
  const field = { name, label, hint, error, required }
  return (
    <FieldFrame {...field}>
      <input
        {...input}
        id={fieldId(name)}
        name={name}
        dir="auto"
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        data-unkept={unkept}
        list={suggestions.length > 0 ? `${fieldId(name)}-list` : undefined}
        className={`${controlClass(error)} min-h-control`}
      />
      {suggestions.length > 0 && (
        <datalist id={`${fieldId(name)}-list`}>
          {suggestions.map(suggestion => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  )
}

type AreaProps = Pick<
  ComponentPropsWithoutRef<'textarea'>,
  'defaultValue' | 'rows' | 'maxLength' | 'spellCheck' | 'autoComplete'
>

/**
 * Several lines of text; grows with what is typed where the browser can.
 * @example <TextArea name="note" label="Note" rows={4} required />
 */
export function TextArea({ name, label, hint, error, required, rows = 4, ...area }: FieldProps & AreaProps) {
  const field = { name, label, hint, error, required }
  return (
    <FieldFrame {...field} wide>
      <Textarea
        {...area}
        id={fieldId(name)}
        name={name}
        rows={rows}
        dir="auto"
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        className={`${controlClass(error)} field-sizing-content min-h-24`}
      />
    </FieldFrame>
  )
}

export interface Choice {
  value: string
  label: string
}

/** Choices under a heading. */
export interface ChoiceGroup {
  label: string
  choices: readonly Choice[]
}

interface SelectProps extends FieldProps {
  choices: readonly (Choice | ChoiceGroup)[]
  /** The first, empty choice; leave out where a default is always set. */
  empty?: string | undefined
  defaultValue?: string | undefined
  autoComplete?: string
}

/**
 * One of a long list; for up to seven choices take RadioGroup.
 * @example <Select name="country" label="Country" autoComplete="country" empty="Choose" choices={countries} />
 */
export function Select({
  name,
  label,
  hint,
  error,
  required,
  choices,
  empty,
  defaultValue = '',
  autoComplete,
}: SelectProps) {
  const field = { name, label, hint, error, required }
  return (
    <FieldFrame {...field}>
      <select
        id={fieldId(name)}
        name={name}
        required={required}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        className={`${controlClass(error)} min-h-control`}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(choice =>
          'choices' in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.choices.map(inside => (
                <ChoiceOption key={inside.value} {...inside} />
              ))}
            </optgroup>
          ) : (
            <ChoiceOption key={choice.value} {...choice} />
          ),
        )}
      </select>
    </FieldFrame>
  )
}

const ChoiceOption = ({ value, label }: Choice) => <option value={value}>{label}</option>
