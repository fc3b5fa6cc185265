'use client'

import { useActionState } from 'react'
import { KeptText } from '@/components/request/form/kept-text'
import { Button } from '@/components/ui/button'
import { ErrorSummary, formErrors } from '@/components/ui/form/error-summary'
import { type Choice, Select, TextArea } from '@/components/ui/form/text-field'
import type { OffChannelAct } from '@/lib/core/off-channel/off-channel-view'
import type { LogState } from './off-channel-form'

/** What an act needs besides: words, or one of several choices. */
export interface EntryField {
  name: 'note' | 'text' | 'destination'
  label: string
  hint?: string
  rows?: number
  choices?: readonly Choice[]
  /** Of the choices, the current one. */
  chosen?: string
}

interface EntryFormProps {
  act: OffChannelAct
  /** Of the button. */
  label: string
  tone?: 'primary' | 'secondary'
  field?: EntryField | undefined
  action: (state: LogState, form: FormData) => Promise<LogState>
  entry: string
  commandId: string
}

/** One thing that somebody says about an off-channel entry. */
export function EntryForm({ act, label, tone = 'primary', field, action, entry, commandId }: EntryFormProps) {
  const [{ problem, fields = {}, values = {} }, submit, pending] = useActionState(action, {})
  const errors = formErrors(problem, fields)
  return (
    <form action={submit} noValidate className="flex max-w-xl flex-col items-stretch gap-3">
      <KeptText form={act} />
      <ErrorSummary key={JSON.stringify(errors)} errors={errors} />
      <input type="hidden" name="entry" value={entry} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="commandId" value={commandId} />
      {field && <ActField field={field} error={fields[field.name]} typed={values[field.name]} />}
      <Button tone={tone} aria-busy={pending} className="self-start">
        {label}
      </Button>
    </form>
  )
}

interface ActFieldProps {
  field: EntryField
  error: string | undefined
  /** What was typed or chosen when it was refused. */
  typed: string | undefined
}

function ActField({ field: { choices, chosen = '', rows, ...field }, error, typed }: ActFieldProps) {
  const shown = { ...field, error, required: true }
  if (!choices) return <TextArea {...shown} rows={rows} defaultValue={typed} />
  const value = typed || chosen
  return <Select key={value} {...shown} empty="Choose" choices={choices} defaultValue={value} />
}
