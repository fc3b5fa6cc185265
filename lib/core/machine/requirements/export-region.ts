import { accountOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Requirement } from './requirement'

/** Countries of which only some regions are embargoed: the region must be asked for, not passed. */
export const countriesByRegion: readonly string[] = ['UA']

/** The country on the request has regions that are embargoed, and the person's isn't known. */
export const needsRegion = ({ country, region }: Pick<PrivacyRequest, 'country' | 'region'>): boolean =>
  Boolean(country && countriesByRegion.includes(country) && !region)

/** The account is in another country or region than the request says, and nobody has asked the person yet. */
export function isContradicted(request: PrivacyRequest): boolean {
  const account = accountOf(request)
  const differs = (known: string | null | undefined, given: string | null): boolean =>
    Boolean(known && given && known.trim().toUpperCase() !== given)
  return (
    !request.placeConfirmedAt &&
    (differs(account?.country, request.country) || differs(account?.region, request.region))
  )
}

/** Where an export goes must be asked for, not guessed: the country, and the region where only some are embargoed. */
export const exportRegion: Requirement = {
  key: 'export-region',
  title: 'Where the person lives',
  settledBy: ['record-region'],
  windows: [],
  says: [],
  isOpen: request => needsRegion(request) || isContradicted(request),
  waitingOn: () => 'support',
}
