import { accountAge } from './account-age'
import { countryMismatch } from './country-mismatch'
import { disposableMail } from './disposable-mail'
import { lastActivity } from './last-activity'
import { noTwoFactor } from './no-two-factor'
import { otherOpenRequests } from './other-open-requests'
import { paidPlan } from './paid-plan'
import { privateProjects } from './private-projects'
import type { Signal } from './signal'
import { soleOwnedGroups } from './sole-owned-groups'

/** Every risk signal, in the order in which Details lists them. A new one is a file here and a key in the policy. */
export const signals: readonly Signal[] = [
  privateProjects,
  paidPlan,
  soleOwnedGroups,
  noTwoFactor,
  disposableMail,
  countryMismatch,
  accountAge,
  lastActivity,
  otherOpenRequests,
]
