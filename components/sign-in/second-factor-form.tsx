'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { TextField } from '@/components/ui/form/text-field'
import { PasskeyButton } from './passkey-button'
import type { SignInState } from './sign-in-form'

interface SecondFactorFormProps {
  action: (state: SignInState, form: FormData) => Promise<SignInState>
  /** Path to go to afterwards. */
  next: string
  /** Options for a passkey, as JSON; null where the person has none. */
  passkey: string | null
}

/** Asks for the second factor. A code works without script; a passkey needs it. */
export function SecondFactorForm({ action, next, passkey }: SecondFactorFormProps) {
  const [{ problem }, submit, pending] = useActionState(action, {})
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <ErrorSummary
        key={problem}
        errors={problem ? [{ field: 'code', message: problem }] : []}
        title="You are not signed in"
      />
      <input type="hidden" name="next" value={next} />
      {passkey && (
        <PasskeyButton
          use="prove"
          tone="primary"
          offer={async () => ({ step: '', options: passkey })}
          fields={{ answer: 'passkey', step: 'step' }}
        >
          Use a passkey
        </PasskeyButton>
      )}
      <TextField
        name="code"
        label="Code"
        hint="Six digits from your authenticator app. If you don’t have it with you, type one of your recovery codes."
        error={problem}
        autoComplete="one-time-code"
        spellCheck={false}
        autoCapitalize="none"
        unkept
      />
      <Button tone={passkey ? 'secondary' : 'primary'} aria-busy={pending} className="self-start">
        Continue
      </Button>
    </form>
  )
}
