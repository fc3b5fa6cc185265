import type { AccountFacts } from '@/lib/core/account/checks'
import type { UserDetail } from './users'

/** GitLab's states as the checks know them; a sign-up that waits for approval can't sign in, so it counts as blocked. */
export const stateOf = (user: Pick<UserDetail, 'state'>): AccountFacts['accountState'] => {
  const { state } = user
  return state === 'ldap_blocked' || state === 'blocked_pending_approval' ? 'blocked' : state
}

export const isBlocked = (user: Pick<UserDetail, 'state'>): boolean =>
  ['blocked', 'banned'].includes(stateOf(user))

const OWN_DELETION_NOTE = 'User deleted own account on'

/**
 * Why an account is blocked. People who delete their own account leave an attribute and a line in the note; when an admin
 * unblocks them, the attribute becomes `skipped_account_deletion_at` and the line stays, so it says nothing any more.
 */
export function blockedReason(
  user: Pick<UserDetail, 'state' | 'note' | 'custom_attributes'>,
): AccountFacts['blockedReason'] {
  if (!isBlocked(user)) return null
  const attributes = (user.custom_attributes ?? []).map(({ key }) => key)
  if (attributes.includes('deleted_own_account_at')) return 'self_deletion'
  const wasSkipped = attributes.includes('skipped_account_deletion_at')
  const hasNote = (user.note ?? '').split('\n').some(line => line.trimStart().startsWith(OWN_DELETION_NOTE))
  if (hasNote && !wasSkipped) return 'self_deletion'
  const wasBanned = attributes.some(key => key.startsWith('auto_banned') || key.startsWith('banned_'))
  return user.state === 'banned' || wasBanned ? 'abuse' : 'other'
}
