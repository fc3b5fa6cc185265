import { reviewOf } from '../current'
import type { Requirement } from '../request-types/request-type'
import { reviewNeeded } from '../verification/needed'

export const securityReview: Requirement = {
  key: 'security-review',
  title: 'Security review',
  isOpen: request => reviewNeeded(request) && reviewOf(request)?.result !== 'unblocked',
  waitingOn: request => (reviewOf(request) ? 'team' : 'support'),
}
