import { requestTypes } from '../../handbook/request-types/index'
import type { RequestType, RequirementKey } from '../../handbook/request-types/request-type'
import type { PrivacyRequest } from '../../request/request'
import { authority } from './authority'
import { exportRegion } from './export-region'
import { ownerPermission } from './owner-permission'
import type { Requirement } from './requirement'
import { securityReview } from './security-review'
import { selfServe } from './self-serve'
import { verificationQuestions } from './verification-questions'

const requirements: Readonly<Record<RequirementKey, Requirement>> = {
  authority,
  'verification-questions': verificationQuestions,
  'owner-permission': ownerPermission,
  'security-review': securityReview,
  'export-region': exportRegion,
  'self-serve': selfServe,
}

/** What a type asks for before its work begins, in the order in which it must be met. */
export const requirementsOf = (type: RequestType): readonly Requirement[] =>
  type.requirements.map(key => requirements[key])

/** The requirement that has to be met next, or undefined. */
export function currentRequirement(request: PrivacyRequest): Requirement | undefined {
  const type = requestTypes.get(request.type)
  return type && requirementsOf(type).find(requirement => requirement.isOpen(request))
}
