import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { sentence } from '@/components/request/labels/labels'
import { Button } from '@/components/ui/button'
import { Select, TextArea, TextField } from '@/components/ui/form/text-field'
import { type Clock, extensionReasons, type Law, type Span, units } from '@/lib/core/deadlines/law'
import { actionWords, unitWords } from '@/lib/core/deadlines/law-labels'

const form = 'clocks'
const unitChoices = units.map(value => ({ value, label: unitWords[value] }))
const extensions = [
  { value: 'none', label: 'None' },
  { value: 'by', label: 'Once, by a fixed time' },
  { value: 'notified', label: 'Once, to a day that is told to the person' },
]

/** Other numbers for a law's clocks, proposed to a second Privacy person. */
export function ClockForm({ law }: { law: Law }) {
  return (
    <SettingForm
      command="propose-law-clocks"
      form={form}
      preset={{ law: law.id }}
      className="flex max-w-3xl flex-col items-start gap-5"
    >
      {law.clocks.map((clock, at) => (
        <OneClock key={clock.actions.join()} clock={clock} at={at} />
      ))}
      <div className="w-full">
        <TextArea name={inputName(form, 'note')} label="Why it changes" rows={2} required />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button name="ahead" value="true">
          See what changes
        </Button>
        <Button tone="primary">Propose these clocks</Button>
      </div>
    </SettingForm>
  )
}

function OneClock({ clock: { actions, respond, acknowledge, extend }, at }: { clock: Clock; at: number }) {
  const path = (rest: string) => `clocks.${at}.${rest}`
  const kind = !extend ? 'none' : extend.by ? 'by' : 'notified'
  return (
    <fieldset className="w-full min-w-0 rounded-lg border border-line p-4">
      <legend className="px-1 font-semibold">For {actionWords(actions)}</legend>
      <div className="flex flex-col gap-4">
        <SpanFields path={path('respond')} label="Answer within" span={respond} required />
        <SpanFields path={path('acknowledge')} label="Acknowledge within" span={acknowledge} />
        <Select
          name={inputName(form, path('extend.kind'))}
          label="Extension"
          defaultValue={kind}
          choices={extensions}
        />
        <SpanFields path={path('extend')} label="Extended by" span={extend?.by ?? undefined} />
        <fieldset>
          <legend className="font-semibold">Reasons for an extension</legend>
          <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
            {extensionReasons.map(reason => (
              <label key={reason} className="flex min-h-control items-center gap-2">
                <input
                  type="checkbox"
                  name={inputName(form, path(`extend.reasons.${reason}!bool`))}
                  value="true"
                  defaultChecked={extend?.reasons.includes(reason)}
                  className="size-4 shrink-0"
                />
                {sentence(reason)}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
    </fieldset>
  )
}

interface SpanFieldsProps {
  path: string
  label: string
  span: Span | undefined
  required?: boolean
}

/** A number and its unit, side by side. */
const SpanFields = ({ path, label, span, required = false }: SpanFieldsProps) => (
  <div className="grid max-w-sm grid-cols-2 items-end gap-3">
    <TextField
      name={inputName(form, `${path}.n!number`)}
      label={label}
      inputMode="numeric"
      defaultValue={span ? String(span.n) : ''}
      required={required}
    />
    <Select
      name={inputName(form, `${path}.unit`)}
      label={`${label.split(' ')[0]}: unit`}
      defaultValue={span?.unit ?? 'days'}
      choices={unitChoices}
    />
  </div>
)
