'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonTone } from '@/components/ui/button-class'
import { Confirm } from '@/components/ui/form/confirm'
import type { IconName } from '@/components/ui/icon-paths'
import type { FormField } from '@/lib/core/advice/form-fields'
import { ActionForm, useForm } from './action-provider'
import { CommandField } from './command-field'

export interface Folded {
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

interface FoldedFormProps extends Folded {
  /** Unique on the page. */
  name: string
  /** What is sent unseen, by its field's name. */
  fixed: Readonly<Record<string, string>>
}

/**
 * A button that opens what will happen, the fields that are asked for, and the button that does it.
 * A request's page has many of these folded up, so the server sends what a form is made from, and the browser draws it.
 * Without script it has an address of its own.
 */
export function FoldedForm({
  name,
  fixed,
  label,
  sentence,
  fields,
  suggestions = {},
  ...look
}: FoldedFormProps) {
  const { shown, done } = useForm(name)
  const isAsked = useSearchParams().get('open') === name && !done
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const folded = done && inside.current?.closest('details')
    if (folded) folded.open = false
  }, [done])
  const id = `act-${name}`
  return (
    <Confirm id={id} label={label} sentence={sentence} open={isAsked} {...look}>
      <div ref={inside} className="contents">
        {shown || isAsked ? (
          <ActionForm name={name} fixed={fixed} className="contents">
            {fields.map(field => (
              <CommandField
                key={field.name}
                field={field}
                form={name}
                suggestions={suggestions[field.name]}
              />
            ))}
            <Button tone="primary">{label}</Button>
          </ActionForm>
        ) : (
          <a href={`?open=${name}#${id}`} className="link">
            Open the form
          </a>
        )}
      </div>
    </Confirm>
  )
}
