import { requestCommands, taskCommands } from '../commands/index'
import { messageRules } from '../handbook/messages/index'
import type { RequestType } from '../handbook/request-types/request-type'
import type { TaskPlan } from '../handbook/tasks/plan'
import { windowDays } from '../handbook/window-days'
import type { RequestCommand, TaskCommand } from '../machine/command'
import { possibleRequirementsOf } from '../machine/requirements/index'
import type { Requirement } from '../machine/requirements/requirement'
import { screensOf } from '../machine/screens/index'
import type { Who } from '../people/actor'
import { type State, states } from '../request/request'
import type { WindowReason } from '../request/response-window'

/** A request type's machine, read off its definition: what the diagrams, the docs and the staff page draw. */
export interface Machine {
  type: RequestType
  states: readonly State[]
  moves: readonly Move[]
  /** Commands legal in several states, which at most let the request advance. */
  anytime: readonly MachineCommand[]
  requirements: readonly { requirement: Requirement; windows: readonly MachineWindow[] }[]
  windows: readonly MachineWindow[]
  tasks: readonly TaskPlan[]
  messages: readonly { key: string; name: string }[]
}

export interface Move {
  from: State
  to: State
  commands: readonly MachineCommand[]
  /** Windows whose running out leads there. */
  windows: readonly MachineWindow[]
}
export interface MachineCommand {
  name: string
  who: readonly Who[]
  from: readonly State[]
}
export interface MachineWindow {
  reason: WindowReason
  days: number
}

/** The handbook's edges; a command's own from and to say which of them it can go along. */
const edges: Readonly<Record<State, readonly State[]>> = {
  submitted: ['checking', 'verifying', 'processing', 'closed'],
  checking: ['verifying', 'processing', 'closed'],
  verifying: ['checking', 'processing', 'closed'],
  processing: ['checking', 'verifying', 'closed'],
  closed: ['submitted', 'verifying', 'processing'],
}

type Command = RequestCommand | TaskCommand
const all: readonly Command[] = [...requestCommands.values(), ...taskCommands.values()]

/** The machine of a type. Commands that belong to a requirement are there only where the type has it. */
export function machineOf(type: RequestType, types: readonly RequestType[]): Machine {
  const present = statesOf(type)
  const commands = all.filter(command => applies(command, type, present, types))
  const requirements = possibleRequirementsOf(type).map(requirement => ({
    requirement,
    windows: requirement.windows.map(({ reason }) => withDays(type, reason)),
  }))
  const windows = [
    withDays(type, 'confirmation'),
    ...(type.clarifies ? [withDays(type, 'clarification')] : []),
    ...requirements.flatMap(requirement => requirement.windows),
  ]
  const moves = present.flatMap(from =>
    edges[from]
      .filter(to => present.includes(to) && (from !== 'submitted' || !type.looksUp || !skipsChecks(to)))
      .filter(
        to => to !== 'checking' || from === 'submitted' || types.some(type => comesUnchecked(type, from)),
      )
      .map(to => ({
        from,
        to,
        commands: commands.filter(command => walks(command, from, to)).map(shown),
        windows: to === 'closed' ? windows.filter(({ reason }) => awaitedIn(reason) === from) : [],
      }))
      .filter(move => move.commands.length + move.windows.length > 0),
  )
  const moving = new Set(moves.flatMap(move => move.commands.map(command => command.name)))
  return {
    type,
    states: present,
    moves,
    anytime: commands.filter(command => command.back || !moving.has(command.name)).map(shown),
    requirements,
    windows,
    tasks: withFollowUps(type.tasks),
    messages: messagesOf(type, types),
  }
}

const shown = ({ name, who, from }: Command): MachineCommand => ({ name, who, from })
/** Where a window's running out ends a request; nowhere for a question to which silence refuses nothing. */
const awaitedIn = (reason: WindowReason): State | null =>
  reason === 'clarification' ? null : reason === 'confirmation' ? 'submitted' : 'verifying'

/** Along which edges a command moves a request by itself; the last task's resolution ends it. */
const walks = (command: Command, from: State, to: State): boolean =>
  from !== 'closed' && states.indexOf(to) < states.indexOf(from)
    ? turnsBack(command, from, to)
    : goesOn(command, from, to)

const turnsBack = (command: Command, from: State, to: State): boolean =>
  command.back?.some(way => way.from === from && way.to === to) ?? false

const goesOn = (command: Command, from: State, to: State): boolean =>
  command.from.includes(from) &&
  command.to.includes(to) &&
  (!ripples(command) || (command.on === 'task' && from === 'processing' && !command.from.includes(to)))

const withDays = (type: RequestType, reason: WindowReason): MachineWindow => ({
  reason,
  days: type.windowDays?.[reason] ?? windowDays(reason),
})

/** Where what a type looks up comes first, a submitted request can't be. */
const skipsChecks = (to: State): boolean => to === 'processing' || to === 'verifying'

/** Types that look nothing up pass `checking` in one act; those that require nothing, `verifying`. */
const statesOf = (type: RequestType): State[] =>
  states.filter(
    state =>
      (state !== 'checking' || type.looksUp) &&
      (state !== 'verifying' || possibleRequirementsOf(type).length > 0),
  )

/** A request of this type is there without anything having been looked up, and may turn out to be of another type. */
const comesUnchecked = (type: RequestType, state: State): boolean =>
  !type.looksUp && statesOf(type).includes(state)

/** Legal in several states and able to stay in each: it changes something else, and at most lets the request advance. */
const ripples = (command: Command): boolean =>
  command.from.length > 1 && command.from.every(state => command.to.includes(state))

const clarifying: readonly string[] = ['ask-clarification', 'answer-clarification']

function applies(
  command: Command,
  type: RequestType,
  present: readonly State[],
  types: readonly RequestType[],
): boolean {
  if (!command.from.some(state => present.includes(state))) return false
  if (clarifying.includes(command.name) && !type.clarifies) return false
  const owners = [...types]
    .flatMap(possibleRequirementsOf)
    .filter(requirement => requirement.settledBy.includes(command.name))
  return (
    owners.length === 0 ||
    possibleRequirementsOf(type).some(requirement => requirement.settledBy.includes(command.name))
  )
}

function withFollowUps(plans: readonly TaskPlan[]): TaskPlan[] {
  return plans.flatMap(plan => [plan, ...withFollowUps(Object.values(plan.followUps ?? {}))])
}

/** The messages that belong to what the type has, beside those that any request may send. */
const ownMessages = (type: RequestType): string[] => [
  ...screensOf(type).map(screen => screen.says),
  ...possibleRequirementsOf(type).flatMap(requirement => requirement.says),
  ...(type.deleted === 'settles' ? ['blocked-account-deletion-request', 'account-already-deleted'] : []),
  ...(type.clarifies ? ['clarification-needed'] : []),
  ...(type.subscriptionHold ? ['on-hold'] : []),
  ...(type.looksUp ? ['security-notice'] : []),
  ...type.tasks.flatMap(task => (task.handsOver ? [task.handsOver, 'download-code'] : [])),
]

/** What a request of any type may send, and then what belongs to this type. */
function messagesOf(type: RequestType, types: readonly RequestType[]): { key: string; name: string }[] {
  const claimed = new Set(types.flatMap(ownMessages))
  const common = [...messageRules.keys()].filter(key => !claimed.has(key))
  return [...new Set([...common, ...ownMessages(type)])].map(key => ({
    key,
    name: messageRules.get(key)?.name ?? key,
  }))
}
