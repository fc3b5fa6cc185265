'use client'

import { useEffect, useState } from 'react'
import { fieldId } from '@/components/ui/form/field'
import { Select } from '@/components/ui/form/text-field'
import type { RegionGroup } from '@/lib/core/deadlines/region-names'

interface RegionFieldProps {
  name: string
  label: string
  required: boolean
  defaultValue: string
  error?: string
  /** Regions of each country that has laws by region. */
  groups: readonly RegionGroup[]
  /** Those countries in a sentence: "the United States or Canada". */
  where: string
}

/** The country that is chosen in the field beside it; null until the script has looked, so that everybody else sees the field. */
function useCountry(): string | null {
  const [country, setCountry] = useState<string | null>(null)
  useEffect(() => {
    const select = document.getElementById(fieldId('country'))
    if (!(select instanceof HTMLSelectElement)) return
    const look = () => setCountry(select.value)
    look()
    select.addEventListener('change', look)
    // A page that comes back from the browser's memory is filled in again without a change.
    window.addEventListener('pageshow', look)
    return () => {
      select.removeEventListener('change', look)
      window.removeEventListener('pageshow', look)
    }
  }, [])
  return country
}

/**
 * The state or province, where the country's laws differ by it. Without script it is always there, and its label says for whom;
 * with script it is there for those countries only, with their own regions.
 */
export function RegionField({ groups, where, label, defaultValue, ...field }: RegionFieldProps) {
  const country = useCountry()
  const own = groups.filter(group => group.country === country)
  const isWrong = field.error !== undefined
  if (country !== null && own.length === 0 && !isWrong) return null
  const known = country !== null && !isWrong
  return (
    <Select
      key={known ? country : ''}
      {...field}
      label={known ? label : `${label} (if you live in ${where})`}
      hint="Some have a privacy law of their own. If yours isn’t in the list, leave this as it is."
      autoComplete="address-level1"
      empty="Not in this list, or I’d rather not say"
      defaultValue={defaultValue}
      choices={known ? own.flatMap(group => group.choices) : groups}
    />
  )
}
