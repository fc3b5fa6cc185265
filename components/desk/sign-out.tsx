'use client'

import type { ReactNode } from 'react'
import { forgetAllText } from '@/components/request/form/typed-storage'

interface SignOutProps {
  /** Server action that ends the session. */
  action: () => Promise<void>
  className?: string
  children: ReactNode
}

/** Ends the session, and forgets in this tab what was typed and not sent. */
export function SignOut({ action, className, children }: SignOutProps) {
  return (
    <form action={action} onSubmit={forgetAllText} className={className}>
      {children}
    </form>
  )
}
