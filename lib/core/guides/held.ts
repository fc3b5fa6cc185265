import { openHolds } from '../current'
import type { Guide } from '../request-types/request-type'

export const held: Guide = {
  // The authority's hold has steps of its own: nothing but its validation ends it.
  when: request => request.state !== 'closed' && openHolds(request).some(hold => hold.reason !== 'authority'),
  say: 'This request is on hold. It goes on when the hold ends by its date, or when Privacy releases it.',
  why: 'Holds: nothing is deleted while a hold is open, and the legal clock keeps running.',
  steps: request =>
    openHolds(request)
      .filter(hold => hold.reason !== 'authority')
      .map(({ id, reason }, _at, all) => ({
        command: 'release-hold',
        label: all.length > 1 ? `Release the hold (${reason.replaceAll('-', ' ')})` : 'Release the hold',
        preset: { hold: id },
      })),
}
