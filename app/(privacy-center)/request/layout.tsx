import type { ReactNode } from 'react'
import { ClearAnswers } from '@/components/public/clear-answers'
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
