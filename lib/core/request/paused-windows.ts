import { openHolds } from './current'
import type { Hold } from './hold'
import type { PrivacyRequest } from './request'
import type { WindowReason } from './response-window'

/** While a hold is open, windows don't run out; but documents are awaited exactly because the authority's hold is open. */
export const pausesWindow = (hold: Hold, reason: WindowReason): boolean =>
  !(hold.reason === 'authority' && reason === 'documents')

export const isPaused = (request: PrivacyRequest, reason: WindowReason): boolean =>
  openHolds(request).some(hold => pausesWindow(hold, reason))
