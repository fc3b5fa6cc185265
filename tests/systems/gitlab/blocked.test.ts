import { describe, expect, test } from 'vitest'
import { blockedReason, stateOf } from '@/lib/systems/gitlab/blocked'
import { userStates } from '@/lib/systems/gitlab/users'

const NOTE = 'Paid once.\nUser deleted own account on 2026-01-02 10:00:00 UTC\n'
const user = (state: (typeof userStates)[number], note: string | null, ...keys: string[]) => ({
  state,
  note,
  custom_attributes: keys.map(key => ({ key, value: '2026-01-02' })),
})

test('every state of GitLab is a state of the checks', () => {
  expect(userStates.map(state => [state, stateOf({ state })])).toEqual([
    ['active', 'active'],
    ['blocked', 'blocked'],
    ['ldap_blocked', 'blocked'],
    ['deactivated', 'deactivated'],
    ['banned', 'banned'],
    ['blocked_pending_approval', 'blocked'],
  ])
})

describe('why an account is blocked', () => {
  test.each([
    ['the attribute of an own deletion', user('blocked', null, 'deleted_own_account_at'), 'self_deletion'],
    ['it counts for a ban, too', user('banned', null, 'deleted_own_account_at'), 'self_deletion'],
    ['the line in the note', user('blocked', NOTE), 'self_deletion'],
    ['the words in the middle of a line', user('blocked', `Robin says: ${NOTE.split('\n')[1]}`), 'other'],
    [
      'an own deletion that was cancelled, and blocked since',
      user('blocked', NOTE, 'skipped_account_deletion_at'),
      'other',
    ],
    ['unblocked after an own deletion', user('active', NOTE, 'skipped_account_deletion_at'), null],
    ['a ban', user('banned', null), 'abuse'],
    ['blocked by an automatic ban', user('blocked', null, 'auto_banned_by_abuse_report'), 'abuse'],
    ['a sign-up that waits', user('blocked_pending_approval', null), 'other'],
    ['blocked by the directory of the company', user('ldap_blocked', null), 'other'],
    ['deactivated for resting', user('deactivated', NOTE), null],
  ])('%s', (_, seen, reason) => {
    expect(blockedReason(seen)).toBe(reason)
  })
})
