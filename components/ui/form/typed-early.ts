import { useEffect, useEffectEvent } from 'react'
import { type Field, isTyped } from './typed-fields'

/**
 * Hears of what was typed or chosen before the page's scripts had loaded: React reports only what changes after that.
 * @param fieldsOf the fields, asked once they are on the page
 * @param hear called once, where any of them doesn't hold what the page brought
 */
export function useTypedEarly(fieldsOf: () => readonly (Field | null)[], hear: () => void): void {
  const look = useEffectEvent(() => {
    if (fieldsOf().some(field => field && isTyped(field))) hear()
  })
  useEffect(() => look(), [])
}
