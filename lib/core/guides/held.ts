import { openHolds } from '../current'
import type { Guide } from '../request-types/request-type'

export const held: Guide = {
  when: request => request.state !== 'closed' && openHolds(request).length > 0,
  say: 'This request is on hold. It goes on when the hold ends by its date, or when Privacy releases it.',
  why: 'Holds: nothing is deleted while a hold is open, and the legal clock keeps running.',
  steps: () => [{ command: 'release-hold', label: 'Release the hold' }],
}
