import { describe, expect, test } from 'vitest'
import { type Role, roles } from '@/lib/core/people/actor'
import { isWithin, raisesRights, rolesBeyond } from '@/lib/core/people/rank'

const teams: readonly Role[] = ['support-readiness', 'console-engineer', 'forum-admin']
const within: Readonly<Record<Role, readonly Role[]>> = {
  'support-engineer': ['support-engineer', ...teams],
  'support-readiness': ['support-readiness'],
  'console-engineer': ['console-engineer'],
  'forum-admin': ['forum-admin'],
  privacy: ['support-engineer', ...teams, 'privacy'],
  admin: ['admin'],
}

describe('what a role contains', () => {
  test.each(roles)('%s: itself, and teams that see less of what it sees', present => {
    expect(roles.filter(role => isWithin(role, present)).sort()).toEqual([...within[present]].sort())
    expect(rolesBeyond(present)).toEqual(roles.filter(role => !within[present].includes(role)))
  })
  test('carries over: what is within a role is within those that contain it', () => {
    for (const a of roles)
      for (const b of roles)
        for (const c of roles) if (isWithin(a, b) && isWithin(b, c)) expect(isWithin(a, c)).toBe(true)
  })
})

describe('a right that two have to give', () => {
  test('is every one of somebody who has none', () => {
    expect(roles.filter(role => !raisesRights(null, role))).toEqual([])
  })
  test('is no move to what one has, and every move between teams of one rank', () => {
    for (const role of roles) expect(raisesRights(role, role)).toBe(false)
    for (const from of teams) for (const to of teams) expect(raisesRights(from, to)).toBe(from !== to)
  })
  test('is an admin’s say, but for Privacy, who has it; and sight, for an admin', () => {
    expect(roles.filter(role => raisesRights(role, 'admin'))).toEqual(['support-engineer', ...teams])
    expect(roles.filter(role => raisesRights('admin', role))).toEqual(roles.filter(role => role !== 'admin'))
  })
})
