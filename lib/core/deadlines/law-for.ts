import type { Law } from './law'
import { countryOf, ownCodeOf, placeInWords, regionOfCountry } from './region-names'
import { shortestOf } from './shortest'

/** The choice of a default law that is the shortest of all known ones. */
export const shortestKnown = 'shortest'

/** The id of the shortest of one country's laws. */
const shortestIn = (country: string): string => `${shortestKnown}-${country.toLowerCase()}`

/** The country that a composed law is of; null for the shortest of all, undefined for a law that isn't composed. */
export function composedOf(id: string): string | null | undefined {
  if (id === shortestKnown) return null
  const country = id.match(/^shortest-([a-z]{2})$/)?.[1]
  return country?.toUpperCase()
}

/** What a composed law is called, or undefined for one that isn't composed. */
export function composedName(id: string): string | undefined {
  const country = composedOf(id)
  if (country === undefined) return undefined
  return country ? `Shortest law of ${placeInWords(country)}` : 'Shortest known law'
}

/** Ids of the composed laws that a law may be part of: the shortest of all, and that of each country in which it holds. */
export function placesOf(all: readonly Law[], id: string): string[] {
  const regions = all.find(law => law.id === id)?.regions ?? []
  return [shortestKnown, ...new Set(regions.map(countryOf).map(shortestIn))]
}

/** Who hears complaints in a country whose laws differ by region, as long as the region's law isn't known. */
const heardIn: Readonly<Record<string, string>> = {
  US: 'the Attorney General of your state or territory',
  CA: 'the privacy commissioner of your province, or the Privacy Commissioner of Canada',
}

/** Who hears complaints under a composed law, as the end of "you can complain to …"; undefined where that isn't known. */
export const heardUnder = (id: string): string | undefined => heardIn[composedOf(id) ?? '']

/** Laws that a request which is received on a day falls under. */
const inForceOn = (all: readonly Law[], day: string): Law[] =>
  all.filter(
    ({ effectiveFrom, effectiveTo }) =>
      (!effectiveFrom || effectiveFrom <= day) && (!effectiveTo || day <= effectiveTo),
  )

/** The laws of a country and of its regions. */
const lawsIn = (all: readonly Law[], country: string): Law[] =>
  all.filter(({ regions }) => regions.some(region => countryOf(region) === country))

/** Whether a country has laws by region. */
export const differsByRegion = (all: readonly Law[], country: string): boolean =>
  regionsWithLaws(all).some(region => countryOf(region) === country)

/** Regions that have a law of their own, as ISO 3166-2 codes. */
export const regionsWithLaws = (all: readonly Law[]): string[] =>
  all.flatMap(({ regions }) => regions.filter(region => region.includes('-')))

/**
 * The shortest of the laws in force on a day, as a law that says from which it is made.
 * @param id `shortest` of all of them, `shortest-us` of one country's
 * @returns undefined for an id that isn't composed, or where no such law is in force
 */
export function composedLaw(id: string, all: readonly Law[], day: string): Law | undefined {
  const country = composedOf(id)
  if (country === undefined) return undefined
  const inForce = inForceOn(all, day)
  const members = country ? lawsIn(inForce, country) : inForce
  if (members.length === 0) return undefined
  const checked = members.map(law => law.checkedOn).toSorted()
  return {
    ...shortestOf(members, heardUnder(id) ?? 'the authority of the place where you live'),
    id,
    name: composedName(id) ?? id,
    checkedOn: checked[0] ?? day,
    composed: { on: day, from: members },
    override: undefined,
  }
}

/**
 * The law for a requester: their region's own, else their country's. Where the country has laws by region and the person's
 * isn't known, or has none and the country has none either, the shortest of the country's laws stands in; for any other place
 * that has no law, the organisation's default does. Laws that are not in force on the day of receipt don't count. A region that
 * has a country's code of its own, such as Hong Kong, is under that law and never under that of the country it belongs to. It
 * is the same whether it is given as a region or as a country: Puerto Rico is a part of the United States in both.
 * @param fallback id of the default law, or `shortest`
 */
export function lawFor(
  all: readonly Law[],
  country: string | null,
  givenRegion: string | null,
  receivedOn: string,
  fallback: string,
): Law {
  const region = givenRegion ?? (country && regionOfCountry(country))
  const inForce = inForceOn(all, receivedOn)
  const of = (code: string | null) => (code ? inForce.find(law => law.regions.includes(code)) : undefined)
  const place = region ? countryOf(region) : country
  const own = region ? ownCodeOf(region) : null
  const shortest =
    place && differsByRegion(inForce, place) ? composedLaw(shortestIn(place), inForce, receivedOn) : undefined
  const law =
    of(region) ??
    of(own) ??
    (region ? ((own ? undefined : of(place)) ?? shortest) : (shortest ?? of(place))) ??
    composedLaw(fallback, all, receivedOn) ??
    all.find(candidate => candidate.id === fallback) ??
    all[0]
  if (!law) throw new Error('no law is known')
  return law
}
