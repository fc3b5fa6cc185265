import { describe, expect, test } from 'vitest'
import { groupsIn, readGroupRoles, roleOfGroups } from '@/lib/core/people/role-of-groups'

const pairs = [
  { group: 'admins', role: 'admin' },
  { group: 'privacy-team', role: 'privacy' },
  { group: 'support', role: 'support-engineer' },
] as const

describe('which group gives which role', () => {
  test.each([
    ['admins=admin,support=support-engineer', ['admins', 'support']],
    [' admins = admin , support = support-engineer ', ['admins', 'support']],
    [
      'CN=Privacy,OU=Groups,DC=corp=privacy,support=support-engineer',
      ['CN=Privacy,OU=Groups,DC=corp', 'support'],
    ],
    ['/habeas/privacy=privacy', ['/habeas/privacy']],
  ])('%s', (text, groups) => {
    expect(readGroupRoles(text)?.map(({ group }) => group)).toEqual(groups)
  })
  test.each(['admins', 'admins=boss', '=admin', 'admins=admin,support', 'admins=Admin'])(
    '%s is nothing that can be read',
    text => {
      expect(readGroupRoles(text)).toBeNull()
    },
  )
})

describe('the role of somebody', () => {
  test('is that of the first pair that matches, not of their first group', () => {
    expect(roleOfGroups(['support', 'privacy-team'], pairs)).toBe('privacy')
  })
  test('is none where no group is spelt exactly so', () => {
    for (const groups of [[], ['ADMINS'], ['admins-not'], [' admins'], ['admin']])
      expect(roleOfGroups(groups, pairs)).toBeNull()
  })
})

describe('the groups that a provider names', () => {
  test.each([
    [{ groups: ['a', 'b'] }, 'groups', ['a', 'b']],
    [{ groups: 'a' }, 'groups', ['a']],
    [{ groups: ['a', 7, null, { name: 'b' }] }, 'groups', ['a']],
    [{ groups: { a: true } }, 'groups', []],
    [{}, 'groups', []],
    [{ realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
    [{ 'https://corp.example/groups': ['a'] }, 'https://corp.example/groups', ['a']],
    [{}, 'constructor.name', []],
  ])('%o by %s are %o', (claims, claim, groups) => {
    expect(groupsIn(claims, claim)).toEqual(groups)
  })
})
