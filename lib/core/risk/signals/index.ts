import { accountAge } from './account-age'
import { countryMismatch } from './country-mismatch'
import { disposableMail } from './disposable-mail'
import { failedVerification } from './failed-verification'
import { lastActivity } from './last-activity'
import { noTwoFactor } from './no-two-factor'
import { otherOpenRequests } from './other-open-requests'
import { paidPlan } from './paid-plan'
import { privateProjects } from './private-projects'
import type { Signal } from './signal'
import { soleOwnedGroups } from './sole-owned-groups'

/** Every risk signal under its key, in the order in which Details lists them. Each brings the points that it usually has. */
export const signalsByKey = {
  'private-projects': privateProjects,
  'paid-plan': paidPlan,
  'sole-owned-groups': soleOwnedGroups,
  'no-two-factor': noTwoFactor,
  'disposable-mail': disposableMail,
  'country-mismatch': countryMismatch,
  'account-age': accountAge,
  'last-activity': lastActivity,
  'other-open-requests': otherOpenRequests,
  'failed-verification': failedVerification,
} as const satisfies Readonly<Record<string, Signal>>

export const signals: readonly Signal[] = Object.values(signalsByKey)
