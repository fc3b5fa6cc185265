import { describe, expect, it } from 'vitest'
import { type Act, dryRun, wouldRefuse } from '@/lib/core/advice/dry-run'
import { appealRefusal, deadlineRefusal } from '@/lib/core/advice/extension-acts'
import { besideMessage, fieldsOf } from '@/lib/core/advice/form-fields'
import { messageAct, offeredMessages } from '@/lib/core/advice/message-acts'
import { adviceFor, whyNot } from '@/lib/core/advice/next-step'
import { otherActs } from '@/lib/core/advice/other-acts'
import { sampleAnswers } from '@/lib/core/advice/sample-answers'
import { taskActs } from '@/lib/core/advice/task-acts'
import { requestCommands, taskCommands } from '@/lib/core/commands/index'
import { extensionReasons } from '@/lib/core/deadlines/law'
import type { Reason } from '@/lib/core/derived/reasons'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import type { Context } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import type { Task } from '@/lib/core/request/task'
import { ada, carl, finn, policyRating, priya, requester, rosa, sam } from './cast'
import { aRequest, type Story } from './given'
import { inputsFor, taskInputsFor } from './inputs'
import { zone } from './runner'
import { situations } from './situations'

const staff = [sam, rosa, carl, finn, priya, ada]

/** What a page knows: everything but the account as it is now. */
const contextOf = (story: Story, actor: Actor): Context => ({
  now: story.now,
  actor,
  newId: () => {
    throw new Error('A dry run makes no ids of the caller’s')
  },
  timeZone: zone,
  riskPolicy: policyRating('low'),
  rules: story.rules,
  holidaysOf: () => () => null,
  systems: [],
})

/** Inputs that a person can send for an act: any that its command takes, with what the act has decided. */
function inputsOf(story: Story, act: Act, task: Task | undefined): object[] {
  const known = task ? taskInputsFor[act.command]?.(story, task.key) : inputsFor[act.command]?.(story)
  if (act.command === 'send-message') return [{ ...act.preset, body: 'Hello', note: 'Words' }]
  return (known ?? []).map(input => ({ ...input, ...act.preset }))
}

/** Why the command itself refuses the act for every input; null where some input is accepted. */
function refusedBy(story: Story, actor: Actor, act: Act): Reason | null {
  const task = story.request.tasks.find(task => task.id === act.taskId)
  const decisions = inputsOf(story, act, task).map(input => story.decide(actor, act.command, input, task))
  const [first] = decisions
  if (!first) throw new Error(`No input is known for ${act.command}`)
  return decisions.some(decision => decision.ok) || first.ok ? null : first.reason
}

/** An act in words, for a list that reads well where it differs from what it should be. */
const line = (act: Act, actor: Actor, reason: Reason | null) =>
  `${act.command} ${JSON.stringify(act.preset ?? {})} by ${actor.kind === 'staff' && actor.role}: ${reason ? 'refused' : 'taken'}`

describe.each(situations)('%s', (_what, _turn, make) => {
  const story = make()

  it('offers a message in the composer exactly where its command takes it', () => {
    const shown: string[] = []
    const taken: string[] = []
    for (const actor of staff)
      for (const { key, refused } of offeredMessages(story.request, contextOf(story, actor))) {
        const act = messageAct(key)
        if (!act) throw new Error(`${key} can't be sent`)
        shown.push(line(act, actor, refused))
        taken.push(line(act, actor, refusedBy(story, actor, act)))
      }
    expect(shown).toEqual(taken)
  })

  it('offers among the other actions, and among their choices, exactly what is taken', () => {
    for (const actor of staff)
      for (const { key, open, refused } of otherActs(story.request, contextOf(story, actor))) {
        expect(open.length === 0, key).toBe(refused !== null)
        for (const act of open) expect([act, refusedBy(story, actor, act)]).toEqual([act, null])
      }
  })

  it('offers to extend, and to open an appeal, exactly where that is taken', () => {
    const inputs = extensionReasons.flatMap(reason => [
      { reason, words: 'Words' },
      { reason, words: 'Words', notifiedDay: '2026-09-20' },
    ])
    for (const actor of staff) {
      const context = contextOf(story, actor)
      const isTaken = (command: string, given: readonly object[]) =>
        given.some(input => story.decide(actor, command, input).ok)
      const offered = [
        deadlineRefusal(story.request, context),
        appealRefusal(story.request, context),
        wouldRefuse({ command: 'open-appeal' }, story.request, context),
      ].map(refused => refused === null)
      expect(offered).toEqual([
        isTaken('extend-deadline', inputs),
        isTaken('extend-appeal', inputs),
        isTaken('open-appeal', [{ ground: 'Words' }]),
      ])
    }
  })

  it('offers on a task’s card exactly what its commands take', () => {
    for (const actor of staff)
      for (const task of story.request.tasks) {
        const acts = taskActs(story.request, task, contextOf(story, actor))
        const isTaken = (command: string, isMeant: (input: object) => boolean = () => true) =>
          (taskInputsFor[command]?.(story, task.key) ?? []).some(
            input => isMeant(input) && story.decide(actor, command, input, task).ok,
          )
        const { tick, untick, assign, note, reopen, accept, resolve, resolveAs } = acts
        // What was found decides by itself how a search ends.
        const isChosen = taskPlans.get(task.key)?.by !== 'found'
        const offered = { tick, untick, assign, note, reopen, accept, resolve, ...(isChosen && resolveAs) }
        const as = (resolution: string) => ({
          [resolution]: isTaken('resolve', input => 'resolution' in input && input.resolution === resolution),
        })
        expect(
          Object.fromEntries(Object.entries(offered).map(([act, refused]) => [act, refused === null])),
          line({ command: task.key }, actor, null),
        ).toEqual({
          tick: isTaken('tick-step'),
          untick: isTaken('untick-step'),
          assign: isTaken('assign'),
          note: isTaken('add-note'),
          reopen: isTaken('reopen-task'),
          accept: isTaken('accept-exception'),
          resolve: isTaken('resolve'),
          ...(isChosen && { ...as('complete'), ...as('exception'), ...as('not_found') }),
        })
      }
  })

  it('refuses in a dry run no next step that is offered', () => {
    for (const actor of staff)
      for (const step of adviceFor(story.request).flatMap(advice => advice.steps)) {
        const eyes = { actor, rules: story.rules }
        if (whyNot(story.request, step, eyes) !== null) continue
        expect([step, wouldRefuse(step, story.request, contextOf(story, actor))]).toEqual([step, null])
        expect([step, refusedBy(story, actor, step)]).toEqual([step, null])
      }
  })

  it('keeps from Privacy nothing because of its role that the page says Privacy does', () => {
    const context = contextOf(story, priya)
    const all = [...offeredMessages(story.request, context), ...otherActs(story.request, context)]
    expect(all.filter(({ refused }) => refused === 'not-allowed')).toEqual([])
  })
})

describe('an extension', () => {
  const refused = (story: Story, actor: Actor) => deadlineRefusal(story.request, contextOf(story, actor))

  it('is Privacy’s, of an open request, once, while the deadline has not passed', () => {
    const story = aRequest().begun()
    expect(refused(story, priya)).toBeNull()
    expect(refused(story, sam)).toBe('not-allowed')
    const late = { ...contextOf(story, priya), now: new Date(story.request.dueOn.getTime() + 1) }
    expect(deadlineRefusal(story.request, late)).toBe('too-late')
    expect(
      refused(story.does(priya, 'extend-deadline', { reason: 'complexity', words: 'Words' }), priya),
    ).toBe('already-extended')
    const closed = aRequest().begun().does(priya, 'close', { outcome: 'refused', note: 'Tax law' })
    expect(refused(closed, priya)).toBe('illegal-state')
    expect(appealRefusal(closed.request, contextOf(closed, priya))).toBe('no-appeal-open')
  })
})

describe('a dry run', () => {
  const run = (story: Story, actor: Actor, act: Act) => dryRun(act, story.request, contextOf(story, actor))
  const refusedFor = (reason: Reason) => ({ would: 'be-refused', refusal: { reason } })

  it('says that nobody can know where the account is looked up first', () => {
    const story = aRequest().begun()
    const task = story.ticked('gitlab-deletion', 0).task('gitlab-deletion')
    const step = task.steps[0]?.key ?? ''
    const act = { command: 'tick-step', taskId: task.id, preset: { step } }
    expect(run(story, sam, act)).toEqual({ would: 'depend', on: 'look-up' })
  })
  it('still refuses what no look-up could change', () => {
    const story = aRequest().begun().does(priya, 'close', { outcome: 'refused', note: 'Tax law' })
    expect(run(story, sam, { command: 'reopen' })).toMatchObject(refusedFor('not-reopenable'))
  })
  it('uses no look-up that was made for something else', () => {
    const story = aRequest().begun().held()
    const context = { ...contextOf(story, priya), lookUp: story.lookUp() }
    expect(dryRun({ command: 'release-hold' }, story.request, context).would).toBe('depend')
  })
  it('says that nobody can know where only what is typed decides', () => {
    const story = aRequest({}, { type: 'data-export', country: 'UA' }).begun()
    expect(run(story, sam, { command: 'record-region' })).toEqual({ would: 'depend', on: 'answers' })
  })
  it('refuses what is decided already, in the door’s order: permission before state', () => {
    const story = aRequest().begun()
    expect(run(story, sam, { command: 'retype', preset: { type: story.request.type } })).toMatchObject(
      refusedFor('same-type'),
    )
    expect(run(aRequest(), sam, { command: 'release-hold' })).toMatchObject(refusedFor('not-allowed'))
    expect(run(aRequest(), priya, { command: 'release-hold' })).toMatchObject(refusedFor('illegal-state'))
    expect(run(story, requester('the-request'), { command: 'hold' })).toMatchObject(refusedFor('not-allowed'))
    expect(run(story, sam, { command: 'no-such' })).toMatchObject(refusedFor('not-found'))
  })
  it('changes nothing', () => {
    const story = aRequest().begun()
    const before = structuredClone(story.request)
    expect(run(story, sam, { command: 'hold' })).toEqual({ would: 'succeed' })
    expect(story.request).toEqual(before)
  })
})

describe('the sample answers', () => {
  const { request } = aRequest()
  const fields = (command: string) => Object.keys(sampleAnswers(command, request, undefined))

  const everyCommand = [...requestCommands, ...taskCommands]

  it.each(everyCommand)('of %s hold every field that its form insists on', (name, command) => {
    const needed = fieldsOf(command).filter(field => field.required)
    if (name !== 'resolve')
      expect(fields(name)).toEqual(expect.arrayContaining(needed.map(field => field.name)))
  })
  it.each(everyCommand.flatMap(([, command]) => command.carries?.map(carried => carried.message) ?? []))(
    'of the command behind %s hold what the composer asks for beside the text',
    message => {
      const command = messageAct(message)?.command
      const asked = command ? besideMessage(command, message).fields.map(field => field.name) : []
      expect(command ? fields(command) : []).toEqual(expect.arrayContaining(asked))
    },
  )
  it('are taken by the schema of their command', () => {
    const decided: Record<string, object> = {
      retype: { type: 'data-access' },
      'send-message': { message: 'general-reply' },
      close: { outcome: 'refused' },
      'answer-owner-contact': { contact: 'yes' },
      'validate-authority': { valid: true },
      'extend-deadline': { reason: 'complexity', words: 'Words' },
    }
    for (const [name, command] of requestCommands) {
      const answers = sampleAnswers(name, request, undefined)
      if (Object.keys(answers).length > 0)
        expect([name, command.input.safeParse({ ...answers, ...decided[name] }).error]).toEqual([
          name,
          undefined,
        ])
    }
  })
})
