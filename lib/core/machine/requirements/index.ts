import { possibleRequirements, requirementKeysOf } from '../../derived/acting'
import { requestTypes } from '../../handbook/request-types/index'
import type { RequestType, RequirementKey } from '../../handbook/request-types/request-type'
import type { PrivacyRequest } from '../../request/request'
import { authority } from './authority'
import { exportRegion } from './export-region'
import { ownerPermission } from './owner-permission'
import type { Requirement } from './requirement'
import { securityReview } from './security-review'
import { selfServe } from './self-serve'
import { subjectConfirmation } from './subject-confirmation'
import { verificationQuestions } from './verification-questions'

const byKey: Readonly<Record<RequirementKey, Requirement>> = {
  'verification-questions': verificationQuestions,
  'owner-permission': ownerPermission,
  'security-review': securityReview,
  'export-region': exportRegion,
  'self-serve': selfServe,
  authority,
  'subject-confirmation': subjectConfirmation,
}

/** Every requirement, in the order in which the person's page asks. */
export const requirements: readonly Requirement[] = Object.values(byKey)

/** What must be settled before the work of this request begins, in the order in which it must be met. */
export const requirementsOf = (request: Pick<PrivacyRequest, 'type' | 'actingAs'>): readonly Requirement[] =>
  requirementKeysOf(request).map(key => byKey[key])

/** What may have to be settled for a request of this type, no matter who asks. */
export const possibleRequirementsOf = (type: RequestType): readonly Requirement[] =>
  possibleRequirements(type).map(key => byKey[key])

/** The requirement that has to be met next, or undefined. */
export const currentRequirement = (request: PrivacyRequest): Requirement | undefined =>
  requestTypes.has(request.type)
    ? requirementsOf(request).find(requirement => requirement.isOpen(request))
    : undefined
