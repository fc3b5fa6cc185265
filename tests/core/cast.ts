import type { RequesterActor, Role, StaffActor } from '@/lib/core/actor'
import type { AccountFacts } from '@/lib/core/checks'
import { defaultRiskPolicy, type RiskPolicy } from '@/lib/core/risk/policy'
import type { RatingLevel } from '@/lib/core/risk/rating'

const staff = (id: string, role: Role): StaffActor => ({ kind: 'staff', id, role, via: 'browser' })

/** Support engineer. */
export const sam = staff('sam', 'support-engineer')
/** Support Readiness, who works in Zendesk. */
export const rosa = staff('rosa', 'support-readiness')
/** Console engineer, who works in the Customers Portal. */
export const carl = staff('carl', 'console-engineer')
/** Privacy. */
export const priya = staff('priya', 'privacy')
/** Forum admin. */
export const finn = staff('finn', 'forum-admin')
/** Admin over settings. */
export const ada = staff('ada', 'admin')

/** Whoever opened the mailed link; Robin, unless somebody else reads Robin's mail. */
export const requester = (requestId: string): RequesterActor => ({ kind: 'requester', requestId })

/** The account of Robin, the data subject: quiet, with two-factor on and nothing to lose. */
export const robin: AccountFacts = {
  accountId: 'account-robin',
  email: 'robin@people.example',
  username: 'robin',
  enterprise: false,
  accountState: 'active',
  blockedReason: null,
  privateProjects: 0,
  soleOwnedGroups: 0,
  plan: 'free',
  subscriptionEndsOn: null,
  twoFactor: false,
  createdOn: '2020-01-15',
  lastActiveOn: '2026-05-01',
  country: 'NL',
}

/** A policy by which every account has this rating, whatever else is known about it. */
export const policyRating = (level: RatingLevel): RiskPolicy => ({
  ...defaultRiskPolicy,
  signals: { 'no-two-factor': { points: { low: 0, medium: 30, high: 60 }[level] } },
})
