import { openHolds } from './current'
import type { Request, WindowReason } from './request'

/** While a hold is open, windows don't run out; but documents are awaited exactly because the authority's hold is open. */
export const standsStill = (request: Request, reason: WindowReason): boolean =>
  openHolds(request).some(hold => !(hold.reason === 'authority' && reason === 'documents'))
