import { differsByRegion } from '../../deadlines/law-for'
import { laws } from '../../deadlines/laws/index'
import { countryOf, placeInWords } from '../../deadlines/region-names'
import { typeOf } from '../../handbook/request-types/type-of'
import { accountOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import { placeSteps } from './export-guides'
import type { Guide } from './guide'

/** For somebody who has died, nobody is asked where they live. */
const asksPlace = (request: PrivacyRequest): boolean =>
  typeOf(request).fields.some(({ key }) => key === 'country')

/** The account's region, where it decides the law and the person named none; else null. */
function toldByAccount(request: PrivacyRequest): string | null {
  const { country, region, placeConfirmedAt } = request
  const there = accountOf(request)?.region?.trim().toUpperCase()
  if (!there || placeConfirmedAt || region || !asksPlace(request)) return null
  const fits = country === null || country === countryOf(there)
  return fits && differsByRegion(laws, countryOf(there)) ? there : null
}

/** The law goes by where the person lives; where they named no state or province, the account may know it. */
export const placeKnown: Guide = {
  when: request =>
    (request.state === 'verifying' || request.state === 'processing') && toldByAccount(request) !== null,
  say: request =>
    `The person named no state or province, which decides the law. The account is in ${placeInWords(toldByAccount(request) ?? '')}: ask, or record it.`,
  why: 'Deadlines: the law is that of the place where the person lives; a law that only stands in is the strictest.',
  steps: () => [...placeSteps],
}
