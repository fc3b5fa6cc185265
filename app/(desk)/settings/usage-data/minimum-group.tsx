import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'

const form = 'minimum-group'

/** How few people are never shown as a figure. */
export function MinimumGroup({ minimum, mayChange }: { minimum: number; mayChange: boolean }) {
  return (
    <>
      <p className="mb-3 max-w-measure">
        Figures of fewer than {minimum} people are not shown: not on charts, not in funnels, not in the
        Service Ping.
      </p>
      {mayChange && (
        <SettingForm
          key={minimum}
          command="change-minimum-group"
          form={form}
          className="flex flex-col items-start gap-3"
        >
          <TextField
            name={inputName(form, 'minimum')}
            label="Fewest people in a figure"
            hint="A change is announced in the public list of changes."
            inputMode="numeric"
            defaultValue={String(minimum)}
            maxLength={4}
          />
          <Button>Save and announce</Button>
        </SettingForm>
      )}
    </>
  )
}
