import { requestCommands, taskCommands } from '../commands/index'
import type { Reason } from '../derived/reasons'
import { admit } from '../machine/admit'
import type { Context, Decision, Refusal } from '../machine/decision'
import type { PrivacyRequest } from '../request/request'
import { sampleAnswers } from './sample-answers'

/** An act that a page can offer: a command, its task, and the part of its input that is decided already. */
export interface Act {
  command: string
  preset?: Readonly<Record<string, string | boolean>> | undefined
  taskId?: string | undefined
}

/** What would become of an act if it were done now. */
export type DryRun =
  | { would: 'succeed' }
  | { would: 'be-refused'; refusal: Refusal }
  /** Nobody can know before the account is looked up, or before the answers are typed. */
  | { would: 'depend'; on: 'look-up' | 'answers' }

/**
 * Asks the command itself, as the door would, and changes nothing. The form's fields count as filled in; no account is looked up.
 * @param context as the door's, of the actor to whom the act is offered
 */
export function dryRun(act: Act, request: PrivacyRequest, context: Context): DryRun {
  const { decision, answers, wantsLookUp } = decided(act, request, context)
  if (decision.ok) return { would: 'succeed' }
  if (wantsLookUp && decision.reason === 'directory-unreachable') return { would: 'depend', on: 'look-up' }
  const asked = Object.keys(answers).filter(field => act.preset?.[field] === undefined)
  if (asked.includes(decision.detail ?? '')) return { would: 'depend', on: 'answers' }
  return { would: 'be-refused', refusal: decision }
}

interface Decided {
  decision: Decision
  /** What was given to the form's fields. */
  answers: Readonly<Record<string, unknown>>
  wantsLookUp: boolean
}

function decided(act: Act, request: PrivacyRequest, context: Context): Decided {
  const refused = (reason: Reason, answers = {}): Decided => ({
    decision: { ok: false, reason },
    answers,
    wantsLookUp: false,
  })
  const command = (act.taskId ? taskCommands : requestCommands).get(act.command)
  if (!command) return refused('not-found')
  const task = request.tasks.find(task => task.id === act.taskId)
  const answers = sampleAnswers(act.command, request, task)
  const input = { ...answers, ...act.preset }
  const admitted = admit({ command, request, task, actor: context.actor, input })
  if (!admitted.ok) return refused(admitted.reason)
  return { decision: admitted.decide(unsaved(context)), answers, wantsLookUp: admitted.wantsLookUp }
}

/** The request as an act would leave it, where its last message would decline what the person asked for; null otherwise. */
export function wouldDecline(act: Act, request: PrivacyRequest, context: Context): PrivacyRequest | null {
  const { decision } = decided(act, request, context)
  if (!decision.ok) return null
  return decision.effects.some(effect => effect.kind === 'message' && effect.declines) ? decision.next : null
}

/** What a command would decide on what somebody has typed, without a look-up; nothing is changed. */
export function wouldDecide(
  { command: name, input }: { command: string; input: unknown },
  request: PrivacyRequest,
  context: Context,
): Decision {
  const command = requestCommands.get(name)
  if (!command) return { ok: false, reason: 'not-found' }
  const admitted = admit({ command, request, actor: context.actor, input })
  if (admitted.ok) return admitted.decide(unsaved(context))
  const field = admitted.wrong?.issues[0]?.path[0]
  return { ok: false, reason: admitted.reason, ...(field !== undefined && { detail: String(field) }) }
}

/** Why an act would be refused as things are now; null where it would succeed or nobody can know yet. */
export function wouldRefuse(act: Act, request: PrivacyRequest, context: Context): Reason | null {
  const run = dryRun(act, request, context)
  return run.would === 'be-refused' ? run.refusal.reason : null
}

/** A dry run makes throw-away ids, and ignores a look-up made for another act. */
function unsaved({ lookUp: _lookUp, ...context }: Context): Context {
  let ids = 0
  return { ...context, newId: () => `dry-run-${++ids}` }
}
