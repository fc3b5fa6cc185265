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

const byKey: Readonly<Record<RequirementKey, Requirement>> = {
  'verification-questions': verificationQuestions,
  'owner-permission': ownerPermission,
  'security-review': securityReview,
  'export-region': exportRegion,
  'self-serve': selfServe,
  authority,
}

/** Every requirement, in the order in which the person's page asks. */
export const requirements: readonly Requirement[] = Object.values(byKey)

/** What a type asks for before its work begins, in the order in which it must be met. */
export const requirementsOf = (type: RequestType): readonly Requirement[] =>
  type.requirements.map(key => byKey[key])

/** The requirement that has to be met next, or undefined. */
export function currentRequirement(request: PrivacyRequest): Requirement | undefined {
  const type = requestTypes.get(request.type)
  return type && requirementsOf(type).find(requirement => requirement.isOpen(request))
}
