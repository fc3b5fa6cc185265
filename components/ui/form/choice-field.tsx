import type { ReactNode } from 'react'
import { describedBy, FieldNotes, type FieldProps, fieldId } from './field'

export interface RadioChoice {
  value: string
  label: string
  hint?: ReactNode
}

interface RadioGroupProps extends FieldProps {
  choices: readonly RadioChoice[]
  defaultValue?: string | undefined
  /** The question is the page's only one: its legend becomes the <h1>. */
  asHeading?: boolean
}

// The label's ::after covers the row, so the whole row is the target while the label keeps only its own words.
const row =
  'relative flex items-start gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft'
const rowLabel = 'font-medium after:absolute after:inset-0'
const box = 'relative z-1 mt-[0.2em] size-[1.25em] shrink-0'

/**
 * A question with a few answers, one of them to be chosen.
 * @example <RadioGroup asHeading name="who" label="Who is this about?" choices={[{ value: 'me', label: 'Me' }]} />
 */
export function RadioGroup({ choices, defaultValue, asHeading, ...field }: RadioGroupProps) {
  const { name, label, error, required } = field
  return (
    <fieldset aria-describedby={describedBy(field)} className="min-w-0 max-w-xl">
      <legend className="mb-3">
        {asHeading ? <h1 className="text-2xl">{label}</h1> : <span className="font-semibold">{label}</span>}
      </legend>
      <div className={`flex flex-col gap-3 ${error ? 'border-s-4 border-overdue ps-4' : ''}`}>
        <FieldNotes {...field} />
        {choices.map((choice, at) => {
          const id = at === 0 ? fieldId(name) : `${fieldId(name)}-${choice.value}`
          return (
            <div key={choice.value} className={row}>
              <input
                type="radio"
                id={id}
                name={name}
                value={choice.value}
                required={required}
                defaultChecked={choice.value === defaultValue}
                aria-describedby={choice.hint ? `${id}-about` : undefined}
                className={box}
              />
              <div className="min-w-0">
                <label htmlFor={id} className={rowLabel}>
                  {choice.label}
                </label>
                {choice.hint && (
                  <p id={`${id}-about`} className="text-sm text-ink-soft">
                    {choice.hint}
                  </p>
                )}
              </div>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
