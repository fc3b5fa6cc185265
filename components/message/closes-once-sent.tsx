'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { useCarriedOut } from '@/components/request/form/action-provider'

/**
 * The composer, until its message was sent: no text is left then that looks as if it still waited. Without script, too, where
 * the page that answers is shown without it.
 */
export function ClosesOnceSent({
  forms,
  href,
  afterwards,
  children,
}: {
  /** How the names of the composer's forms begin. */
  forms: string
  href: string
  /** In its place once it is sent. */
  afterwards: ReactNode
  children: ReactNode
}) {
  const router = useRouter()
  const sent = useCarriedOut(forms)
  useEffect(() => {
    if (sent) router.replace(href, { scroll: false })
  }, [sent, router, href])
  return sent ? afterwards : children
}
