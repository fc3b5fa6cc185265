'use server'

import { redirect } from 'next/navigation'
import { sentForm, sentText } from '@/app/sent-form'
import type { SignInState } from '@/components/sign-in/sign-in-form'
import { safePath } from '@/lib/auth/safe-path'
import { submitSignIn, submitSingleSignOn } from '@/lib/door/sign-in/next-auth'
import type { SignInAnswer } from '@/lib/door/sign-in/password'

const nextOf = (form: FormData) => safePath(sentText(form, 'next'), '/requests')

function tooMany(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return `There were too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`
}

/** Where an answer leads; else what is to be said about it. */
function followed(answer: SignInAnswer, next: string, wrong: string): string {
  const back = `next=${encodeURIComponent(next)}`
  if (answer.kind === 'in') redirect(next)
  if (answer.kind === 'second-factor') redirect(`/sign-in?step=code&${back}`)
  if (answer.kind === 'over') redirect(`/sign-in?did=over&${back}`)
  return answer.kind === 'too-many' ? tooMany(answer.retryAfterSeconds) : wrong
}

/** Signs in by email and password, and goes where the person wanted to, or to the second factor. */
export async function signInAction(_state: SignInState, sent: FormData): Promise<SignInState> {
  const form = sentForm(sent)
  const email = sentText(form, 'email')
  const answer = await submitSignIn({ email, password: sentText(form, 'password') })
  const wrong = 'The email address or the password is not right. Check both and try again.'
  return { problem: followed(answer, nextOf(form), wrong), email: email.slice(0, 320) }
}

/** Takes the second factor: a code, or what a passkey answered. */
export async function secondFactorAction(_state: SignInState, sent: FormData): Promise<SignInState> {
  const form = sentForm(sent)
  const passkey = sentText(form, 'passkey')
  const answer = await submitSignIn(passkey === '' ? { code: sentText(form, 'code') } : { passkey })
  const wrong =
    passkey === ''
      ? 'This code is not right, or was used already. Wait for the next one and try again.'
      : 'This passkey didn’t fit. Try again, or use a code.'
  return { problem: followed(answer, nextOf(form), wrong) }
}

/** Sends the person to the provider of single sign-on. */
export async function singleSignOnAction(sent: FormData): Promise<void> {
  const form = sentForm(sent)
  redirect(await submitSingleSignOn(nextOf(form)))
}
