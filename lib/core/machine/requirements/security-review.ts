import { reviewNeeded } from '../../derived/verification/needed'
import { reviewOf } from '../../request/current'
import type { Requirement } from './requirement'

export const securityReview: Requirement = {
  key: 'security-review',
  title: 'Security review',
  settledBy: ['request-security-review', 'record-security-review'],
  windows: [],
  says: ['security-review-requested', 'security-review-complete', 'security-review-denied'],
  isOpen: request => reviewNeeded(request) && reviewOf(request)?.result !== 'unblocked',
  waitingOn: request => (reviewOf(request) ? 'team' : 'support'),
}
