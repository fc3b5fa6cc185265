import type { RequestType, RequirementKey } from '../handbook/request-types/request-type'
import { typeOf } from '../handbook/request-types/type-of'
import type { PrivacyRequest } from '../request/request'

type Asked = Pick<PrivacyRequest, 'type' | 'actingAs'>

/** Somebody acts for the person, who is alive. False where the type is the person's own to ask for. */
export const actsForLiving = (request: Asked): boolean =>
  request.actingAs !== 'self' && typeOf(request).mayBeActedFor === true

/** The person who asks is not the one whom it is about, who has died or for whom somebody acts. */
export const asksForAnother = (request: Asked): boolean =>
  typeOf(request).about === 'deceased' || actsForLiving(request)

const ofActing: readonly RequirementKey[] = ['authority', 'subject-confirmation']

/**
 * What must be settled before the work of this request begins, in order: what its type asks for, and first of all the
 * authority where somebody acts for the person.
 */
export const requirementKeysOf = (request: Asked): readonly RequirementKey[] =>
  actsForLiving(request) ? [...ofActing, ...typeOf(request).requirements] : typeOf(request).requirements

/** Every requirement that may arise on a request of this type, no matter who asks. */
export const possibleRequirements = (type: RequestType): readonly RequirementKey[] =>
  type.mayBeActedFor ? [...ofActing, ...type.requirements] : type.requirements

export const needsAuthority = (request: Asked): boolean => requirementKeysOf(request).includes('authority')

/** A child isn't asked whether a parent may act for it, nor can somebody who has died be asked. */
export const subjectMayBeAsked = (request: Asked): boolean =>
  actsForLiving(request) && request.actingAs !== 'parent'
