import { reviewOf } from '../current'
import type { Requirement } from '../request-types/request-type'
import { reviewNeeded } from '../verification/needed'

export const securityReview: Requirement = {
  key: 'security-review',
  title: 'Security review',
  settledBy: ['request-security-review', 'record-security-review'],
  windows: [],
  says: ['security-review-requested', 'security-review-complete', 'security-review-denied'],
  isOpen: request => reviewNeeded(request) && reviewOf(request)?.result !== 'unblocked',
  waitingOn: request => (reviewOf(request) ? 'team' : 'support'),
}
