import { describe, expect, it } from 'vitest'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { type Happening, happeningBodies, happeningsOf, happeningTypes } from '@/lib/core/view/happenings'
import { system } from '@/tests/factories/system'
import { priya, requester, sam } from './cast'
import { Runner, zone } from './runner'

const when = ({ now: at }: Runner) => ({ at, timeZone: zone })

/** A request whose every change is told, from its first moment. */
function listened(...given: ConstructorParameters<typeof Runner>) {
  const runner = new Runner(...given)
  const told: Happening[] = happeningsOf(null, runner.request, when(runner))
  runner.watch = (before, after) => told.push(...happeningsOf(before, after, when(runner)))
  return { runner, told, types: () => told.map(({ type }) => type) }
}

/** Confirmed, checked, and in work. */
function inWork() {
  const heard = listened({}, {})
  heard.runner.does(requester(heard.runner.request.id), 'confirm')
  heard.runner.does(system, 'record-check-results')
  return heard
}

const forget = (told: Happening[]) => told.splice(0, told.length)

describe('what programs outside are told', () => {
  it('is that a request was opened, and whose turn it is', () => {
    const { told } = listened({}, {})
    expect(told).toMatchObject([
      {
        type: 'request.opened',
        requestType: 'individual-deletion',
        state: 'submitted',
        outcome: null,
        waitingOn: 'requester',
      },
    ])
  })
  it('is that it was confirmed, and waits for somebody else now', () => {
    const { runner, told, types } = listened({}, {})
    forget(told)
    runner.does(requester(runner.request.id), 'confirm')
    expect(types()).toEqual(['request.confirmed', 'request.waiting'])
    expect(told.at(-1)).toMatchObject({ state: 'checking', waitingOn: 'system' })
  })
  it('is nothing where nothing that they know of has changed', () => {
    const { runner, types } = listened({}, {})
    const before = types()
    runner.does(sam, 'add-note', { text: 'Rang twice.' })
    runner.does(sam, 'assign', { to: 'sam' })
    expect(types()).toEqual(before)
  })
  it('is each task that is opened, and how it ended', () => {
    const { runner, told } = inWork()
    const opened = told.filter(({ type }) => type === 'task.opened')
    expect(opened.map(body => 'taskId' in body && body.taskId)).toEqual(
      runner.request.tasks.map(({ id }) => id),
    )
    forget(told)
    const [search] = runner.request.tasks.filter(task => task.name.includes('Zendesk/cDot'))
    if (!search) throw new Error('no search')
    runner.does(sam, 'resolve', { found: { zendesk: false, customersPortal: false } }, search)
    expect(told.find(({ type }) => type === 'task.resolved')).toMatchObject({
      taskId: search.id,
      taskKey: search.key,
      team: search.team,
      taskState: 'resolved',
      resolution: 'not_found',
    })
  })
  it('is a task that comes back as opened again, and a cancelled one as ended without a resolution', () => {
    const { runner } = inWork()
    const [task] = runner.request.tasks
    if (!task) throw new Error('no task')
    const withTask = (change: Partial<typeof task>): PrivacyRequest => ({
      ...runner.request,
      tasks: [{ ...task, ...change }],
    })
    const told = (from: Partial<typeof task>, to: Partial<typeof task>) =>
      happeningsOf(withTask(from), withTask(to), when(runner))
        .filter(({ type }) => type.startsWith('task.'))
        .map(body => [body.type, 'resolution' in body && body.resolution])
    const done = { state: 'resolved', resolution: 'complete' } as const
    expect(told(done, { state: 'open', resolution: null })).toEqual([['task.opened', null]])
    expect(told({ state: 'open' }, { state: 'cancelled' })).toEqual([['task.resolved', null]])
    expect(told({ state: 'cancelled' }, { state: 'open' })).toEqual([['task.opened', null]])
    expect(told(done, done)).toEqual([])
    expect(told(done, { ...done, resolution: 'exception' })).toEqual([['task.resolved', 'exception']])
  })
  it('is that it ended and how, last, and not that it waits for nobody', () => {
    const { runner, told, types } = inWork()
    forget(told)
    runner.does(priya, 'close', { outcome: 'refused', note: 'Manifestly unfounded' })
    expect(types().at(-1)).toBe('request.closed')
    expect(types()).not.toContain('request.waiting')
    expect(told.at(-1)).toMatchObject({ state: 'closed', outcome: 'refused' })
  })
  it('is that one that was closed waits again, once it is reopened', () => {
    const { runner, told, types } = inWork()
    runner.does(priya, 'close', { outcome: 'refused', note: 'Manifestly unfounded' })
    const closed = runner.request
    forget(told)
    expect(
      happeningsOf(closed, { ...closed, state: 'processing', outcome: null }, when(runner)),
    ).toMatchObject([{ type: 'request.waiting', state: 'processing', outcome: null }])
    expect(types()).toEqual([])
  })
})

describe('what is sent', () => {
  const canary = 'Kestrel canary'
  /** Everything that somebody could have typed, or that says who they are. */
  const personal = (request: PrivacyRequest): PrivacyRequest => ({
    ...request,
    email: `${canary}@people.example`,
    requesterEmail: `${canary}@people.example`,
    accountEmails: [`${canary}@people.example`],
    username: canary,
    name: canary,
    country: canary,
    region: canary,
    details: canary,
    locale: canary,
    accountId: canary,
    forumProfile: canary,
    forumUsername: canary,
    whatIsWrong: canary,
    whatIsRight: canary,
    timeZone: canary,
    extensionReason: canary,
    tasks: request.tasks.map(task => ({
      ...task,
      note: canary,
      acceptedWords: canary,
      assigneeId: canary,
      resolvedById: canary,
      steps: task.steps.map(step => ({ ...step, given: canary, label: canary })),
    })),
  })

  it('has nothing of the person and nothing that anybody typed, for every kind of happening', () => {
    const { runner } = inWork()
    const now = personal(runner.request)
    const ended = {
      ...now,
      state: 'closed' as const,
      tasks: now.tasks.map(task => ({
        ...task,
        state: 'resolved' as const,
        resolution: 'exception' as const,
      })),
    }
    const earlier = { ...now, confirmedAt: null, state: 'submitted' as const, tasks: [] }
    const told = [
      ...happeningsOf(null, now, when(runner)),
      ...happeningsOf(earlier, now, when(runner)),
      ...happeningsOf(now, ended, when(runner)),
    ]
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(happeningTypes))
    expect(JSON.stringify(told)).not.toMatch(new RegExp(canary, 'i'))
  })
  it('is what the OpenAPI document says of it, and nothing else', () => {
    const { told } = inWork()
    for (const body of told) expect(happeningBodies[body.type].strict().parse(body)).toEqual(body)
  })
})
