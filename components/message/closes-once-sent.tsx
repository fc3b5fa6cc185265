'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useOutcome } from '@/components/request/form/action-provider'

/** Leaves the composer once its message was sent, so that no text is left that looks as if it still waited. */
export function ClosesOnceSent({ form, href }: { form: string; href: string }) {
  const router = useRouter()
  const outcome = useOutcome()
  const [before] = useState(outcome?.id)
  const sent = outcome?.ok === true && outcome.form === form && outcome.id !== before
  useEffect(() => {
    if (sent) router.replace(href, { scroll: false })
  }, [sent, router, href])
  return null
}
