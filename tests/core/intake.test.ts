import { describe, expect, test } from 'vitest'
import { intakeSchema } from '@/lib/core/intake/intake'

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
  test.each(['ZZ', 'UK', 'de', 'Germany'])('a country of no code: %s', country => {
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
