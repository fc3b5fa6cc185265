import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import { happeningTypes, happeningWords } from '@/lib/core/view/happenings'
import { eventField } from '../webhook-changes'

const form = 'webhook'

/** Adds an address that is told of what happens. */
export function WebhookForm() {
  return (
    <SettingForm command="create-webhook" form={form} className="flex flex-col items-start gap-3">
      <TextField
        name={inputName(form, 'url')}
        label="Address"
        hint="An https address of a program of yours. It gets each event as JSON, in a signed POST."
        type="url"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-semibold">What it is told of</legend>
        {happeningTypes.map(type => (
          <label key={type} className="flex min-h-control items-center gap-2">
            <input
              type="checkbox"
              name={inputName(form, `events.${eventField(type)}!bool`)}
              value="true"
              className="size-4 shrink-0"
            />
            <span>
              {happeningWords[type]} <code className="text-sm text-ink-soft">{type}</code>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="max-w-prose text-ink-soft">
        Events carry the reference, type, state and dates of a request, and never anything about the person.
      </p>
      <Button tone="primary">Add the webhook</Button>
    </SettingForm>
  )
}
