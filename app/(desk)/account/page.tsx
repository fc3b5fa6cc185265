import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import type { Query } from '@/app/query'
import { Authenticator } from '@/components/account/authenticator'
import { Passkeys } from '@/components/account/passkeys'
import { Sessions } from '@/components/account/sessions'
import { roleTitle } from '@/components/desk/navigation'
import { SettingForm } from '@/components/desk/setting-form'
import { inputName } from '@/components/request/form/act-input'
import { ActionProvider } from '@/components/request/form/action-provider'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/form/text-field'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { systemClock } from '@/lib/clock'
import { appSetup } from '@/lib/door/account/app-setup'
import { ACCOUNT_PAGE, requireAccount } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readSecondFactor } from '@/lib/store/staff/second-factor'
import { readOwn } from '@/lib/store/staff/staff'
import { listSessions } from '@/lib/store/staff/staff-sessions'
import { changeAccount, offerPasskey } from './actions'
import { RecoveryCodes } from './recovery-codes'

export const metadata: Metadata = { title: 'Your account' }

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  )
}

/** One's own account: how one signs in, and where one is signed in. */
export default async function AccountPage({ searchParams }: { searchParams: Query }) {
  const staff = await requireAccount(ACCOUNT_PAGE)
  const { did } = await searchParams
  const { actor, email, name, method, sessionId, lacksFactor } = staff
  const [own, factor, sessions, setup] = await Promise.all([
    readOwn(actor.id),
    readSecondFactor(actor.id),
    listSessions(actor.id),
    appSetup(staff),
  ])
  const isSingleSignOn = own?.isSingleSignOn ?? false
  const shown = { now: systemClock.now(), timeZone: env().orgTimeZone }
  const hasFactor = factor.hasApp || factor.passkeys.length > 0
  return (
    <>
      <PageHeading title="Your account" lead={`${email} · ${roleTitle(actor.role)}`} />
      <ActionProvider action={changeAccount}>
        <div className="flex max-w-3xl flex-col gap-8">
          {lacksFactor && (
            <Notice kind="warning" title="Your role must have a second factor">
              <p>
                {hasFactor
                  ? 'You signed in by your password alone. Sign out, and sign in again with your second factor.'
                  : `Turn one on here${did === 'needed' ? ', and then go back to your work' : ''}. Until then you can do nothing else.`}
              </p>
            </Notice>
          )}
          <Part title="Second factor">
            {method === 'single-sign-on' || isSingleSignOn ? (
              <p>
                You sign in with your organisation’s account. Whether that asks for a second factor is set
                there.
              </p>
            ) : (
              <>
                <p className="text-ink-soft">
                  Asked for after your password, so that a password that got out is not enough.
                </p>
                <Authenticator isOn={factor.hasApp} setup={setup} />
                <Passkeys passkeys={factor.passkeys} offer={offerPasskey} {...shown} />
                {hasFactor && <RecoveryCodes left={factor.codesLeft} />}
              </>
            )}
          </Part>
          <Part title="Where you are signed in">
            <Sessions sessions={sessions} current={sessionId} {...shown} />
          </Part>
          {!isSingleSignOn && (
            <>
              <Part title="Name">
                <SettingForm command="change-own-name" form="name" className="flex flex-wrap items-end gap-3">
                  <TextField
                    name={inputName('name', 'name')}
                    label="Name, as colleagues see it"
                    defaultValue={name}
                    autoComplete="name"
                    required
                  />
                  <Button>Save the name</Button>
                </SettingForm>
              </Part>
              <Part title="Password">
                <SettingForm
                  command="change-password"
                  form="password"
                  className="flex max-w-md flex-col gap-3"
                >
                  <TextField
                    name="password~current"
                    label="Password now"
                    type="password"
                    autoComplete="current-password"
                    required
                  />
                  <TextField
                    name="password~next"
                    label="New password"
                    type="password"
                    autoComplete="new-password"
                    hint="Three or four words that don’t belong together are good and easy to type. Your other sessions end."
                    required
                  />
                  <Button className="self-start">Save the password</Button>
                </SettingForm>
              </Part>
            </>
          )}
          <Part title="Mail">
            <p>
              {own?.ownMail
                ? 'Mail about requests and tasks that are given to you goes to you.'
                : 'Mail about requests and tasks that are given to you goes to your team’s address.'}
            </p>
            <SettingForm command="set-own-mail" form="mail" preset={{ on: !own?.ownMail }}>
              <Button>{own?.ownMail ? 'Send it to the team instead' : 'Send it to me'}</Button>
            </SettingForm>
          </Part>
        </div>
      </ActionProvider>
    </>
  )
}
