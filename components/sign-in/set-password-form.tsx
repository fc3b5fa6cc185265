'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { TextField } from '@/components/ui/form/text-field'

export interface SetPasswordState {
  problem?: string
}

interface SetPasswordFormProps {
  action: (state: SetPasswordState, form: FormData) => Promise<SetPasswordState>
  token: string
  email: string
  shortest: number
}

/** The one page behind a mailed link: a new password. */
export function SetPasswordForm({ action, token, email, shortest }: SetPasswordFormProps) {
  const [{ problem }, submit, pending] = useActionState(action, {})
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <ErrorSummary key={problem} errors={problem ? [{ field: 'password', message: problem }] : []} />
      <input type="hidden" name="token" value={token} />
      {/* Password managers file the new password under this name. */}
      <TextField
        name="username"
        label="Email address"
        defaultValue={email}
        autoComplete="username"
        readOnly
      />
      <TextField
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${shortest} characters. Three or four words that don’t belong together are good and easy to type.`}
        error={problem}
      />
      <Button tone="primary" aria-busy={pending} className="self-start">
        Set the password
      </Button>
    </form>
  )
}
