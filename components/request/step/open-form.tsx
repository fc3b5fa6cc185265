'use client'

import { useActionState } from 'react'
import { KeptText } from '@/components/request/form/kept-text'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { type ChoiceGroup, Select, TextArea, TextField } from '@/components/ui/form/text-field'

export interface OpenState {
  /** What has to be put right, by field. */
  fields?: Readonly<Record<string, string>>
  /** What stopped it where no field did. */
  problem?: string
  /** What was typed, kept. */
  values?: Readonly<Record<string, string>>
}

export interface OpenField {
  name: string
  label: string
  hint?: string
  required: boolean
  kind: 'line' | 'lines' | 'email' | 'country' | 'region' | 'time' | 'link'
}

interface OpenFormProps {
  action: (state: OpenState, form: FormData) => Promise<OpenState>
  fields: readonly OpenField[]
  /** What goes along unseen: the type, where it came from, the id of this press. */
  fixed: Readonly<Record<string, string>>
  /** What is known already, by field. */
  known?: Readonly<Record<string, string>>
  countries: readonly ChoiceGroup[]
  /** Of the countries whose regions decide something. */
  regions: readonly ChoiceGroup[]
}

/** The fields of a request that staff open from a ticket. What was typed stays when something has to be put right. */
export function OpenForm({ action, fields, fixed, known = {}, countries, regions }: OpenFormProps) {
  const [{ fields: wrong = {}, problem, values = known }, submit, pending] = useActionState(action, {})
  const shown = new Set(fields.map(field => field.name))
  const errors = [
    ...(problem ? [{ message: problem }] : []),
    ...Object.entries(wrong).map(([field, message]) => (shown.has(field) ? { field, message } : { message })),
  ]
  return (
    <form action={submit} noValidate className="flex max-w-xl flex-col gap-5">
      <KeptText form={`open ${fixed.type ?? ''}`} />
      <ErrorSummary key={JSON.stringify(errors)} errors={errors} />
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label, hint, required, kind }) => {
        const field = { name, label, hint, required, error: wrong[name], defaultValue: values[name] }
        if (kind === 'country')
          return <Select key={`${name}${values[name]}`} {...field} empty="Choose" choices={countries} />
        if (kind === 'region')
          return (
            <Select
              key={`${name}${values[name]}`}
              {...field}
              empty="Not known, or not in this list"
              choices={regions}
            />
          )
        if (kind === 'lines') return <TextArea key={name} {...field} rows={3} />
        if (kind === 'email')
          return <TextField key={name} {...field} type="email" spellCheck={false} autoCapitalize="none" />
        return (
          <TextField
            key={name}
            {...field}
            type={kind === 'time' ? 'date' : kind === 'link' ? 'url' : 'text'}
            spellCheck={false}
          />
        )
      })}
      <Button tone="primary" aria-busy={pending} className="self-start">
        Open the request
      </Button>
    </form>
  )
}
