import { type PrivacyRequest, privacyRequest } from '@/lib/core/request/request'

/**
 * A row of the database, with its parts, as the core's aggregate.
 * @throws for a row whose shape the core doesn't know
 */
export const toRequest = (row: unknown): PrivacyRequest => privacyRequest.parse(row)
