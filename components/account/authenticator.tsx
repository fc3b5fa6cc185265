import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/form/confirm'
import { TextField } from '@/components/ui/form/text-field'

/** A secret that waits for its first code. */
export interface AppSetup {
  /** In groups of four. */
  secret: string
  link: string
  qr: { path: string; side: number }
}

/** The authenticator app of somebody's own account: off, being set up, or on. */
export function Authenticator({ isOn, setup }: { isOn: boolean; setup: AppSetup | null }) {
  if (isOn)
    return (
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p>Authenticator app: on.</p>
        <SettingForm command="turn-off-authenticator" form="app-off">
          <Confirm
            label="Turn off"
            sentence="From then on its codes don’t let you in any more. Where your role must have a second factor, you can do nothing here until another one is on."
          >
            <Button tone="danger">Turn the app off</Button>
          </Confirm>
        </SettingForm>
      </div>
    )
  if (!setup)
    return (
      <SettingForm command="start-authenticator" form="app">
        <Button icon="key-round">Set up an authenticator app</Button>
      </SettingForm>
    )
  return <Setup {...setup} />
}

function Setup({ secret, link, qr: { path, side } }: AppSetup) {
  return (
    <div className="flex flex-wrap gap-6">
      <svg
        viewBox={`0 0 ${side} ${side}`}
        role="img"
        aria-label="The secret, to be scanned by an authenticator app"
        className="size-44 shrink-0 rounded-md border border-line bg-white"
      >
        <path d={path} fill="#000" />
      </svg>
      <div className="flex max-w-measure min-w-0 grow basis-64 flex-col items-start gap-3">
        <p>
          Scan this with an authenticator app, such as the one of your password manager. Then type the code
          that it shows.
        </p>
        <p>
          On this phone,{' '}
          <a href={link} className="link">
            open the app
          </a>
          . Or type this secret into it: <code className="break-words">{secret}</code>
        </p>
        <SettingForm
          command="turn-on-authenticator"
          form="app-on"
          className="flex flex-col items-start gap-3"
        >
          <TextField
            name={inputName('app-on', 'code')}
            label="Code"
            autoComplete="one-time-code"
            inputMode="numeric"
            spellCheck={false}
            unkept
            required
          />
          <Button tone="primary">Turn on</Button>
        </SettingForm>
        <SettingForm command="cancel-authenticator" form="app-cancel">
          <Button tone="quiet">Cancel</Button>
        </SettingForm>
      </div>
    </div>
  )
}
