'use client'

import { useActionState, useEffect } from 'react'
import { KeptText } from '@/components/request/form/kept-text'
import { forgetText } from '@/components/request/form/typed-storage'
import { Button } from '@/components/ui/button'
import { ErrorSummary, formErrors } from '@/components/ui/form/error-summary'
import { Select, TextArea } from '@/components/ui/form/text-field'
import { Notice } from '@/components/ui/notice'

export interface NoteState {
  done?: boolean
  fields?: Readonly<Record<string, string>>
  problem?: string
  values?: Readonly<Record<string, string>>
}

interface NoteFormProps {
  action: (state: NoteState, form: FormData) => Promise<NoteState>
  indicator: string
  commandId: string
  month: string
  months: readonly { value: string; label: string }[]
  healths: readonly { value: string; label: string }[]
  /** The month's current note, to be replaced. */
  written: Readonly<Record<'health' | 'reasons' | 'lessons', string>> | undefined
}

/** How an indicator does in a month, why, and what was learned. Writing for a month again replaces what was said of it. */
export function NoteForm({ action, indicator, commandId, month, months, healths, written }: NoteFormProps) {
  const [state, submit, pending] = useActionState(action, {})
  const { done, fields = {}, problem, values } = state
  const kept = `note ${indicator}`
  useEffect(() => {
    if (state.done) forgetText(kept)
  }, [state, kept])
  const shown = values ?? { month, ...written }
  const field = (name: string) => ({ name, error: fields[name], defaultValue: shown[name] })
  const errors = formErrors(problem, fields)
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <KeptText form={kept} done={done ? commandId : undefined} />
      <ErrorSummary key={JSON.stringify(errors)} errors={errors} />
      {done && (
        <Notice kind="success" live title="Written">
          It is shown under the indicator.
        </Notice>
      )}
      <input type="hidden" name="indicator" value={indicator} />
      <input type="hidden" name="commandId" value={commandId} />
      <Select
        key={`month ${shown.month}`}
        {...field('month')}
        label="Month"
        hint="What was written for it before is replaced."
        choices={months}
      />
      <Select
        key={`health ${shown.health}`}
        {...field('health')}
        label="Health"
        empty="Choose"
        choices={healths}
      />
      <TextArea {...field('reasons')} label="Why" hint="Without names: figures and causes." rows={3} />
      <TextArea {...field('lessons')} label="Lessons learned" rows={4} required={false} />
      <Button tone="primary" aria-busy={pending} className="self-start">
        Save
      </Button>
    </form>
  )
}
