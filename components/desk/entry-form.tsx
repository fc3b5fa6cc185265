'use client'

import { type ReactNode, useActionState } from 'react'
import { KeptText } from '@/components/request/form/kept-text'
import { Button } from '@/components/ui/button'
import { ErrorSummary, formErrors } from '@/components/ui/form/error-summary'
import { Select, TextArea } from '@/components/ui/form/text-field'
import type { LogState } from './off-channel-form'

interface EntryFormProps {
  action: (state: LogState, form: FormData) => Promise<LogState>
  entry: string
  commandId: string
}

/** One thing that somebody says about an off-channel entry. */
function EntryForm({
  act,
  label,
  action,
  entry,
  commandId,
  children,
}: EntryFormProps & {
  act: string
  label: string
  children?: (state: LogState) => ReactNode
}) {
  const [state, submit, pending] = useActionState(action, {})
  const errors = formErrors(state.problem, state.fields ?? {})
  return (
    <form action={submit} noValidate className="flex max-w-xl flex-col items-stretch gap-3">
      <KeptText form={act} />
      <ErrorSummary key={JSON.stringify(errors)} errors={errors} />
      <input type="hidden" name="entry" value={entry} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="commandId" value={commandId} />
      {children?.(state)}
      <Button tone="primary" aria-busy={pending} className="self-start">
        {label}
      </Button>
    </form>
  )
}

/** Says that the ticket is solved, or that what came is answered. */
export const SolveForm = ({ label, ...props }: EntryFormProps & { label: string }) => (
  <EntryForm {...props} act="solve" label={label} />
)

/** Ends an entry that was kept, with how. */
export const FinishForm = (props: EntryFormProps) => (
  <EntryForm {...props} act="finish" label="Finish">
    {({ values, fields }) => (
      <TextArea
        name="note"
        label="How it ended"
        hint="Without names or addresses."
        rows={2}
        defaultValue={values?.note}
        error={fields?.note}
        required
      />
    )}
  </EntryForm>
)

/** Answers a complaint from the public form. */
export const AnswerForm = (props: EntryFormProps) => (
  <EntryForm {...props} act="answer" label="Send the answer">
    {({ values, fields }) => (
      <TextArea
        name="text"
        label="Your answer"
        hint="It is mailed as you write it, and ends this entry. Nobody has confirmed the address, so say nothing about an account."
        rows={6}
        defaultValue={values?.text}
        error={fields?.text}
        required
      />
    )}
  </EntryForm>
)

/** Says where the person wants to move to, so that the answer has the steps. */
export const DestinationForm = ({
  destinations,
  chosen,
  ...props
}: EntryFormProps & {
  destinations: readonly { value: string; label: string }[]
  chosen: string
}) => (
  <EntryForm {...props} act="clarify" label="Show the steps">
    {({ values, fields }) => (
      <Select
        key={`destination ${values?.destination ?? chosen}`}
        name="destination"
        label="Where they move to"
        empty="Choose"
        choices={destinations}
        defaultValue={values?.destination || chosen}
        error={fields?.destination}
        required
      />
    )}
  </EntryForm>
)
