import type { LawBasis, PrivacyRequest } from '../request/request'
import { composedName, composedOf } from './law-for'
import { ruleParts } from './law-versions'
import { laws } from './laws/index'
import { countryOf, ownCodeOf, placeInWords, regionOfCountry } from './region-names'

/** Why a rule counts for somebody who lives there. */
export function basisOf(
  rule: string,
  { country, region }: Pick<PrivacyRequest, 'country' | 'region'>,
): LawBasis {
  const { id } = ruleParts(rule)
  if (composedOf(id)) return 'shortest-of-country'
  const regions = laws.find(law => law.id === id)?.regions ?? []
  if (region && regions.includes(region)) return 'region'
  const lawful = lawfulCountry(country, region)
  return lawful && regions.includes(lawful) ? 'country' : 'default'
}

/** The country whose law counts for a place: a region's own code where it has one, else the country that it is in. */
const lawfulCountry = (country: string | null, region: string | null): string | null =>
  region ? (ownCodeOf(region) ?? countryOf(region)) : country

/** The part of a country that is known, also where it is given as a country of its own; null where only the country is. */
const partOf = ({ country, region }: Pick<PrivacyRequest, 'country' | 'region'>): string | null =>
  region ?? (country && regionOfCountry(country))

/** The law is not known to be the person's own. */
export const standsIn = (basis: LawBasis): boolean => basis === 'shortest-of-country' || basis === 'default'

/** A law's name by the rule that names it; a law that was taken off the list keeps its id for a name. */
export function lawName(rule: string): string {
  const { id } = ruleParts(rule)
  return laws.find(law => law.id === id)?.name ?? composedName(id) ?? id
}

/** Why this law counts, in a sentence for the desk. */
export function lawWhy({
  dueRule,
  lawBasis,
  country,
  region,
}: Pick<PrivacyRequest, 'dueRule' | 'lawBasis' | 'country' | 'region'>): string {
  const place = region ?? country
  switch (lawBasis) {
    case 'region':
      return region ? `It is the law of ${placeInWords(region)}.` : 'It is the law of the person’s region.'
    case 'country': {
      const lawful = lawfulCountry(country, region)
      return lawful ? `It is the law of ${placeInWords(lawful)}.` : 'It is the law of the person’s country.'
    }
    case 'shortest-of-country': {
      const of = placeInWords(composedOf(ruleParts(dueRule).id) ?? '')
      const part = partOf({ country, region })
      return part
        ? `No law is known for ${placeInWords(part)}; the shortest periods of the laws of ${of} are used.`
        : `The region in ${of} isn’t known; the shortest periods of its laws are used.`
    }
    case 'default': {
      const used = `the organisation’s default, ${lawName(dueRule)}, is used.`
      return place
        ? `No law is known for ${placeInWords(place)}; ${used}`
        : `The country isn’t known; ${used}`
    }
  }
}

/**
 * Which law the day of the answer follows, in a sentence for the person; where it only stands in, why.
 * @param lives whose place it is, as “you live”; null where nobody was asked for one
 */
export function lawForPerson(
  { dueRule, lawBasis, country, region }: Pick<PrivacyRequest, 'dueRule' | 'lawBasis' | 'country' | 'region'>,
  lives: string | null,
): string {
  const place = region ?? country
  switch (lawBasis) {
    case 'region':
    case 'country': {
      const where = lawBasis === 'region' ? region : lawfulCountry(country, region)
      return `This day follows the privacy law${where ? ` of ${placeInWords(where)}` : ''}: ${lawName(dueRule)}.`
    }
    case 'shortest-of-country': {
      const of = placeInWords(composedOf(ruleParts(dueRule).id) ?? '')
      const part = partOf({ country, region })
      return part
        ? `We don’t know a privacy law for ${placeInWords(part)}, so this day follows the shortest time that a privacy law in ${of} allows.`
        : `We don’t know in which part of ${of} ${lives ?? 'this is'}, so this day follows the shortest time that a privacy law there allows.`
    }
    case 'default':
      if (place)
        return `We don’t know a privacy law for ${placeInWords(place)}, so this day follows our own rule.`
      return lives
        ? `We don’t know in which country ${lives}, so this day follows our own rule.`
        : 'This day follows our own rule.'
  }
}
