import type { Metadata } from 'next'
import type { Query } from '@/app/query'
import { AuthLayout } from '@/components/sign-in/auth-layout'
import { DeskButtonLink } from '@/components/ui/button'
import { answerWith } from '@/lib/answer-status'
import { env } from '@/lib/env'
import { signInProblem } from './problems'

export const metadata: Metadata = { title: { absolute: 'Not signed in · Habeas' } }

/** What went wrong with single sign-on, and how to continue. Nobody is signed in by it. */
export default async function SignInProblemPage({ searchParams }: { searchParams: Query }) {
  const { why } = await searchParams
  const { status, title, words, next } = signInProblem(
    typeof why === 'string' ? why : '',
    env().passwordSignIn,
  )
  answerWith(status)
  return (
    <AuthLayout title={title}>
      <p className="mb-4">{words}</p>
      <p className="mb-6">{next}</p>
      <DeskButtonLink href="/sign-in">Back to signing in</DeskButtonLink>
    </AuthLayout>
  )
}
