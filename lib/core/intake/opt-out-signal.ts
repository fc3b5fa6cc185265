import type { RequestType } from '../handbook/request-types/request-type'

/** The form's field that keeps the opt-out of the browser's signal for the address. */
export const optOutField = 'keepOptOut'

/** True where the request itself is an opt-out, so that there is nothing more to keep. */
export const isOptOut = (type: Pick<RequestType, 'tasks'>): boolean =>
  type.tasks.some(task => task.suppresses === 'opt-out')

/**
 * True where a browser asks that its user's data be neither sold nor shared (Global Privacy Control, the header `Sec-GPC`;
 * CCPA regulations section 7025).
 * @param header its value; null where none was sent
 */
export const asksToOptOut = (header: string | null): boolean => header === '1'
