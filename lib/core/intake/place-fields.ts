import { z } from 'zod'
import { countryOf, isRegionOf } from '../deadlines/region-names'
import { isCountry, placeCode } from '../request/countries'

/** Where somebody lives, as forms and programs send it. */

/** An empty field is none. */
export const emptyAsNone = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value

export const countryField = z.preprocess(
  emptyAsNone,
  z.string().overwrite(placeCode).refine(isCountry, 'Choose a country from the list.').optional(),
)
export const regionField = z.preprocess(
  emptyAsNone,
  z
    .string()
    .overwrite(placeCode)
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'Use the region’s code, such as US-CA.')
    .optional(),
)

interface SentPlace {
  country?: string | undefined
  region?: string | undefined
}

/** Why a region can't be the person's; null where it can, or none is given. */
export function wrongRegion({ region, country }: SentPlace): string | null {
  if (!region) return null
  const where = country ?? countryOf(region)
  if (isRegionOf(region, where)) return isCountry(where) ? null : 'There is no such region.'
  return countryOf(region) === where ? 'There is no such region.' : 'That region is in another country.'
}

/** A place as it is kept: a region says which country it is in. */
export const placeOf = ({ country, region }: SentPlace) => ({
  country: country ?? (region ? countryOf(region) : null),
  region: region ?? null,
})
