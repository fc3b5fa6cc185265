import { openHolds } from '../../request/current'
import type { Hold } from '../../request/hold'
import type { PrivacyRequest } from '../../request/request'
import type { Guide } from './guide'
import { decidedByPrivacy } from './privacy-decides'

/** The authority's hold has its own steps, because only validation ends it. */
const plainHolds = (request: PrivacyRequest): Hold[] =>
  openHolds(request).filter(hold => hold.reason !== 'authority' && !decidedByPrivacy.has(hold.reason))

export const held: Guide = {
  when: request => request.state !== 'closed' && plainHolds(request).length > 0,
  say: 'This request is on hold. It continues when the hold ends by its date, or when Privacy releases it.',
  why: 'Holds: nothing is deleted while a hold is open, and the legal clock keeps running.',
  steps: request =>
    plainHolds(request).map(({ id, reason }, _at, all) => ({
      command: 'release-hold',
      label: all.length > 1 ? `Release the hold (${reason.replaceAll('-', ' ')})` : 'Release the hold',
      preset: { hold: id },
    })),
}
