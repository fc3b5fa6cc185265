import type { PrivacyRequest } from '../../request/request'
import { requestTypes } from './index'
import type { RequestType } from './request-type'

/** @throws when a row names a type that this version doesn't know */
export function typeOf(request: Pick<PrivacyRequest, 'type'>): RequestType {
  const type = requestTypes.get(request.type)
  if (!type) throw new Error(`Unknown request type ${request.type}`)
  return type
}
