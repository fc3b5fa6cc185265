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

/** Whether a region is one of a country; where we know the names of the country's regions, only they are. */
export function isRegionOf(region: string, country: string): boolean {
  const known = namedRegions(country)
  return countryOf(region) === country && (known.length === 0 || known.includes(region))
}

/** Countries whose regions have names here. */
export const countriesWithNamedRegions: readonly string[] = Object.keys(names)

const withArticle = 'AE AX BS CF CG CD CK DO FK FO GB GM IM KM KY MH MP MV NL PH SB SC TC UM US VG VI'.split(
  ' ',
)

/** A country or region by its name. */
export const placeName = (code: string): string =>
  code.includes('-') ? regionName(code) : countryName(code, 'en')

/** A country or region inside a sentence: "the United States", "Indonesia", "California". */
export const placeInWords = (code: string): string =>
  withArticle.includes(code) ? `the ${placeName(code)}` : placeName(code)
