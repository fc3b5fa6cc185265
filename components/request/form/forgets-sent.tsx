'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { forgetPress } from './typed-storage'

/**
 * On every page of the desk: where an act ended with another page, its address says with `did` which press was carried out, and
 * the text that was kept for it goes.
 */
export function ForgetsSent() {
  const did = useSearchParams().get('did')
  useEffect(() => {
    if (did) forgetPress(did)
  }, [did])
  return null
}
