import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type Actor, system } from '@/lib/core/actor'
import { shownRatingOf } from '@/lib/core/authority-given'
import type { AccountFacts } from '@/lib/core/checks'
import {
  accountOf,
  authorityOf,
  blockingExceptions,
  openEscalation,
  openHolds,
  openTasks,
  openWindows,
  permissionOf,
  reviewOf,
} from '@/lib/core/current'
import type { Effect } from '@/lib/core/decision'
import { machineOf } from '@/lib/core/machine'
import { adviceFor } from '@/lib/core/next-step'
import { outcomes, type Request, type Task } from '@/lib/core/request'
import { requestTypeKeys, requestTypes } from '@/lib/core/request-types/index'
import { taskPlans } from '@/lib/core/tasks/index'
import { deletedByOwner, questionsNeeded, questionsPassed } from '@/lib/core/verification/needed'
import { ada, carl, finn, priya, requester, robin, rosa, sam } from './cast'
import { aRequest, type Story } from './given'
import { inputsFor, taskInputsFor } from './inputs'

const everybody: readonly Actor[] = [
  sam,
  rosa,
  carl,
  finn,
  priya,
  ada,
  requester('the-request'),
  { kind: 'account-holder', requestId: 'the-request' },
  { kind: 'public' },
  system,
]
const names = [...Object.keys(inputsFor), ...Object.keys(taskInputsFor).map(name => `task:${name}`)]

// Accounts, and what may become of them meanwhile.
const anAccount: fc.Arbitrary<Partial<AccountFacts>> = fc.record({
  accountState: fc.constantFrom('active', 'active', 'active', 'blocked', 'banned', 'deactivated', 'deleted'),
  blockedReason: fc.constantFrom(null, 'self_deletion', 'abuse', 'other'),
  enterprise: fc.constantFrom(false, false, false, false, true),
  privateProjects: fc.constantFrom(0, 1, null),
  subscriptionEndsOn: fc.constantFrom(null, null, null, '2026-06-10', '2027-06-10'),
  email: fc.constantFrom(robin.email, robin.email, robin.email, 'other@people.example'),
})

type Move =
  | { do: 'advised' | 'system'; pick: number }
  | { do: 'any'; name: string; who: number; pick: number; task: number }
  | { do: 'work'; task: number; pick: number }
  | { do: 'wait'; days: number }
  | { do: 'directory'; account: Partial<AccountFacts> | null; unreachable: boolean }
  | { do: 'mail'; server: Story['mailServer'] }

const pick = fc.nat(1000)
const aMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('advised' as const), pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('system' as const), pick }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('work' as const), task: pick, pick }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('any' as const),
      name: fc.constantFrom(...names),
      who: fc.nat(everybody.length - 1),
      pick,
      task: pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('directory' as const),
      account: fc.option(anAccount, { freq: 8 }),
      unreachable: fc.constantFrom(false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('mail' as const),
      server: fc.constantFrom('accepted', 'accepted', 'accepted', 'bounced', 'uncertain', 'silent'),
    }),
  },
)

const aStart = fc.record({
  account: fc.option(anAccount, { freq: 8 }),
  mismatch: fc.constantFrom(false, false, false, true),
  given: fc.record({
    rating: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
    country: fc.constantFrom('NL', 'UA', 'US', 'AR', 'CU'),
    relationship: fc.constantFrom('authorized-agent' as const, 'designated-account-successor' as const),
    requesterEmail: fc.constantFrom(robin.email, 'kim@family.example'),
  }),
})
const one = <Item>(list: readonly Item[], at: number): Item | undefined => list[at % Math.max(list.length, 1)]

function move(story: Story, next: Move): void {
  if (next.do === 'wait') story.days(next.days)
  if (next.do === 'mail') story.mailServer = next.server
  if (next.do === 'directory') {
    story.account = next.account && { ...robin, ...next.account }
    story.unreachable = next.unreachable
  }
  if (next.do === 'any') run(story, one(everybody, next.who) ?? system, next.name, next.pick, next.task)
  if (next.do === 'system') run(story, system, one(names, next.pick) ?? '', next.pick, next.pick)
  if (next.do === 'advised') follow(story, next.pick)
  if (next.do === 'work') work(story, next.task, next.pick)
}

function run(story: Story, actor: Actor, name: string, at: number, taskAt: number): void {
  const task = name.startsWith('task:') ? one(story.request.tasks, taskAt) : undefined
  if (task) {
    const input = one(taskInputsFor[name.slice(5)]?.(story, task.key) ?? [], at)
    if (input) story.attempt(actor, name.slice(5), input, task)
  } else if (!name.startsWith('task:')) {
    const input = one(inputsFor[name]?.(story) ?? [], at)
    if (input) story.attempt(actor, name, input)
  }
}

/** A team that works its task whether or not it is time: ticks what comes next, or resolves. */
function work(story: Story, taskAt: number, at: number): void {
  const task = one(story.request.tasks, taskAt)
  if (!task) return
  const step = task.steps.find(step => !step.doneAt)
  if (taskPlans.get(task.key)?.handsOver && at % 3 === 0)
    run(story, story.carrier(task.key), 'attach-file', taskAt, 0)
  if (step && at % 4 > 0) story.attempt(story.carrier(task.key), 'tick-step', { step: step.key }, task)
  else run(story, story.carrier(task.key), 'task:resolve', at, taskAt)
}

/** Does what the rules advise, as a diligent team would: otherwise hardly a walk would come far. */
function follow(story: Story, at: number): void {
  const me = requester(story.request.id)
  if (story.state === 'submitted') story.attempt(me, 'confirm')
  else if (story.state === 'checking') story.attempt(system, 'record-check-results')
  else if (questionsNeeded(story.request) && at % 2 === 0) run(story, me, 'answer-questions', 0, 0)
  if (at % 5 === 0)
    run(story, me, one(['answer-owner-contact', 'ask-for-help', 'provide-documents'], at) ?? '', 0, 0)
  const step = one(
    adviceFor(story.request).flatMap(advice => advice.steps),
    at,
  )
  const task = story.request.tasks.find(task => task.id === step?.taskId)
  const inputs =
    step && (task ? taskInputsFor[step.command]?.(story, task.key) : inputsFor[step.command]?.(story))
  const input = step && { ...one(inputs ?? [], at), ...step.preset }
  for (const actor of [sam, priya, rosa, carl, finn])
    if (step && story.attempt(actor, step.command, input, task) === null) break
  const own = openTasks(story.request).find(task => task.team === 'system')
  if (own) story.attempt(system, 'complete-system-task', {}, own)
}

const destroyed = (task: Task): string[] =>
  task.steps.filter(step => step.destructive && step.doneAt).map(step => step.id)

const deletesAccount = ['individual-deletion', 'enterprise-deletion', 'deceased-deletion']

/**
 * Every required verification has passed: the questions, the security review of a barred account, the owner's permission,
 * the authority of who speaks for the dead.
 */
function verified(request: Request): boolean {
  const { type, handled } = request
  const account = accountOf(request)
  const barred = account?.accountState === 'banned' || account?.accountState === 'blocked'
  const reviewed = !barred || deletedByOwner(request) || reviewOf(request)?.result === 'unblocked'
  const answered = questionsNeeded(request) === null || questionsPassed(request)
  const permitted = type !== 'enterprise-deletion' || permissionOf(request)?.granted === true
  const entitled = type !== 'deceased-deletion' || authorityOf(request)?.result === 'valid'
  const helped = type !== 'data-export' || request.helpAskedAt !== null
  return (
    answered &&
    permitted &&
    entitled &&
    helped &&
    (reviewed || handled !== null || !deletesAccount.includes(type))
  )
}

/** Files that went to the person with this change. */
const handedOver = (effects: readonly Effect[]): boolean =>
  effects.some(one => one.kind === 'message' && ['files-ready', 'project-export-complete'].includes(one.key))

const types = [...requestTypes.values()]
const machines = new Map(
  types.map(type => {
    const { states, moves } = machineOf(type, types)
    return [type.key, { states, edges: moves.map(({ from, to }) => `${from} → ${to}`) }]
  }),
)

function holdsTrue(before: Request, request: Request, effects: readonly Effect[]): void {
  const closed = request.state === 'closed'
  const machine = machines.get(request.type)
  expect(machine?.states, 'no state outside the machine of its type').toContain(request.state)
  const edge = `${before.state} → ${request.state}`
  if (before.state !== request.state)
    expect(
      [before.type, request.type].flatMap(type => machines.get(type)?.edges ?? []),
      'no way that its machine doesn’t draw',
    ).toContain(edge)
  expect(
    request.outcome !== null && outcomes.includes(request.outcome),
    'an outcome exactly when closed',
  ).toBe(closed)
  expect(request.closedAt !== null, 'an end exactly when closed').toBe(closed)
  if (closed) {
    expect(
      [openTasks(request), openWindows(request), openHolds(request)],
      'nothing open when closed',
    ).toEqual([[], [], []])
  }
  if (closed && before.state !== 'closed')
    expect(openEscalation(request), 'no question is left behind').toBeUndefined()
  for (const task of request.tasks)
    if (task.resolution === 'exception') expect(task.note, 'an exception has a note').toBeTruthy()
  if (effects.some(effect => effect.kind === 'message' && effect.key === 'request-fulfilled')) {
    expect(openTasks(request), 'fulfilled only when everything is done').toEqual([])
    expect(blockingExceptions(request), 'fulfilled only when nothing blocks').toEqual([])
    const undone = request.tasks.filter(
      task => task.state !== 'resolved' && !/not part of/.test(task.note ?? ''),
    )
    expect(undone, 'fulfilled only when all of the type’s tasks were done').toEqual([])
  }
  const ticked = request.tasks.flatMap(destroyed).filter(id => !before.tasks.flatMap(destroyed).includes(id))
  const erased = effects.some(effect => effect.kind === 'erase-account' || effect.kind === 'suppress')
  if (ticked.length > 0 || erased || handedOver(effects)) {
    expect(before.state, 'nothing is destroyed or handed over outside processing').toBe('processing')
    expect(openHolds(before), 'nothing on hold').toEqual([])
    expect(openEscalation(before), 'nothing with a question to Privacy open').toBeUndefined()
    expect(blockingExceptions(before), 'nothing while an exception stands').toEqual([])
    expect(verified(before), 'nothing unverified').toBe(true)
  }
  const contacted = request.ownerPermissions.filter(one => one.contactedAt)
  expect(
    contacted.every(one => one.consent === 'yes'),
    'no employer is told against a person’s will',
  ).toBe(true)
  if (request.type === 'deceased-deletion' && authorityOf(request)?.result !== 'valid')
    expect(shownRatingOf(request), 'no rating is shown before the authority is validated').toBeNull()
  if (before.state !== 'processing')
    expect(
      effects.some(effect => effect.kind === 'system-task') && !verified(request),
      'nothing runs unverified',
    ).toBe(false)
  if (request.erasureBegunAt) expect(verified(request), 'the deletion begins verified').toBe(true)
  if (before.erasureBegunAt)
    expect(request.erasureBegunAt, 'what is begun stays begun').toEqual(before.erasureBegunAt)
  expect(request.receivedAt, 'the legal clock counts from the submission').toEqual(before.receivedAt)
  const { pauses, type, region, windows, extendedAt } = before
  const moves = { pauses, type, region, windows, extendedAt }
  const stays = Object.entries(moves).every(([key, value]) => request[key as keyof typeof moves] === value)
  if (stays || closed) expect(request.dueOn, 'the legal clock stays').toEqual(before.dueOn)
}

/** Walks for each type; more of them by the environment, for a night. */
const WALKS = Number(process.env.WALKS ?? 40)

describe('whatever anybody does, in whatever order', () => {
  const reached = new Set<string>()

  it.each(requestTypeKeys)(
    '%s: nothing is deleted unverified, nothing stays open on a closed request, nobody is told what is not so',
    type => {
      fc.assert(
        fc.property(aStart, fc.array(aMove, { maxLength: 200, size: 'max' }), (start, moves) => {
          const story = aRequest(start.account, { ...start.given, type })
          story.mismatch = start.mismatch
          story.watch = (before, after, effects) => {
            holdsTrue(before, after, effects)
            reached.add(after.outcome ?? after.state)
          }
          for (const next of moves) move(story, next)
        }),
        { numRuns: WALKS },
      )
    },
    60_000 + WALKS * 1000,
  )
  afterAll(() => {
    // A walk that goes nowhere would prove nothing.
    for (const end of [
      'checking',
      'verifying',
      'processing',
      'fulfilled',
      'refused',
      'no-account',
      'not-verified',
    ])
      expect([...reached], `the walks reach ${end}`).toContain(end)
  })
})
