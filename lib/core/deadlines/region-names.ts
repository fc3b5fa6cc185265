import { countryName } from '../request/countries'

/** Regions of the countries whose laws or embargoes differ by region, by their ISO 3166-2 codes; any other is called by its code. */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    AL: 'Alabama',
    AK: 'Alaska',
    AS: 'American Samoa',
    AZ: 'Arizona',
    AR: 'Arkansas',
    CA: 'California',
    CO: 'Colorado',
    CT: 'Connecticut',
    DE: 'Delaware',
    DC: 'District of Columbia',
    FL: 'Florida',
    GA: 'Georgia',
    GU: 'Guam',
    HI: 'Hawaii',
    ID: 'Idaho',
    IL: 'Illinois',
    IN: 'Indiana',
    IA: 'Iowa',
    KS: 'Kansas',
    KY: 'Kentucky',
    LA: 'Louisiana',
    ME: 'Maine',
    MD: 'Maryland',
    MA: 'Massachusetts',
    MI: 'Michigan',
    MN: 'Minnesota',
    MS: 'Mississippi',
    MO: 'Missouri',
    MT: 'Montana',
    NE: 'Nebraska',
    NV: 'Nevada',
    NH: 'New Hampshire',
    NJ: 'New Jersey',
    NM: 'New Mexico',
    NY: 'New York',
    NC: 'North Carolina',
    ND: 'North Dakota',
    MP: 'Northern Mariana Islands',
    OH: 'Ohio',
    OK: 'Oklahoma',
    OR: 'Oregon',
    PA: 'Pennsylvania',
    PR: 'Puerto Rico',
    RI: 'Rhode Island',
    SC: 'South Carolina',
    SD: 'South Dakota',
    TN: 'Tennessee',
    TX: 'Texas',
    UM: 'United States Minor Outlying Islands',
    UT: 'Utah',
    VT: 'Vermont',
    VI: 'Virgin Islands',
    VA: 'Virginia',
    WA: 'Washington',
    WV: 'West Virginia',
    WI: 'Wisconsin',
    WY: 'Wyoming',
  },
  CA: {
    AB: 'Alberta',
    BC: 'British Columbia',
    MB: 'Manitoba',
    NB: 'New Brunswick',
    NL: 'Newfoundland and Labrador',
    NT: 'Northwest Territories',
    NS: 'Nova Scotia',
    NU: 'Nunavut',
    ON: 'Ontario',
    PE: 'Prince Edward Island',
    QC: 'Quebec',
    SK: 'Saskatchewan',
    YT: 'Yukon',
  },
  UA: {
    '71': 'Cherkasy',
    '74': 'Chernihiv',
    '77': 'Chernivtsi',
    '43': 'Crimea',
    '12': 'Dnipropetrovsk',
    '14': 'Donetsk',
    '26': 'Ivano-Frankivsk',
    '63': 'Kharkiv',
    '65': 'Kherson',
    '68': 'Khmelnytskyi',
    '35': 'Kirovohrad',
    '30': 'Kyiv (city)',
    '32': 'Kyiv (region)',
    '09': 'Luhansk',
    '46': 'Lviv',
    '48': 'Mykolaiv',
    '51': 'Odesa',
    '53': 'Poltava',
    '56': 'Rivne',
    '40': 'Sevastopol',
    '59': 'Sumy',
    '61': 'Ternopil',
    '05': 'Vinnytsia',
    '07': 'Volyn',
    '21': 'Zakarpattia',
    '23': 'Zaporizhzhia',
    '18': 'Zhytomyr',
  },
}

/** A region's country: `US` of `US-CA`. */
export const countryOf = (region: string): string => region.slice(0, 2)

/** Regions that are countries of ISO 3166-1 as well, and their codes there. */
const ownCodes: Readonly<Record<string, string>> = {
  'CN-HK': 'HK',
  'CN-MO': 'MO',
  'CN-TW': 'TW',
  'FI-01': 'AX',
  'FR-971': 'GP',
  'FR-972': 'MQ',
  'FR-973': 'GF',
  'FR-974': 'RE',
  'FR-976': 'YT',
  'NO-21': 'SJ',
  'NO-22': 'SJ',
  'NL-BQ1': 'BQ',
  'NL-BQ2': 'BQ',
  'NL-BQ3': 'BQ',
}
/** Those whose two codes end alike. */
const sameEnding =
  'FR-BL FR-GF FR-GP FR-MF FR-MQ FR-NC FR-PF FR-PM FR-RE FR-TF FR-WF FR-YT NL-AW NL-CW NL-SX US-AS US-GU US-MP US-PR US-UM US-VI'.split(
    ' ',
  )

/** Every region that is a country of ISO 3166-1 as well. */
export const regionsThatAreCountries: readonly string[] = [...Object.keys(ownCodes), ...sameEnding]

/** A region's own code among the countries, such as `HK` of `CN-HK`; null for a region that has none. */
export const ownCodeOf = (region: string): string | null =>
  ownCodes[region] ?? (sameEnding.includes(region) ? region.slice(3) : null)

/** The region that a country is of another one, such as `US-PR` of `PR`; null for a country that is in none. */
export const regionOfCountry = (country: string): string | null =>
  regionsThatAreCountries.find(region => ownCodeOf(region) === country) ?? null

/** A region by its name, such as "California"; by its code where no name is known. */
export const regionName = (region: string): string => names[countryOf(region)]?.[region.slice(3)] ?? region

/** Every region of a country that has a name here, as ISO 3166-2 codes. */
export const namedRegions = (country: string): readonly string[] =>
  Object.keys(names[country] ?? {}).map(region => `${country}-${region}`)

/** Regions by country, each by its name, for a choice; a country's regions are in the order of their names. */
export function regionGroups(regions: readonly string[]): RegionGroup[] {
  const { compare } = new Intl.Collator('en')
  return [...new Set(regions.map(countryOf))].map(country => ({
    country,
    label: countryName(country, 'en'),
    choices: regions
      .filter(region => countryOf(region) === country)
      .map(region => ({ value: region, label: regionName(region) }))
      .sort((a, b) => compare(a.label, b.label)),
  }))
}

export interface RegionGroup {
  country: string
  label: string
  choices: readonly { value: string; label: string }[]
}

/**
 * Whether a region is one of a country; where we know the names of the country's regions, only they are. A region with a
 * country's code of its own is one of that, too.
 */
export function isRegionOf(region: string, country: string): boolean {
  if (ownCodeOf(region) === country) return true
  const known = namedRegions(country)
  return countryOf(region) === country && (known.length === 0 || known.includes(region))
}

/** Countries whose regions have names here. */
export const countriesWithNamedRegions: readonly string[] = Object.keys(names)

const withArticle = 'AE AX BS CF CG CD CK DO FK FO GB GM IM KM KY MH MP MV NL PH SB SC TC UM US VG VI'.split(
  ' ',
)

/** A country or region by its name. */
export function placeName(code: string): string {
  const own = ownCodeOf(code)
  if (own) return countryName(own, 'en')
  return code.includes('-') ? regionName(code) : countryName(code, 'en')
}

/** A country or region inside a sentence: "the United States", "Indonesia", "California". */
export const placeInWords = (code: string): string =>
  withArticle.includes(ownCodeOf(code) ?? code) ? `the ${placeName(code)}` : placeName(code)
