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

/** The language of a tag such as `de-AT`, or English where it is none of ours. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0] ?? ''
  return isLanguage(primary) ? primary : 'en'
}

/**
 * The first language of an `Accept-Language` header (RFC 9110, 12.5.4), as browsers order it.
 * @param header null where none was sent
 */
export const preferredLanguage = (header: string | null): Language =>
  languageOf(/^\s*([A-Za-z]{2,3})/.exec(header ?? '')?.[1] ?? 'en')
