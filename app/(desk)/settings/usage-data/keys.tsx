import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { TextArea, TextField } from '@/components/ui/form/text-field'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { KeyVersion } from '@/lib/store/usage/keys'

const form = 'rotate'

interface KeysProps {
  versions: readonly KeyVersion[]
  mayRotate: boolean
  now: Date
  timeZone: string
}

/** Versions of the key that codes are made with, and how to begin another one. */
export function Keys({ versions, mayRotate, now, timeZone }: KeysProps) {
  return (
    <div className="flex max-w-measure flex-col items-stretch gap-3">
      {versions.length > 0 && (
        <Table
          caption="Versions of the key"
          focusable
          head={
            <>
              <Th>Version</Th>
              <Th>In force since</Th>
            </>
          }
        >
          {versions.map(({ version, since }, at) => (
            <Tr key={version}>
              <Td>
                {version}
                {at === 0 && ' (now)'}
              </Td>
              <Td>
                <DateText at={since} now={now} timeZone={timeZone} as="exact" />
              </Td>
            </Tr>
          ))}
        </Table>
      )}
      {mayRotate && (
        <SettingForm command="rotate-usage-key" form={form}>
          <Confirm
            label="Rotate the key"
            icon="key-round"
            sentence="From that moment on every user, visit and device has another code. Journeys and counts of users can’t be followed across it, and it can’t be undone. Deletions still find what was collected under older versions."
          >
            <TextField
              name={inputName(form, 'title')}
              label="Title"
              defaultValue="A new key for the codes"
              required
            />
            <TextArea name={inputName(form, 'text')} label="Why" hint="For everybody." rows={2} required />
            <Button tone="danger">Announce and rotate the key</Button>
          </Confirm>
        </SettingForm>
      )}
    </div>
  )
}
