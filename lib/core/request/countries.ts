/** ISO 3166-1 alpha-2, the officially assigned codes. */
export const countryCodes: readonly string[] =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  )

/** A place's code as people type it, in the capitals that it is known by: `US-CA` of ` us-ca`. */
export const placeCode = (typed: string): string => typed.trim().toUpperCase()

/** True for a code that is assigned to a country. */
export const isCountry = (code: string): boolean => countryCodes.includes(code)

const names = new Map<string, Intl.DisplayNames>()

/** Kept, as making it takes longer than all that a page asks of it. */
function namesIn(locale: string): Intl.DisplayNames {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' })
  names.set(locale, known)
  return known
}

/** The country's name in a language, or the code itself where it names none. */
export const countryName = (code: string, locale = 'en'): string =>
  countryCodes.includes(code) ? (namesIn(locale).of(code) ?? code) : code

/** Countries that are offered first while the settings name no others. */
export const usualCountries: readonly string[] = ['US', 'GB', 'CA', 'DE', 'FR', 'IN', 'AU']

interface Countries {
  label: string
  choices: readonly { value: string; label: string }[]
}

/** Every country once: those that are chosen most first, in the order given, then the others by name. */
export function countryGroups(usual: readonly string[], locale = 'en'): readonly Countries[] {
  const all = countryChoices(locale)
  const first = [...new Set(usual)].flatMap(code => all.find(({ value }) => value === code) ?? [])
  if (first.length === 0) return [{ label: 'All countries', choices: all }]
  const others = all.filter(({ value }) => !usual.includes(value))
  return [
    { label: 'Chosen most', choices: first },
    { label: 'All other countries', choices: others },
  ]
}

const made = new Map<string, readonly { value: string; label: string }[]>()

/** Every country, in the language's own order of names. */
export function countryChoices(locale = 'en'): readonly { value: string; label: string }[] {
  const known = made.get(locale)
  if (known) return known
  const { compare } = new Intl.Collator(locale)
  const choices = countryCodes
    .map(code => ({ value: code, label: countryName(code, locale) }))
    .sort((a, b) => compare(a.label, b.label))
  made.set(locale, choices)
  return choices
}
