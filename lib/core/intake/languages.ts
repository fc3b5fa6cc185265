import Negotiator from 'negotiator'

/** Languages in which the organisation may word its messages, by BCP 47 tag, with their English names. */
export const languages = {
  en: 'English',
  ar: 'Arabic',
  zh: 'Chinese',
  cs: 'Czech',
  da: 'Danish',
  nl: 'Dutch',
  fi: 'Finnish',
  fr: 'French',
  de: 'German',
  he: 'Hebrew',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nb: 'Norwegian',
  pl: 'Polish',
  pt: 'Portuguese',
  ru: 'Russian',
  es: 'Spanish',
  sv: 'Swedish',
  tr: 'Turkish',
  uk: 'Ukrainian',
} as const
export type Language = keyof typeof languages
export const languageTags = Object.keys(languages).filter(isLanguage)

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag)
}

const primaryOf = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''

/** The language of a tag such as `de-AT`, or English where we don't have it. */
export function languageOf(tag: string): Language {
  const primary = primaryOf(tag)
  return isLanguage(primary) ? primary : 'en'
}

/**
 * The language of an `Accept-Language` header (RFC 9110, 12.5.4) that the person prefers among ours: by weight, then by
 * order; English where none of theirs is among them, and for `*`.
 * @param header null where none was sent
 */
export function preferredLanguage(header: string | null): Language {
  const wanted = new Negotiator({ headers: { 'accept-language': header ?? '' } }).languages()
  return wanted.map(primaryOf).find(isLanguage) ?? 'en'
}
