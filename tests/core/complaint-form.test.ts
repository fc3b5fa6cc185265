import { describe, expect, it } from 'vitest'
import {
  complaintNumber,
  complaintProblems,
  complaintTopics,
  LONGEST_COMPLAINT,
  topicWords,
} from '@/lib/core/off-channel/complaint'
import { progressOf } from '@/lib/core/off-channel/due'

const typed = {
  email: 'kim@people.example',
  about: 'marketing',
  words: 'You mail me every day.',
  country: '',
  region: '',
}

describe('a complaint from the public form', () => {
  it('takes an address, a topic and words, and nothing else', () => {
    expect(complaintProblems(typed)).toEqual({})
    for (const about of complaintTopics) expect(complaintProblems({ ...typed, about })).toEqual({})
    expect(Object.keys(topicWords)).toEqual([...complaintTopics])
  })
  it('says beside each field what is wrong with it', () => {
    expect(complaintProblems({ ...typed, email: 'kim', about: 'weather', words: '  ' })).toEqual({
      email: 'Enter one email address, like name@example.com. There is no @ in it.',
      about: 'Choose what it is about.',
      words: 'Tell us what happened.',
    })
  })
  it('may say where the person lives, and says what is wrong with that, too', () => {
    const from = (country: string, region: string) => complaintProblems({ ...typed, country, region })
    for (const [country, region] of [
      ['DE', ''],
      ['US', 'US-VA'],
      ['', 'CA-QC'],
    ] as const)
      expect(from(country, region)).toEqual({})
    expect(from('Atlantis', '')).toEqual({ country: 'Choose a country from the list.' })
    expect(from('DE', 'US-VA')).toEqual({ region: 'That region is in another country.' })
  })
  it('may be a long letter; what is longer is given back', () => {
    expect(complaintProblems({ ...typed, words: 'x'.repeat(LONGEST_COMPLAINT) })).toEqual({})
    expect(complaintProblems({ ...typed, words: 'x'.repeat(LONGEST_COMPLAINT + 1) })).toEqual({
      words: 'Use at most 10,000 characters.',
    })
  })
  it('has a number that people can quote', () => {
    expect(complaintNumber('1a2b3c4d-0000-4000-8000-000000000000')).toBe('C-1A2B3C4D')
  })
  it('is heard of again at half of the time', () => {
    expect(progressOf(new Date('2026-06-01T12:00Z'), new Date('2026-07-01T12:00Z'))).toEqual(
      new Date('2026-06-16T12:00Z'),
    )
  })
})
