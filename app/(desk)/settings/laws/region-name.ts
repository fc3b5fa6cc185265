import { countryName } from '@/lib/core/intake/countries'

/** Regions that laws or the embargo list name; others are shown by their code alone. */
const regions: Readonly<Record<string, string>> = {
  'UA-43': 'Crimea',
  'UA-40': 'Sevastopol',
  'UA-14': 'Donetsk',
  'UA-09': 'Luhansk',
  'CA-QC': 'Quebec',
}

/** A country or region in words. */
export const regionName = (code: string): string => regions[code] ?? countryName(code, 'en')
