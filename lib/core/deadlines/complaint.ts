import type { PrivacyRequest } from '../request/request'
import { ruleParts } from './law-versions'
import { laws } from './laws/index'

/**
 * Who hears a complaint about this request, as the end of "you can complain to …": by the law that it is answered under; under
 * the organisation's default law, which also covers jurisdictions that we don't know, in the organisation's own words.
 */
export function complaintTo(
  { dueRule }: Pick<PrivacyRequest, 'dueRule'>,
  defaultLaw: string,
  own: string,
): string {
  const law = laws.find(law => law.id === ruleParts(dueRule).id)
  return law && law.id !== defaultLaw ? law.complaint : own
}
