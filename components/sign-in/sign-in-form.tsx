'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/form/error-summary'
import { TextField } from '@/components/ui/form/text-field'

export interface SignInState {
  /** What stopped it, in words; nothing before the first try. */
  problem?: string
  /** As it was typed, so that only the password has to be typed again. */
  email?: string
}

interface SignInFormProps {
  action: (state: SignInState, form: FormData) => Promise<SignInState>
  /** Path to go to afterwards. */
  next: string
  /** There is no other way to sign in, so its button is the page's main one. */
  isAlone: boolean
}

/** Email and password. Works without script, too: the answer is then a page of its own. */
export function SignInForm({ action, next, isAlone }: SignInFormProps) {
  const [state, submit, pending] = useActionState(action, {})
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <ErrorSummary
        key={state.problem}
        errors={state.problem ? [{ message: state.problem }] : []}
        title="You are not signed in"
      />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        label="Email address"
        type="email"
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="none"
        defaultValue={state.email}
      />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      <Button tone={isAlone ? 'primary' : 'secondary'} aria-busy={pending} className="self-start">
        Sign in
      </Button>
    </form>
  )
}
