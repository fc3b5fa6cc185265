'use client'

import { useSearchParams } from 'next/navigation'
import { Button } from '@/components/ui/button'
import type { ButtonTone } from '@/components/ui/button-class'
import { Confirm } from '@/components/ui/form/confirm'
import type { IconName } from '@/components/ui/icon-paths'
import type { FormField } from '@/lib/core/advice/form-fields'
import { useForm } from './action-provider'
import { CommandField } from './command-field'

interface ConfirmCommandProps {
  /** The name of the form that it is in. */
  form: string
  /** What both buttons say. */
  label: string
  /** What will happen. */
  sentence: string | undefined
  fields: readonly FormField[]
  /** Words that can be chosen for a field instead of typed, by its name. */
  suggestions?: Readonly<Record<string, readonly string[]>>
  tone?: ButtonTone
  icon?: IconName
}

/**
 * A command's button, which opens what will happen, the fields that the command asks for, and the button that runs it.
 * A request's page has many of these folded up, so the server sends what the fields are made from, and the browser draws
 * them. Without script they have an address of their own.
 */
export function ConfirmCommand({
  form,
  label,
  sentence,
  fields,
  suggestions = {},
  ...look
}: ConfirmCommandProps) {
  const { shown, done } = useForm(form)
  const isAsked = useSearchParams().get('open') === form && !done
  const id = `act-${form}`
  return (
    <Confirm id={id} label={label} sentence={sentence} open={isAsked} {...look}>
      {shown || isAsked ? (
        <>
          {fields.map(field => (
            <CommandField key={field.name} field={field} form={form} suggestions={suggestions[field.name]} />
          ))}
          <Button tone="primary">{label}</Button>
        </>
      ) : (
        <a href={`?open=${form}#${id}`} className="link">
          Open the form
        </a>
      )}
    </Confirm>
  )
}
