import { openHolds } from '../../request/current'
import type { HoldReason } from '../../request/hold'
import type { PrivacyRequest } from '../../request/request'
import type { Guide, NextStep } from './guide'

const decides = (reason: HoldReason, say: string, why: string): Guide => ({
  when: request => request.state !== 'closed' && held(request, reason).length > 0,
  say,
  why,
  steps: request => [
    ...held(request, reason).map(
      ({ id }): NextStep => ({ command: 'release-hold', label: 'Release the hold', preset: { hold: id } }),
    ),
    { command: 'close', label: 'Refuse the request', preset: { outcome: 'refused' }, who: ['privacy'] },
  ],
})

const held = (request: PrivacyRequest, reason: HoldReason) =>
  openHolds(request).filter(hold => hold.reason === reason)

/** Holds without an end date: what has happened, and what Privacy can do about it. */
export const privacyDecides: readonly Guide[] = [
  decides(
    'objection',
    'Somebody who reads the account’s own mailbox objects. Privacy reads the objection, then lets the request continue or refuses it.',
    'Objections: a living person’s account must not be deletable with forged papers; nothing is deleted before Privacy has decided.',
  ),
  decides(
    'account-changed',
    'The account is no longer what the checks found. Privacy finds out why, then lets the request continue or refuses it.',
    'Fresh checks: just before the first deletion the account is looked up again, and a difference stops it.',
  ),
  decides(
    'subscription-renewed',
    'The subscription was renewed while we waited for its end. Privacy decides before the answer is due.',
    'Subscription: renewed, so Privacy decides; the legal clock keeps running.',
  ),
]

/** Holds that have advice of their own, so that the common one leaves them out. */
export const decidedByPrivacy: ReadonlySet<HoldReason> = new Set([
  'objection',
  'account-changed',
  'subscription-renewed',
])
