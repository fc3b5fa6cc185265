import type { z } from 'zod'
import { visibleInput } from '../account/invisible'
import type { Reason } from '../derived/reasons'
import type { Actor } from '../people/actor'
import { mayRun } from '../people/permissions'
import type { PrivacyRequest } from '../request/request'
import type { Task } from '../request/task'
import type { RequestCommand, TaskCommand } from './command'
import { wordComesFirst } from './conversation/word-comes-first'
import type { Context, Decision } from './decision'

/** A command as somebody calls it, on a request or on one of its tasks. */
export interface Call {
  command: RequestCommand | TaskCommand
  request: PrivacyRequest
  /** Where the command is a task's; without it there is no such task. */
  task?: Task | undefined
  actor: Actor
  input: unknown
}

export type Admission =
  | { ok: false; reason: Reason; wrong?: z.ZodError }
  | {
      ok: true
      /** The command wants the account looked up first; without that, `decide` can't know the result. */
      wantsLookUp: boolean
      decide(context: Context): Decision
    }

/**
 * The checks before a command decides, in a fixed order: task, permission, content, input, state.
 * The door and the dry run both use this, so that they can't differ.
 * @returns the decision as a function of the context, or the first thing that is in the way
 */
export function admit({ command, request, task, actor, input }: Call): Admission {
  if (command.on === 'task' && !task) return { ok: false, reason: 'no-such-task' }
  if (!mayRun(actor, command.who, task)) return { ok: false, reason: 'not-allowed' }
  if (request.contentErasedAt) return { ok: false, reason: 'illegal-state' }
  const parsed = command.input.safeParse(visibleInput(input))
  if (!parsed.success) return { ok: false, reason: 'invalid-input', wrong: parsed.error }
  if (!command.from.includes(request.state)) return { ok: false, reason: 'illegal-state' }
  const wantsLookUp = command.wantsFreshChecks?.(request, parsed.data, task) ?? false
  const decided = (decision: Decision) => wordComesFirst(request, decision, actor)
  if (command.on === 'request')
    return {
      ok: true,
      wantsLookUp,
      decide: context => decided(command.decide(request, parsed.data, context)),
    }
  if (!task) return { ok: false, reason: 'no-such-task' }
  return {
    ok: true,
    wantsLookUp,
    decide: context => decided(command.decide(request, task, parsed.data, context)),
  }
}
