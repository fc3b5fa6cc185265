import { describe, expect, test } from 'vitest'
import { intakeSchema } from '@/lib/core/intake/intake'
import { countryGroups } from '@/lib/core/request/countries'

const robin = { email: 'robin@people.example', username: 'robin' }
/** The fields that something is wrong with. */
const wrong = (input: object) => {
  const parsed = intakeSchema.safeParse({ ...robin, ...input })
  return parsed.success ? [] : parsed.error.issues.map(issue => issue.path.join('.'))
}

describe('what a type needs', () => {
  test.each([
    ['individual-deletion', { username: undefined }, ['username']],
    ['enterprise-deletion', { username: '' }, ['username']],
    ['portal-deletion', { username: undefined }, []],
    ['marketing-deletion', { username: undefined }, []],
    ['data-access', { username: undefined }, ['username']],
    ['data-export', { username: undefined }, ['username', 'country']],
    ['deceased-deletion', {}, ['relationship']],
    ['deceased-deletion', { relationship: 'designated-account-manager' }, ['relationship']],
    ['deceased-deletion', { relationship: 'authorized-agent' }, []],
    ['forum-deletion', { username: undefined }, ['forumProfile', 'forumUsername']],
    ['rectification', {}, ['whatIsWrong', 'whatIsRight']],
    ['rectification', { whatIsWrong: 'Robyn', whatIsRight: 'Robin' }, []],
    ['rectification', { details: 'My name is Robin, not Robyn' }, []],
    ['rectification', { username: undefined, details: 'My name is Robin' }, ['username']],
    ['objection', { username: undefined }, ['details']],
    ['objection', { username: undefined, details: 'The ranking of my projects' }, []],
    ['marketing-opt-out', { username: undefined }, []],
    ['marketing-opt-out', { keepOptOut: 'perhaps' }, ['keepOptOut']],
    ['no-such-type', {}, ['type']],
  ])('%s %o: %o', (type, input, fields) => {
    expect(wrong({ type, ...input }).sort()).toEqual([...fields].sort())
  })
  test('email always', () => {
    expect(wrong({ type: 'portal-deletion', email: undefined })).toEqual(['email'])
  })
})

describe('a place, as people write it', () => {
  const read = (place: object) => intakeSchema.safeParse({ ...robin, type: 'individual-deletion', ...place })
  test.each([
    [
      { country: 'us', region: 'us-ca' },
      { country: 'US', region: 'US-CA' },
    ],
    [
      { country: ' Us ', region: ' US-ca' },
      { country: 'US', region: 'US-CA' },
    ],
    [{ region: 'ca-qc' }, { region: 'CA-QC' }],
    [{ country: 'de' }, { country: 'DE' }],
    [
      { country: 'HK', region: 'cn-hk' },
      { country: 'HK', region: 'CN-HK' },
    ],
    [
      { country: 'PR', region: 'US-PR' },
      { country: 'PR', region: 'US-PR' },
    ],
  ])('%o is %o', (typed, place) => {
    expect(read(typed).data).toMatchObject(place)
  })
  test.each([
    [{ country: 'DE', region: 'US-CA' }, 'That region is in another country.'],
    [{ country: 'GU', region: 'US-PR' }, 'That region is in another country.'],
    [{ country: 'US', region: 'US-ZZ' }, 'There is no such region.'],
    [{ region: 'ZZ-CA' }, 'There is no such region.'],
    [{ country: 'US', region: 'California' }, 'Use the region’s code, such as US-CA.'],
  ])('%o: %s', (typed, words) => {
    expect(read(typed).error?.issues[0]).toMatchObject({ path: ['region'], message: words })
  })
  test('is offered once, however often the settings name it', () => {
    const [first, others] = countryGroups(['US', 'DE', 'US'])
    expect(first?.choices.map(({ value }) => value)).toEqual(['US', 'DE'])
    expect(others?.choices.map(({ value }) => value)).not.toContain('US')
  })
})

describe('what can’t be', () => {
  test('another mailbox confirming what only the account’s own may', () => {
    const other = { requesterEmail: 'kim@family.example' }
    for (const type of ['individual-deletion', 'data-access', 'portal-deletion', 'enterprise-deletion'])
      expect(wrong({ type, ...other }), type).toEqual(['requesterEmail'])
    expect(wrong({ type: 'individual-deletion', requesterEmail: ' Robin@People.example' })).toEqual([])
    expect(wrong({ type: 'deceased-deletion', relationship: 'authorized-agent', ...other })).toEqual([])
  })
  test('a region of another country', () => {
    expect(wrong({ type: 'data-export', country: 'DE', region: 'US-CA' })).toEqual(['region'])
    expect(wrong({ type: 'data-export', country: 'UA', region: 'UA-43' })).toEqual([])
    expect(wrong({ type: 'individual-deletion', country: 'US', region: 'CA-QC' })).toEqual(['region'])
    expect(wrong({ type: 'individual-deletion', country: 'US', region: 'US-CA' })).toEqual([])
    expect(wrong({ type: 'individual-deletion', region: 'US-CA' })).toEqual([])
  })
  test('a region that there isn’t', () => {
    expect(wrong({ type: 'individual-deletion', country: 'US', region: 'US-ZZ' })).toEqual(['region'])
    expect(wrong({ type: 'individual-deletion', region: 'ZZ-A' })).toEqual(['region'])
    expect(wrong({ type: 'individual-deletion', country: 'DE', region: 'DE-BE' })).toEqual([])
  })
  test.each(['ZZ', 'UK', 'D', 'Germany'])('a country of no code: %s', country => {
    expect(wrong({ type: 'portal-deletion', country })).toEqual(['country'])
  })
  test.each(['2026-02-30T10:00:00Z', '2026-01-01', 'yesterday', '2026-01-01T10:00:00'])(
    'a time that doesn’t exist or has no offset: %s',
    receivedAt => {
      expect(wrong({ type: 'portal-deletion', receivedAt })).toEqual(['receivedAt'])
    },
  )
  test('a link that is no page', () => {
    const forum = { type: 'forum-deletion', forumUsername: 'robin' }
    expect(wrong({ ...forum, forumProfile: 'javascript:alert(1)' })).toEqual(['forumProfile'])
    expect(wrong({ ...forum, forumProfile: 'https://forum.example/u/robin' })).toEqual([])
  })
  test.each(['\n', '\r\nBcc: x@evil.example', '\t', '\u2028'])('a name of two lines: Robin%j', more => {
    for (const field of ['name', 'forumUsername', 'timeZone', 'username'])
      expect(wrong({ type: 'portal-deletion', [field]: `Robin${more}Roe` }), field).toEqual([field])
    expect(wrong({ type: 'portal-deletion', name: 'Robin Roe\n' })).toEqual([])
    expect(wrong({ type: 'portal-deletion', details: `Robin${more}Roe` })).toEqual([])
  })
  test('a field that nobody knows', () => {
    expect(intakeSchema.safeParse({ ...robin, type: 'portal-deletion', role: 'admin' }).success).toBe(false)
  })
})
