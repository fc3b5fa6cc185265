'use client'

import { useActionState, useRef, useState } from 'react'
import { KeptText } from '@/components/request/form/kept-text'
import { Button } from '@/components/ui/button'
import { ErrorSummary, formErrors } from '@/components/ui/form/error-summary'
import { type ChoiceGroup, Select, TextField } from '@/components/ui/form/text-field'
import { useTypedEarly } from '@/components/ui/form/typed-early'

export interface LogState {
  fields?: Readonly<Record<string, string>>
  problem?: string
  values?: Readonly<Record<string, string>>
}

interface OffChannelFormProps {
  action: (state: LogState, form: FormData) => Promise<LogState>
  channels: readonly { value: string; label: string }[]
  /** What it asks for, with the answer where there is a choice. */
  asks: readonly { value: string; label: string }[]
  /** What each of these needs besides. */
  needs: Readonly<Record<string, string>>
  destinations: readonly { value: string; label: string }[]
  countries: readonly ChoiceGroup[]
  /** Of the countries whose laws differ by region. */
  regions: readonly ChoiceGroup[]
  commandId: string
}

/** Logs what arrived other than through the Privacy Center. */
export function OffChannelForm({
  action,
  channels,
  asks,
  needs,
  destinations,
  countries,
  regions,
  commandId,
}: OffChannelFormProps) {
  const [chosen, choose] = useState('')
  const [{ fields = {}, problem, values = {} }, submit, pending] = useActionState(action, {})
  const form = useRef<HTMLFormElement>(null)
  const choice = () => form.current?.querySelector<HTMLSelectElement>('select[name=asks]') ?? null
  const follow = () => choose(choice()?.value ?? '')
  useTypedEarly(() => [choice()], follow)
  const errors = formErrors(problem, fields)
  const needsNote = needs[chosen || (values.asks ?? '')] === 'note'
  // Only what Privacy answers has a day that a law decides.
  const isCounted = chosen === '' || needs[chosen] === 'note'
  // Without script nothing is known to be chosen, so the field is there.
  const movesAway = chosen === '' || needs[chosen] === 'destination'
  return (
    <form ref={form} action={submit} noValidate onChange={follow} className="flex flex-col gap-4">
      <KeptText form="log" />
      <ErrorSummary key={JSON.stringify(errors)} errors={errors} />
      <input type="hidden" name="commandId" value={commandId} />
      <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <Select
          key={`channel ${values.channel}`}
          name="channel"
          label="How it arrived"
          choices={channels}
          defaultValue={values.channel}
          error={fields.channel}
          required
        />
        <Select
          key={`asks ${values.asks}`}
          name="asks"
          label="What it asks for"
          empty="Choose"
          choices={asks}
          defaultValue={values.asks}
          error={fields.asks}
          required
        />
        <TextField
          name="receivedOn"
          label="Day it reached us"
          hint="Leave it empty if that is today. The law counts from this day."
          type="date"
          defaultValue={values.receivedOn}
          error={fields.receivedOn}
          required={false}
        />
        <TextField
          name="ticket"
          label="Link to it"
          hint="The ticket, post or scan."
          type="url"
          defaultValue={values.ticket}
          error={fields.ticket}
          required={false}
        />
        <TextField
          name="note"
          label="Note"
          hint={
            needsNote
              ? 'What it is about, for Privacy, without names or addresses.'
              : 'Without names or addresses. Needed where Privacy answers.'
          }
          defaultValue={values.note}
          error={fields.note}
          required={needsNote}
        />
        {movesAway && (
          <Select
            key={`destination ${values.destination}`}
            name="destination"
            label="Where they move to"
            hint="For data portability, where they have said it."
            empty="Not said yet"
            choices={destinations}
            defaultValue={values.destination}
            error={fields.destination}
            required={false}
          />
        )}
        {isCounted && (
          <>
            <Select
              key={`country ${values.country}`}
              name="country"
              label="Country where they live"
              hint="Where they said it: its law then sets the due date."
              empty="Not said"
              choices={countries}
              defaultValue={values.country}
              error={fields.country}
              required={false}
            />
            <Select
              key={`region ${values.region}`}
              name="region"
              label="State, province or region"
              hint="Where a law is a region’s own."
              empty="Not known, or not in this list"
              choices={regions}
              defaultValue={values.region}
              error={fields.region}
              required={false}
            />
          </>
        )}
      </div>
      <Button tone="primary" aria-busy={pending} className="self-start">
        Log it and see the answer
      </Button>
    </form>
  )
}
