import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { PasskeyButton, type PasskeyOffer } from '@/components/sign-in/passkey-button'
import { Button } from '@/components/ui/button'
import { DateText } from '@/components/ui/date-text'
import { Confirm } from '@/components/ui/form/confirm'
import { TextField } from '@/components/ui/form/text-field'

interface PasskeysProps {
  passkeys: readonly { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[]
  offer: () => Promise<PasskeyOffer | string>
  now: Date
  timeZone: string
}

/** The passkeys of somebody's own account, and how to add one. */
export function Passkeys({ passkeys, offer, now, timeZone }: PasskeysProps) {
  const shown = { now, timeZone }
  return (
    <div className="flex flex-col gap-3">
      {passkeys.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-3 py-2">
              <div>
                <p className="font-medium">
                  <bdi>{name}</bdi>
                </p>
                <p className="text-sm text-ink-soft">
                  Added <DateText at={createdAt} {...shown} />
                  {lastUsedAt ? (
                    <>
                      , last used <DateText at={lastUsedAt} {...shown} />
                    </>
                  ) : (
                    ', not used yet'
                  )}
                </p>
              </div>
              <SettingForm command="remove-passkey" form={`passkey-${id}`} preset={{ id }}>
                <Confirm label="Remove" sentence="From then on this passkey doesn’t let you in any more.">
                  <Button tone="danger">Remove the passkey</Button>
                </Confirm>
              </SettingForm>
            </li>
          ))}
        </ul>
      )}
      <SettingForm command="add-passkey" form="passkey" className="flex flex-wrap items-end gap-3">
        <TextField
          name={inputName('passkey', 'name')}
          label="Name of a new passkey"
          autoComplete="off"
          required={false}
        />
        <PasskeyButton
          use="add"
          offer={offer}
          fields={{ answer: inputName('passkey', 'made'), step: inputName('passkey', 'step') }}
        >
          Add a passkey
        </PasskeyButton>
      </SettingForm>
    </div>
  )
}
