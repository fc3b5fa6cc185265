import { describe, expect, it } from 'vitest'
import { lawForPerson, lawWhy } from '@/lib/core/deadlines/law-basis'
import { lawFor } from '@/lib/core/deadlines/law-for'
import { laws } from '@/lib/core/deadlines/laws/index'
import { ownCodeOf, regionOfCountry, regionsThatAreCountries } from '@/lib/core/deadlines/region-names'
import { countryCodes } from '@/lib/core/request/countries'
import { aRequest } from './given'

const lawOf = (country: string | null, region: string | null, fallback = 'gdpr') =>
  lawFor(laws, country, region, '2026-11-29', fallback).id
const given = (place: { country?: string; region?: string }) => aRequest({}, place).request

describe('a territory', () => {
  it.each(regionsThatAreCountries)('%s is under the same law, given as a region or as a country', region => {
    const own = ownCodeOf(region) ?? ''
    expect(countryCodes).toContain(own)
    expect(regionOfCountry(own)?.slice(0, 2)).toBe(region.slice(0, 2))
    for (const fallback of ['gdpr', 'us_ca', 'shortest'])
      for (const [country, part] of [
        [own, null],
        [own, region],
        [null, region],
      ] as const)
        expect(lawOf(country, part, fallback)).toBe(lawOf(region.slice(0, 2), region, fallback))
  })
  it.each(['AS', 'GU', 'MP', 'PR', 'UM', 'VI'])(
    '%s is a part of the United States without a law of its own: the shortest of those there stands in',
    country => {
      expect(given({ country })).toMatchObject({
        dueRule: expect.stringMatching(/^shortest-us@/),
        lawBasis: 'shortest-of-country',
      })
    },
  )
  it('is named where no law is known for it, to the desk and to the person', () => {
    const request = given({ country: 'PR' })
    expect(lawWhy(request)).toBe(
      'No law is known for Puerto Rico; the shortest periods of the laws of the United States are used.',
    )
    expect(lawForPerson(request, 'you live')).toBe(
      'We don’t know a privacy law for Puerto Rico, so this day follows the shortest time that a privacy law in the United States allows.',
    )
    expect(lawWhy(given({ country: 'US' }))).toContain('The region in the United States isn’t known')
  })
  it.each([
    // France overseas, Åland, Svalbard: the law of the country that they are in.
    ...['BL', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT', 'AX', 'SJ'].map(
      country => [country, 'gdpr'] as const,
    ),
    // The external territories of Australia.
    ...['CC', 'CX', 'HM', 'NF'].map(country => [country, 'au_app'] as const),
    ['GG', 'gg_dpl'],
    ['GI', 'gi_gdpr'],
    ['IM', 'im_gdpr'],
    ['JE', 'je_dpl'],
    ['BM', 'bm_pipa'],
    ['KY', 'ky_dpa'],
    ['HK', 'hk_pdpo'],
    ['TW', 'tw_pdpa'],
  ] as const)('%s is under %s', (country, id) => {
    expect(given({ country })).toMatchObject({
      dueRule: expect.stringMatching(new RegExp(`^${id}@`)),
      lawBasis: 'country',
    })
  })
  it.each(['AW', 'BQ', 'CW', 'SX', 'FO', 'GL', 'CK', 'NU', 'TK', 'MO', 'FK', 'VG', 'AI', 'TC', 'SH'])(
    '%s is under no law of the country that it belongs to, and says so',
    country => {
      for (const fallback of ['gdpr', 'us_ca']) expect(lawOf(country, null, fallback)).toBe(fallback)
      const request = given({ country })
      expect(request.lawBasis).toBe('default')
      expect(lawWhy(request)).toMatch(/^No law is known for /)
    },
  )
  it.each([
    ['ES-CN', 'gdpr'],
    ['ES-CE', 'gdpr'],
    ['PT-20', 'gdpr'],
    ['PT-30', 'gdpr'],
    ['AU-NSW', 'au_app'],
    ['GB-NIR', 'uk_gdpr'],
  ])('%s, which has no code of its own, is under the law of its country', (region, id) => {
    expect(lawOf(null, region)).toBe(id)
  })
})
