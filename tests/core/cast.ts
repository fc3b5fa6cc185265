import type { AccountFacts } from '@/lib/core/account/checks'
import type { RequesterActor } from '@/lib/core/people/actor'
import { requesterActor } from '@/lib/core/people/make-actor'
import { defaultRiskPolicy, type RiskPolicy } from '@/lib/core/risk/policy'
import type { RatingLevel } from '@/lib/core/risk/rating'
import { staffOf } from '@/tests/factories/staff'

/** Support engineer. */
export const sam = staffOf('support-engineer', 'sam')
/** Support Readiness, who works in Zendesk. */
export const rosa = staffOf('support-readiness', 'rosa')
/** Console engineer, who works in the Customers Portal. */
export const carl = staffOf('console-engineer', 'carl')
/** Privacy. */
export const priya = staffOf('privacy', 'priya')
/** Forum admin. */
export const finn = staffOf('forum-admin', 'finn')
/** Admin over settings. */
export const ada = staffOf('admin', 'ada')

/** The person who opened the mailed link: Robin, unless somebody else reads Robin's mail. */
export const requester = (requestId: string): RequesterActor => requesterActor(requestId)

/** The account of Robin, the data subject: quiet, with one group of its own that only it owns. */
export const robin: AccountFacts = {
  accountId: 'account-robin',
  email: 'robin@people.example',
  username: 'robin',
  enterprise: false,
  accountState: 'active',
  blockedReason: null,
  privateProjects: 0,
  soleOwnedGroups: 1,
  plan: 'free',
  subscriptionEndsOn: null,
  twoFactor: false,
  createdOn: '2020-01-15',
  lastActiveOn: '2026-05-01',
  country: 'NL',
  region: null,
}

/** A policy that gives every account this rating. */
export const policyRating = (level: RatingLevel): RiskPolicy => ({
  ...defaultRiskPolicy,
  signals: {
    ...Object.fromEntries(Object.keys(defaultRiskPolicy.signals).map(key => [key, { points: 0 }])),
    'no-two-factor': { points: { low: 0, medium: 30, high: 60 }[level] },
  },
})
