import type { MessageKey } from '../handbook/messages/index'
import type { Actor } from '../people/actor'
import type { CommandName } from '../people/command-names'
import { authorityOf, verificationOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import { actsForLiving } from './acting'

/** Who acts, and the types for which four-eyes is on. */
export interface Eyes {
  actor: Actor
  rules: { fourEyes: readonly string[] }
}

/** On for the types that the organisation chose, and always where somebody acts for a person who is alive. */
const isOn = (request: PrivacyRequest, { rules }: Eyes): boolean =>
  rules.fourEyes.includes(request.type) || actsForLiving(request)

/**
 * Where four-eyes is on, nobody both validates and carries out for the same request. True when this actor validated: the
 * authority, or the answers to the questions.
 */
export function validatedBy(request: PrivacyRequest, eyes: Eyes): boolean {
  const { actor } = eyes
  if (actor.kind !== 'staff' || !isOn(request, eyes)) return false
  return authorityOf(request)?.decidedById === actor.id || verificationOf(request)?.judgedById === actor.id
}

/** True when this actor has carried out part of the work: ticked a step or resolved a task. */
export function carriedOutBy(request: PrivacyRequest, eyes: Eyes): boolean {
  const { actor } = eyes
  if (actor.kind !== 'staff' || !isOn(request, eyes)) return false
  return request.tasks.some(
    task => task.resolvedById === actor.id || task.steps.some(step => step.doneById === actor.id),
  )
}

const validating: ReadonlySet<string> = new Set<CommandName | MessageKey>([
  'validate-authority',
  'pass-verification',
])
const carryingOut: ReadonlySet<string> = new Set<CommandName | MessageKey>([
  'tick-step',
  'resolve',
  'project-export-complete',
])

/** True where this command, or the message that it sends, is the other half of what this actor has done already. */
export function takesOtherEyes(request: PrivacyRequest, act: string, eyes: Eyes): boolean {
  if (validating.has(act)) return carriedOutBy(request, eyes)
  return carryingOut.has(act) && validatedBy(request, eyes)
}
