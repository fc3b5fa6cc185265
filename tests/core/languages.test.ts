import { expect, test } from 'vitest'
import { preferredLanguage } from '@/lib/core/intake/languages'

test.each([
  ['de', 'de'],
  ['DE-at', 'de'],
  ['de-AT', 'de'],
  ['zh-Hant-TW, en;q=0.5', 'zh'],
  ['de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7', 'de'],
  ['de;q=0.2, en;q=0.9', 'en'],
  ['en;q=0.2 , de ; q=0.9', 'de'],
  ['de;q=0.5, fr;q=0.5', 'de'],
  ['is, fr;q=0.4', 'fr'],
  ['de;q=0, fr;q=0.1', 'fr'],
  ['de;q=0', 'en'],
  ['*', 'en'],
  ['*, de;q=0.1', 'de'],
  ['*;q=0.5, de;q=0', 'en'],
  ['', 'en'],
  [null, 'en'],
  ['tlh', 'en'],
  ['constructor, __proto__', 'en'],
  ['de;q=much, fr', 'fr'],
  [',,;q=;;=,"', 'en'],
  ['\u0000\ud83d', 'en'],
  [`${'x,'.repeat(5000)}de`, 'de'],
])('%j asks for %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})
