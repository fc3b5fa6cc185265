import type { MessageKey } from '../handbook/messages/index'
import type { Actor, StaffActor } from '../people/actor'
import type { CommandName } from '../people/command-names'
import { authorityOf, verificationOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import { actsForLiving } from './acting'

/** Who acts, and the types for which four-eyes is on. */
export interface Eyes {
  actor: Actor
  /** Every id under which the same person acts: their own and those of their tokens. Without it, the actor's alone. */
  samePerson?: readonly string[]
  rules: { fourEyes: readonly string[] }
}

/** On for the types that the organisation chose, and always where somebody acts for a person who is alive. */
const isOn = (request: PrivacyRequest, { rules }: Eyes): boolean =>
  rules.fourEyes.includes(request.type) || actsForLiving(request)

/** Whether an act was this person's, however they acted: four eyes are two people, not two tokens. */
export const isTheirs = (
  id: string | null | undefined,
  actor: StaffActor,
  { samePerson = [] }: Pick<Eyes, 'samePerson'>,
): boolean => typeof id === 'string' && (id === actor.id || samePerson.includes(id))

/**
 * Where four-eyes is on, nobody both validates and carries out for the same request. True when this actor validated: the
 * authority, or the answers to the questions.
 */
export function validatedBy(request: PrivacyRequest, eyes: Eyes): boolean {
  const { actor } = eyes
  if (actor.kind !== 'staff' || !isOn(request, eyes)) return false
  return [authorityOf(request)?.decidedById, verificationOf(request)?.judgedById].some(id =>
    isTheirs(id, actor, eyes),
  )
}

/** True when this actor has carried out part of the work: did a step, had it done, or resolved a task. */
export function carriedOutBy(request: PrivacyRequest, eyes: Eyes): boolean {
  const { actor } = eyes
  if (actor.kind !== 'staff' || !isOn(request, eyes)) return false
  return request.tasks.some(
    task =>
      isTheirs(task.resolvedById, actor, eyes) ||
      task.steps.some(step => [step.doneById, step.run?.byId].some(id => isTheirs(id, actor, eyes))),
  )
}

const validating: ReadonlySet<string> = new Set<CommandName | MessageKey>([
  'validate-authority',
  'waive-verification',
  'pass-verification',
])
const carryingOut: ReadonlySet<string> = new Set<CommandName | MessageKey>([
  'tick-step',
  'do-step',
  'resolve',
  'project-export-complete',
])

/** True where this command, or the message that it sends, is the other half of what this actor has done already. */
export function takesOtherEyes(request: PrivacyRequest, act: string, eyes: Eyes): boolean {
  if (validating.has(act)) return carriedOutBy(request, eyes)
  return carryingOut.has(act) && validatedBy(request, eyes)
}
