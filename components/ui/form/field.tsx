import type { ReactNode } from 'react'
import { Icon } from '../icon'

export interface FieldProps {
  /** Name in the form, and by `fieldId` the target of links from the error summary. */
  name: string
  label: string
  hint?: ReactNode
  /** What is wrong and how to put it right, in the same words as in the summary. */
  error?: string | undefined
  required?: boolean | undefined
}

/** Id of the control of a field; what `ErrorSummary` links to. */
export const fieldId = (name: string) => `field-${name}`

/** Ids of hint and error, for the control's `aria-describedby`. */
export const describedBy = ({ name, hint, error }: FieldProps) =>
  [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`].filter(Boolean).join(' ') || undefined

/** Border, padding and error colour of a one-line or many-line control. */
export const controlClass = (error: string | undefined) =>
  `block w-full min-w-0 rounded-md border bg-surface px-3 py-1.5 text-ink ${
    error ? 'border-overdue border-2' : 'border-line-strong'
  }`

/** Hint and error of a field, in the place between label and control. */
export function FieldNotes({ name, hint, error }: FieldProps) {
  return (
    <>
      {hint && (
        <p id={`${fieldId(name)}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p
          id={`${fieldId(name)}-error`}
          className="flex items-start gap-1.5 text-sm font-semibold text-overdue"
        >
          <Icon name="circle-alert" className="mt-[0.2em] size-[1.1em]" />
          <span>
            <span className="sr-only">Error: </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}

/**
 * Label, hint, error and control in one column; a field in error carries a bar at its side. `wide` takes all the room that
 * there is, for a control without a width of its own.
 */
export function FieldFrame(props: FieldProps & { wide?: boolean; children: ReactNode }) {
  const { name, label, error, required, wide = false, children } = props
  return (
    <div
      className={`flex max-w-xl flex-col gap-1.5 ${wide ? 'w-full' : ''} ${error ? 'border-s-4 border-overdue ps-4' : ''}`}
    >
      <label htmlFor={fieldId(name)} className="self-start font-semibold">
        {label}
        {required === false && <span className="font-normal text-ink-soft"> (optional)</span>}
      </label>
      <FieldNotes {...props} />
      {children}
    </div>
  )
}
