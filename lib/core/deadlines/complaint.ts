import type { PrivacyRequest } from '../request/request'
import { standsIn } from './law-basis'
import { heardUnder } from './law-for'
import { ruleParts } from './law-versions'
import { laws } from './laws/index'

/**
 * Who hears a complaint about this request, as the end of "you can complain to …": by the law that it is answered under, or by
 * those of the country whose region isn't known; where the law only stands in otherwise, and under the organisation's default
 * law, in the organisation's own words.
 */
export function complaintTo(
  { dueRule, lawBasis }: Pick<PrivacyRequest, 'dueRule' | 'lawBasis'>,
  defaultLaw: string,
  own: string,
): string {
  const { id } = ruleParts(dueRule)
  const heard = heardUnder(id)
  if (heard) return heard
  const law = laws.find(law => law.id === id)
  return law && law.id !== defaultLaw && !standsIn(lawBasis) ? law.complaint : own
}
