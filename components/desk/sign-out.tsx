'use client'

import type { ReactNode } from 'react'
import { forgetAllText } from '@/components/request/form/typed-storage'

/** Ends the session, and forgets in this tab what was typed and not sent. @param action server action that ends it */
export function SignOut({ action, children }: { action: () => Promise<void>; children: ReactNode }) {
  return (
    <form action={action} onSubmit={forgetAllText} className="-mx-2.5">
      {children}
    </form>
  )
}
