import { authorityOf, verificationOf } from './current'
import type { Context } from './decision'
import type { Request } from './request'

/**
 * Where four-eyes is on, nobody both validates and carries out for the same request. True when this actor validated: the
 * authority, or the answers to the questions.
 */
export function validatedBy(request: Request, { actor, rules }: Context): boolean {
  if (actor.kind !== 'staff' || !rules.fourEyes.includes(request.type)) return false
  return authorityOf(request)?.decidedById === actor.id || verificationOf(request)?.judgedById === actor.id
}

/** True when this actor has carried out part of the work: ticked a step or resolved a task. */
export function carriedOutBy(request: Request, { actor, rules }: Context): boolean {
  if (actor.kind !== 'staff' || !rules.fourEyes.includes(request.type)) return false
  return request.tasks.some(
    task => task.resolvedById === actor.id || task.steps.some(step => step.doneById === actor.id),
  )
}
