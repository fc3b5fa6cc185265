interface Frame {
  /** To the person who asked, who has a page for this. */
  requester: string
  /** To somebody who has the link in the mail and nothing else. */
  others: string
}

const english: Frame = {
  requester:
    'We don’t read replies to this mail. To answer or write to us, open your request: {{ page_link }}',
  others: 'We don’t read replies to this mail. Please use the link above.',
}

const frames: Readonly<Record<string, Frame>> = { en: english }

/**
 * What stands below every mail to a person, so that nobody answers where nobody reads: in the language asked for (BCP 47), else
 * in English.
 */
export const findFrame = (language: string): Frame =>
  frames[language.toLowerCase().split('-')[0] ?? 'en'] ?? english
