'use client'

import { useActionState } from 'react'
import { PasskeyButton, type PasskeyOffer } from '@/components/sign-in/passkey-button'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { TextField } from '@/components/ui/form/text-field'

export interface ConfirmState {
  problem?: string
}

interface ConfirmFormProps {
  action: (state: ConfirmState, form: FormData) => Promise<ConfirmState>
  by: 'password' | 'second-factor'
  /** Path to go to afterwards. */
  next: string
  /** Gets a passkey's options; null where the person has none. */
  offer: (() => Promise<PasskeyOffer | string>) | null
}

/** Proves again who is there. A password and a code work without script. */
export function ConfirmForm({ action, by, next, offer }: ConfirmFormProps) {
  const [{ problem }, submit, pending] = useActionState(action, {})
  const field = by === 'password' ? 'password' : 'code'
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <ErrorSummary
        key={problem}
        errors={problem ? [{ field, message: problem }] : []}
        title="Not confirmed"
      />
      <input type="hidden" name="next" value={next} />
      {offer && (
        <PasskeyButton use="prove" tone="primary" offer={offer} fields={{ answer: 'passkey', step: 'step' }}>
          Use a passkey
        </PasskeyButton>
      )}
      {by === 'password' ? (
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          error={problem}
        />
      ) : (
        <TextField
          name="code"
          label="Code"
          hint="From your authenticator app, or one of your recovery codes."
          autoComplete="one-time-code"
          spellCheck={false}
          autoCapitalize="none"
          unkept
          error={problem}
        />
      )}
      <Button tone={offer ? 'secondary' : 'primary'} aria-busy={pending} className="self-start">
        Confirm
      </Button>
    </form>
  )
}
