import { describe, expect, it } from 'vitest'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import type { Actor } from '@/lib/core/people/actor'
import { accountHolderActor, publicActor } from '@/lib/core/people/make-actor'
import { mayRun } from '@/lib/core/people/permissions'
import { states } from '@/lib/core/request/request'
import type { Task } from '@/lib/core/request/task'
import { system } from '@/tests/factories/system'
import { carl, finn, priya, requester, rosa, sam } from './cast'
import type { Story } from './given'
import { inputsFor, taskInputsFor } from './inputs'
import { situations } from './situations'

const everybody: readonly Actor[] = [
  sam,
  rosa,
  carl,
  finn,
  priya,
  requester('the-request'),
  accountHolderActor('the-request'),
  publicActor(),
  system,
]
/** Runs one command and holds where it lands against what the command declares; answers the edge it went along. */
function land(story: Story, name: string, input: object, task?: Task): string | null {
  const command = task ? taskCommands.get(name) : requestCommands.get(name)
  const actor = command && everybody.findLast(actor => mayRun(actor, command.who, task))
  if (!command || !actor) return null
  const { request } = story
  const frozen = structuredClone(request)
  const refused = story.attempt(actor, name, input, task)
  const after = story.request
  story.request = request
  expect(request, `${name} changes a copy, never what it was given`).toEqual(frozen)
  expect(refused === 'invalid-input' && !command.input.safeParse(input).success, `the input of ${name}`).toBe(
    false,
  )
  if (!command.from.includes(request.state)) expect(refused, name).toBe('illegal-state')
  if (after === request) return null
  for (const [key, fact] of Object.entries(story.facts.at(-1) ?? {}))
    if (/\s/.test(String(fact))) wordy.add(`${name}: ${key}`)
  expect(command.to, `${name} from ${request.state}`).toContain(after.state)
  return `${request.state} → ${after.state}`
}

/** Tries everything in one situation. Requests are never changed, so that each try starts from the same one. */
function tryAll(what: string, make: () => Story): (string | null)[] {
  const known = tried.get(what)
  if (known) return known
  const story = make()
  const ofRequest = Object.entries(inputsFor).flatMap(([name, inputs]) =>
    inputs(story).map(input => land(story, name, input)),
  )
  const ofTasks = story.request.tasks.flatMap(task =>
    Object.entries(taskInputsFor).flatMap(([name, inputs]) =>
      inputs(story, task.key).map(input => land(story, name, input, task)),
    ),
  )
  tried.set(what, [...ofRequest, ...ofTasks])
  return [...ofRequest, ...ofTasks]
}
const tried = new Map<string, (string | null)[]>()
/** Facts with a space in them: words that somebody typed, for keys, ids and days have none. */
const wordy = new Set<string>()

describe('every state with every command', () => {
  it('has inputs to try for each', () => {
    expect(Object.keys(inputsFor).toSorted()).toEqual([...requestCommands.keys()].toSorted())
    expect(Object.keys(taskInputsFor).toSorted()).toEqual([...taskCommands.keys()].toSorted())
  })
  it.each(situations)('%s: refused, or where the command says that it leads', (what, _turn, make) => {
    expect(tryAll(what, make).length).toBeGreaterThan(40)
  })
  it('records as facts keys, ids and days, and no words that somebody typed', () => {
    for (const [what, , make] of situations) tryAll(what, make)
    expect([...wordy]).toEqual([])
  })
  it('moves along the handbook’s edges and no others: every state can be reached and left', () => {
    const edges = new Set(situations.flatMap(([what, , make]) => tryAll(what, make)))
    const moves = [...edges].filter(edge => edge !== null && !/^(\w+) → \1$/.test(edge))
    expect(moves.toSorted()).toEqual([
      'checking → closed',
      'checking → processing',
      'checking → verifying',
      'closed → processing',
      'closed → submitted',
      'closed → verifying',
      // A corrected type has what it requires looked up, and settled, first.
      'processing → checking',
      'processing → closed',
      'processing → verifying',
      'submitted → checking',
      'submitted → closed',
      // Where nothing is looked up, confirming passes the two states between in one act.
      'submitted → processing',
      'verifying → closed',
      'verifying → processing',
    ])
  })
})

describe('what a command declares', () => {
  const all = [...requestCommands, ...taskCommands]

  it.each(all)('%s: states that there are, somebody to run it', (name, command) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(states).toEqual(expect.arrayContaining([...command.from]))
    expect(states).toEqual(expect.arrayContaining([...command.to]))
    expect(command.from.length * command.to.length * command.who.length).toBeGreaterThan(0)
  })
  it('says what will happen where it asks for something: the form is below that sentence', () => {
    const silent = all.filter(([, { form, says }]) => form && !says.before).map(([name]) => name)
    expect(silent).toEqual([])
  })
})
