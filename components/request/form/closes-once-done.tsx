'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { useCarriedOut } from './action-provider'

/**
 * Forms that have an address of their own, until one of them was carried out: nothing is left then that looks as if it still
 * waited. Without script, too, where the page that answers is shown without them.
 */
export function ClosesOnceDone({
  forms,
  href,
  afterwards,
  children,
}: {
  /** How the names of the forms begin. */
  forms: string
  /** The page without them. */
  href: string
  /** In their place once it is done. */
  afterwards: ReactNode
  children: ReactNode
}) {
  const router = useRouter()
  const done = useCarriedOut(forms)
  useEffect(() => {
    if (done) router.replace(href, { scroll: false })
  }, [done, router, href])
  return done ? afterwards : children
}
