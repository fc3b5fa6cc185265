import { afterAll, describe, expect, it } from 'vitest'
import type { AccountFacts } from '@/lib/core/account/checks'
import { adviceFor } from '@/lib/core/advice/next-step'
import { questionsNeeded } from '@/lib/core/derived/verification/needed'
import { requestTypeKeys } from '@/lib/core/handbook/request-types/index'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import type { Actor } from '@/lib/core/people/actor'
import { accountHolderActor, publicActor } from '@/lib/core/people/make-actor'
import { openTasks } from '@/lib/core/request/current'
import { isRunning } from '@/lib/core/request/task'
import { system } from '@/tests/factories/system'
import fc from '@/tests/support/property'
import { ada, carl, finn, priya, requester, robin, rosa, sam } from './cast'
import { allConnected } from './connected'
import { aRequest, type Story } from './given'
import { holdsTrue, staysOverdue } from './holds-true'
import { inputsFor, taskInputsFor } from './inputs'

const everybody: readonly Actor[] = [
  sam,
  rosa,
  carl,
  finn,
  priya,
  ada,
  requester('the-request'),
  accountHolderActor('the-request'),
  publicActor(),
  system,
]
/** What only systems at work say; `letSystemsWork` has them say it. */
const ofRuns = ['begin-effect', 'record-step-done', 'record-step-failure', 'record-step-exception']
const names = [
  ...Object.keys(inputsFor),
  ...Object.keys(taskInputsFor).flatMap(name => (ofRuns.includes(name) ? [] : [`task:${name}`])),
]

// Accounts, and what may become of them meanwhile.
const anAccount: fc.Arbitrary<Partial<AccountFacts>> = fc.record({
  accountState: fc.constantFrom('active', 'active', 'active', 'blocked', 'banned', 'deactivated', 'deleted'),
  blockedReason: fc.constantFrom(null, 'self_deletion', 'abuse', 'other'),
  enterprise: fc.constantFrom(false, false, false, false, true),
  privateProjects: fc.constantFrom(0, 1, null),
  soleOwnedGroups: fc.constantFrom(0, 1, null),
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
  connected: fc.boolean(),
  account: fc.option(anAccount, { freq: 8 }),
  mismatch: fc.constantFrom(false, false, false, true),
  given: fc.record({
    rating: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
    country: fc.constantFrom('NL', 'UA', 'US', 'AR', 'CU'),
    relationship: fc.constantFrom('authorized-agent' as const, 'designated-account-successor' as const),
    requesterEmail: fc.constantFrom(robin.email, 'kim@family.example'),
    actingAs: fc.constantFrom(
      'self' as const,
      'self' as const,
      'authorized-agent' as const,
      'parent' as const,
    ),
  }),
})
const pickFrom = <Item>(list: readonly Item[], at: number): Item | undefined =>
  list[at % Math.max(list.length, 1)]

function move(story: Story, next: Move): void {
  if (next.do === 'wait') story.days(next.days)
  if (next.do === 'mail') story.mailServer = next.server
  if (next.do === 'directory') {
    story.account = next.account && { ...robin, ...next.account }
    story.unreachable = next.unreachable
  }
  if (next.do === 'any') run(story, pickFrom(everybody, next.who) ?? system, next.name, next.pick, next.task)
  if (next.do === 'system') run(story, system, pickFrom(names, next.pick) ?? '', next.pick, next.pick)
  if (next.do === 'advised') follow(story, next.pick)
  if (next.do === 'work') work(story, next.task, next.pick)
}

function run(story: Story, actor: Actor, name: string, at: number, taskAt: number): void {
  const task = name.startsWith('task:') ? pickFrom(story.request.tasks, taskAt) : undefined
  if (task) {
    const input = pickFrom(taskInputsFor[name.slice(5)]?.(story, task.key) ?? [], at)
    if (input) story.attempt(actor, name.slice(5), input, task)
  } else if (!name.startsWith('task:')) {
    const input = pickFrom(inputsFor[name]?.(story) ?? [], at)
    if (input) story.attempt(actor, name, input)
  }
}

/** A team that works its task whether or not it is time: ticks what comes next, or resolves. */
function work(story: Story, taskAt: number, at: number): void {
  const task = pickFrom(story.request.tasks, taskAt)
  if (!task) return
  const step = task.steps.find(step => !step.doneAt)
  if (taskPlans.get(task.key)?.handsOver && at % 3 === 0)
    run(story, story.carrier(task.key), 'attach-file', taskAt, 0)
  if (step && at % 4 > 0)
    story.attempt(
      story.carrier(task.key),
      'tick-step',
      { step: step.key, ...(step.asks && { given: 'Words' }) },
      task,
    )
  else run(story, story.carrier(task.key), 'task:resolve', at, taskAt)
}

/** Does what the rules advise, as a diligent team would: otherwise hardly a walk would come far. */
function follow(story: Story, at: number): void {
  const me = requester(story.request.id)
  if (story.state === 'submitted') story.attempt(me, 'confirm')
  else if (story.state === 'checking') story.attempt(system, 'record-check-results')
  else if (questionsNeeded(story.request) && at % 2 === 0) run(story, me, 'answer-questions', 0, 0)
  if (at % 5 === 0)
    run(story, me, pickFrom(['answer-owner-contact', 'ask-for-help', 'provide-documents'], at) ?? '', 0, 0)
  const step = pickFrom(
    adviceFor(story.request).flatMap(advice => advice.steps),
    at,
  )
  const task = story.request.tasks.find(task => task.id === step?.taskId)
  const inputs =
    step && (task ? taskInputsFor[step.command]?.(story, task.key) : inputsFor[step.command]?.(story))
  const input = step && { ...pickFrom(inputs ?? [], at), ...step.preset }
  for (const actor of [sam, priya, rosa, carl, finn])
    if (step && story.attempt(actor, step.command, input, task) === null) break
  if (at % 2 === 0) letSystemsWork(story, at)
  const own = openTasks(story.request).find(task => task.team === 'system')
  if (own) story.attempt(system, 'complete-system-task', {}, own)
}

/** Systems bring to an end what they do, mostly well. */
function letSystemsWork(story: Story, at: number): void {
  const command = at % 8 === 0 ? 'record-step-failure' : 'record-step-done'
  for (const task of openTasks(story.request).filter(isRunning)) {
    run(story, system, 'task:begin-effect', 0, story.request.tasks.indexOf(task))
    const input = pickFrom(taskInputsFor[command]?.(story, task.key) ?? [], at)
    if (input) story.attempt(system, command, input, task)
  }
}

/** Walks for each type; more of them by the environment, for a night. */
const WALKS = Number(process.env.WALKS ?? 40)

describe('any acts by anybody, in any order', () => {
  const reached = new Set<string>()

  it.each(requestTypeKeys)(
    '%s: nothing is deleted unverified, nothing stays open on a closed request, nobody is told what is not so',
    type => {
      fc.assert(
        fc.property(aStart, fc.array(aMove, { maxLength: 200, size: 'max' }), (start, moves) => {
          const story = aRequest(start.account, { ...start.given, type })
          story.mismatch = start.mismatch
          if (start.connected) Object.assign(story, { systems: allConnected, source: 'gitlab' })
          story.watch = (before, after, effects) => {
            holdsTrue(before, after, effects)
            staysOverdue(before, after, story.context(system))
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
