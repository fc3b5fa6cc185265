import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { readIntakeDraft } from '@/lib/door/intake/intake-draft'
import { draftSecret } from './draft-cookie'

/** Around each page of the form: once something was typed, a way to leave nothing of it behind. */
export default async function FormLayout({ children }: { children: ReactNode }) {
  const draft = await readIntakeDraft(await draftSecret())
  return (
    <>
      {children}
      {draft && <ClearAnswers sent={draft.reference !== null} />}
    </>
  )
}

/** For people at a computer that others use, too. @param sent whether the form became a request, which stays */
function ClearAnswers({ sent }: { sent: boolean }) {
  return (
    <form method="post" action="/request/clear" className="mt-12 max-w-measure border-t border-line pt-6">
      <Button>Clear my answers</Button>
      <p className="mt-2 text-ink-soft">
        Do others use this computer? Then clear what you typed here.{' '}
        {sent ? 'Your request stays sent.' : 'Nothing has been sent yet, so you would start again.'}
      </p>
    </form>
  )
}
