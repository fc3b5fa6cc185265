import type { LookUp } from '@/lib/core/account/checks'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { isReason } from '@/lib/core/derived/reasons'
import { admit } from '@/lib/core/machine/admit'
import type { RequestCommand, TaskCommand } from '@/lib/core/machine/command'
import type { Accepted, Context, Decision, Refusal } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import { mayRun } from '@/lib/core/people/permissions'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { log } from '@/lib/log'
import { addToDataPlatformList } from '@/lib/store/accounts/data-platform-list'
import { findReplay } from '@/lib/store/audit/audit'
import { inTransaction, type Tx } from '@/lib/store/database/transaction'
import { loadRequest, lockRequest, maySee, readRequest, referenceOfTask } from '@/lib/store/request/requests'
import { saveRequest } from '@/lib/store/request/save-request'
import { refreshDuplicates } from '@/lib/store/request/siblings'
import { invalid } from '../answer/invalid'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { eraseEvents } from '../usage/erase'
import { tellWebhooks } from '../webhooks/tell'
import { assigneesExist } from './assignees'
import { contextFor, lookUpByUsername, lookUpFor } from './context'
import { applyEffects } from './effects'
import { recordChange } from './record-change'
import { resumeDeletions } from './resume-deletions'
import { assertStillActs } from './still-acts'
import { systemFor } from './system-for'

export interface RunOptions {
  /** Any stable string: a double click, a retry and a replay of the same id have one effect. */
  commandId: string
  /** The version that the caller saw; any other is a conflict. */
  version?: number | undefined
}
export type RunResult = Ran | DoorRefusal

export interface Ran {
  ok: true
  /** As it was when the command was decided; as it is now where an earlier answer is repeated. */
  before: PrivacyRequest
  request: PrivacyRequest
}

interface Call {
  actor: Actor
  reference: string
  command: RequestCommand | TaskCommand
  taskId?: string
  input: unknown
  options: RunOptions
}

/** Runs a command on a request: permission, replay, version, input, state, decision, then all of it in one transaction. */
export async function runRequestCommand(
  actor: Actor,
  reference: string,
  name: string,
  input: unknown,
  options: RunOptions,
): Promise<RunResult> {
  const command = requestCommands.get(name)
  if (!command || command.internal) return refusal('not-found')
  if (!mayRun(actor, command.who)) return denied(actor, command)
  return await run({ actor, reference, command, input, options })
}

/** Runs an internal command, for the door's own functions that have done its groundwork. The API can't reach it by name. */
export async function runInternalCommand(
  actor: Actor,
  reference: string,
  command: RequestCommand,
  input: unknown,
  options: RunOptions,
): Promise<RunResult> {
  if (!mayRun(actor, command.who)) return denied(actor, command)
  return await run({ actor, reference, command, input, options })
}

/** The same for a command on one of its tasks. */
export async function runTaskCommand(
  actor: Actor,
  taskId: string,
  name: string,
  input: unknown,
  options: RunOptions,
): Promise<RunResult> {
  const command = taskCommands.get(name)
  const reference = command ? await referenceOfTask(taskId) : null
  if (!command || !reference) return refusal('no-such-task')
  return await run({ actor, reference, command, taskId, input, options })
}

function denied(actor: Actor, command: RequestCommand | TaskCommand): DoorRefusal {
  const who = actor.kind === 'staff' ? { actorId: actor.id, role: actor.role } : { kind: actor.kind }
  log.warn({ ...who, command: command.name }, 'security: command denied')
  return refusal('not-allowed', { command })
}

async function run(call: Call): Promise<RunResult> {
  try {
    const looked = await lookAhead(call)
    return await inTransaction(tx => runLocked(tx, call, looked))
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

/** Asks the directory before the lock is taken, for commands after which something is destroyed or that need its answer. */
async function lookAhead({ actor, reference, command, taskId, input }: Call): Promise<LookUp | undefined> {
  if (!command.wantsFreshChecks) return undefined
  const request = await readRequest(actor, reference)
  const parsed = command.input.safeParse(input)
  if (!request || !parsed.success) return undefined
  const task = request.tasks.find(task => task.id === taskId)
  if (!command.wantsFreshChecks(request, parsed.data, task)) return undefined
  const by = command.looksUpBy?.(request, parsed.data)
  return by ? await lookUpByUsername(by.username) : await lookUpFor(request)
}

async function runLocked(tx: Tx, call: Call, looked: LookUp | undefined): Promise<RunResult> {
  const { actor, reference, command, taskId, options } = call
  const id = await lockRequest(tx, reference)
  const { same: samePerson } = await assertStillActs(tx, actor)
  const found = looked?.reached ? looked.facts.account?.accountId : undefined
  const request = id ? await loadRequest(tx, { id }, found) : null
  if (!request || !maySee(actor, request)) return refusal('not-found')
  const task = request.tasks.find(task => task.id === taskId)
  const admitted = admit({ command, request, task, actor, input: call.input })
  if (!admitted.ok && admitted.reason === 'not-allowed') return denied(actor, command)
  if (!admitted.ok && admitted.reason === 'no-such-task') return refusal('no-such-task')
  const earlier = await findReplay(options.commandId, tx)
  if (earlier) return replayed(earlier, request, command.name)
  if (options.version !== undefined && options.version !== request.version) return refusal('conflict')
  const tried = { command, input: call.input, request }
  if (!admitted.ok) return admitted.wrong ? invalid(admitted.wrong) : refusal(admitted.reason, tried)
  const context = { ...(await contextFor(tx, actor, looked)), samePerson }
  const decision = admitted.decide(context)
  const learned = decision.ok ? await workAhead(tx, call, request, decision) : null
  // Deciding changes nothing, so it can be done again with what that told, in the same transaction.
  return await commitDecision(
    tx,
    call,
    request,
    learned ? admitted.decide({ ...context, ...learned }) : decision,
    context,
  )
}

/** What a decision needs to have been done before it is saved, because it says what came of that; null where there is nothing. */
async function workAhead(
  tx: Tx,
  { command, taskId }: Call,
  request: PrivacyRequest,
  { effects }: Accepted,
): Promise<Partial<Context> | null> {
  const task = request.tasks.find(task => task.id === taskId)
  if (command.on === 'task' && task && command.erasesEvents?.(task))
    return { erasedEvents: await eraseEvents(tx, request.accountId) }
  const list = effects.find(effect => effect.kind === 'list-for-data-platform')
  return list ? { listVersion: await addToDataPlatformList(tx, request.id, list.addresses) } : null
}

/** Repeats the earlier answer to this id; refuses an id that was used for another command. */
function replayed(
  earlier: { scope: string; command: string; result: string },
  request: PrivacyRequest,
  command: string,
): RunResult {
  if (earlier.scope !== request.id || earlier.command !== command) return refusal('key-used')
  return isReason(earlier.result)
    ? refusal(earlier.result, { request })
    : { ok: true, before: request, request }
}

/** Saves the decision with its effects and its audit row. A refusal is saved only where the decision says so. */
async function commitDecision(
  tx: Tx,
  { actor, command, input, options }: Call,
  request: PrivacyRequest,
  decision: Decision,
  context: Context,
): Promise<RunResult> {
  const refused = ({ reason, detail }: Refusal) => refusal(reason, { command, input, request, detail })
  const accepted = decision.ok ? decision : decision.save
  if (!accepted) return decision.ok ? refusal('illegal-state') : refused(decision)
  if (!(await assigneesExist(tx, request, accepted.next)))
    return refusal('invalid-input', { detail: 'to', fields: { to: 'Nobody who works here has this id.' } })
  const { keepsVersion = false } = command
  const version = await saveRequest(tx, request, accepted.next, { keepsVersion })
  const { request: next, turned } = await refreshDuplicates(tx, request, { ...accepted.next, version })
  await applyEffects(tx, next, accepted.effects, context)
  await resumeDeletions(tx, request, next)
  await tellWebhooks(tx, request, next, context.now, turned)
  await recordChange(tx, {
    actor,
    command: command.name,
    scope: request.id,
    commandId: options.commandId,
    at: context.now,
    result: decision.ok ? 'done' : decision.reason,
    facts: accepted.facts,
  })
  for (const { command: name, facts } of accepted.seen)
    await recordChange(tx, {
      actor: systemFor.seenSteps,
      command: name,
      scope: request.id,
      at: context.now,
      facts,
    })
  return decision.ok ? { ok: true, before: request, request: next } : refused(decision)
}
