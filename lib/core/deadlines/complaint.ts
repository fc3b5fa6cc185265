import type { PrivacyRequest } from '../request/request'
import { standsIn } from './law-basis'
import { ruleParts } from './law-versions'
import { laws } from './laws/index'

/**
 * Who hears a complaint about this request, as the end of "you can complain to …": by the law that it is answered under; where
 * that only stands in, and under the organisation's default law, in the organisation's own words.
 */
export function complaintTo(
  { dueRule, lawBasis }: Pick<PrivacyRequest, 'dueRule' | 'lawBasis'>,
  defaultLaw: string,
  own: string,
): string {
  const law = laws.find(law => law.id === ruleParts(dueRule).id)
  return law && law.id !== defaultLaw && !standsIn(lawBasis) ? law.complaint : own
}
