'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 4000

/** Loads the page's data anew from time to time, while somebody looks at it and types nothing. Shows nothing itself. */
export function Refreshes() {
  const router = useRouter()
  useEffect(() => {
    const look = () => {
      const typing = document.activeElement?.matches('input, textarea, select') ?? false
      if (document.visibilityState === 'visible' && !typing) router.refresh()
    }
    const timer = setInterval(look, EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
