import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { represent } from '@/lib/core/view/representation'
import { system } from '@/tests/factories/system'
import { carl, priya, requester, rosa, sam } from './cast'
import { allConnected, forum, gitlab } from './connected'
import { aRequest, type Story } from './given'
import { rules, zone } from './runner'

const deletion = 'gitlab-deletion'
const search = 'zendesk-cdot-deletion'
const groups = 'delete-blocking-groups'

/** A request whose account GitLab has found, with everything connected. */
function connected(
  account: Parameters<typeof aRequest>[0] = {},
  given: Parameters<typeof aRequest>[1] = {},
): Story {
  const story = aRequest(account, given)
  story.systems = allConnected
  story.source = gitlab.key
  return story
}
const step = (story: Story, key: string, task = deletion) =>
  story.task(task).steps.find(candidate => candidate.key === key)
const runOf = (story: Story, key: string, task = deletion) => ({
  step: key,
  run: step(story, key, task)?.run?.id,
})
const line = (systemKey: string) => ({
  system: systemKey,
  at: '2026-06-01T12:00:00Z',
  what: 'Deleted user 1001',
  result: '204',
})
const done = (story: Story, key: string, { changed = true, task = deletion, by = gitlab.key } = {}) =>
  story.onTask(
    task,
    'record-step-done',
    {
      ...runOf(story, key, task),
      changed,
      evidence: [line(by)],
      ...(key === 'comment' && { given: 'Deleted' }),
    },
    system,
  )
const begun = (story: Story, key: string, task = deletion) =>
  story.tryTask(
    task,
    'begin-effect',
    { ...runOf(story, key, task), system: gitlab.key, what: 'delete', target: '1001' },
    system,
  )
const wrote = (story: Story) => story.does(requester(story.request.id), 'reply', { text: 'Please wait' })
const effects = (story: Story, kind: string) => story.effects.filter(effect => effect.kind === kind)

describe('a step that a connected system can do', () => {
  it('is done by nobody else than before where nothing is connected', () => {
    const story = aRequest({ soleOwnedGroups: 1 }).begun()
    expect(story.tryTask(deletion, 'do-step', { step: groups })).toBe('no-system')
    expect(represent(story.request, sam, zone, rules).tasks.flatMap(({ steps }) => steps)).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ doable: expect.anything() })]),
    )
  })

  it('says which system would do it, under which label', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    const shown = represent(story.request, sam, zone, rules, [], story.systems)
    expect(shown.tasks.find(({ key }) => key === deletion)?.steps[0]).toMatchObject({
      doable: { system: 'gitlab', label: 'Delete the groups in GitLab' },
      running: false,
    })
  })

  it('is left to people where another source than the system has found the account', () => {
    const story = aRequest({ soleOwnedGroups: 1 })
    story.systems = allConnected
    story.begun()
    expect(story.tryTask(deletion, 'do-step', { step: groups })).toBe('no-system')
  })

  it('is refused before its turn, to other teams, on hold, with a question open and while a message is unread', () => {
    const story = () => connected({ soleOwnedGroups: 1 }).begun()
    expect(story().tryTask(deletion, 'do-step', { step: 'delete-user' })).toBe('step-out-of-order')
    for (const other of [rosa, carl])
      expect(story().tryTask(deletion, 'do-step', { step: groups }, other)).toBe('not-allowed')
    expect(story().tryTask(deletion, 'do-step', { step: groups }, priya)).toBe('needs-note-from-privacy')
    expect(story().held().tryTask(deletion, 'do-step', { step: groups })).toBe('on-hold')
    expect(story().escalated().tryTask(deletion, 'do-step', { step: groups })).toBe('escalation-open')
    expect(wrote(story()).tryTask(deletion, 'do-step', { step: groups })).toBe('unread-message')
  })

  it('is refused before everything is verified', () => {
    const story = connected({ privateProjects: 1, soleOwnedGroups: 1 }, { rating: 'high' }).begun()
    expect(story.tryTask(deletion, 'do-step', { step: groups })).toBe('not-destructive-yet')
  })

  it('looks the account up before the first that destroys, and stops where it has changed', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    if (story.account) story.account = { ...story.account, email: 'other@people.example' }
    expect(story.tryTask(deletion, 'do-step', { step: groups })).toBe('account-changed')
    expect(story.openHolds).toEqual(['account-changed'])
    expect(effects(story, 'do-step')).toEqual([])
  })

  it('is under way until the system says that it is true; nobody ticks it meanwhile', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    story.onTask(deletion, 'do-step', { step: groups })
    expect(effects(story, 'do-step')).toHaveLength(1)
    expect(step(story, groups)).toMatchObject({ doneAt: null, run: { systems: ['gitlab'], byId: sam.id } })
    expect(story.tryTask(deletion, 'do-step', { step: groups })).toBe('step-running')
    expect(story.tryTask(deletion, 'tick-step', { step: groups })).toBe('step-running')
    done(story, groups)
    expect(step(story, groups)).toMatchObject({
      run: null,
      doneById: sam.id,
      evidence: [{ kind: 'system', system: 'gitlab', result: '204', changed: true }],
    })
    expect(story.tryTask(deletion, 'untick-step', { step: groups })).toBe('seen-by-product')
  })

  it('that found nothing to do has destroyed nothing', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    story.onTask(deletion, 'do-step', { step: groups })
    done(story, groups, { changed: false })
    expect(story.request.erasureBegunAt).toBeNull()
    expect(step(story, groups)?.doneAt).not.toBeNull()
  })

  it('counts as begun once the first change is about to be made', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    story.onTask(deletion, 'do-step', { step: groups })
    expect(story.request.erasureBegunAt).toBeNull()
    expect(begun(story, groups)).toBeNull()
    expect(story.request.erasureBegunAt).not.toBeNull()
    expect(effects(story, 'begin-effect')).toHaveLength(1)
  })

  it.each([
    ['a hold', (story: Story) => story.held(), 'on-hold'],
    ['a question to Privacy', (story: Story) => story.escalated(), 'escalation-open'],
    ['a message of the person', wrote, 'unread-message'],
  ])('begins no change any more once %s has come in between', (_what, comes, reason) => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    story.onTask(deletion, 'do-step', { step: groups })
    comes(story)
    expect(begun(story, groups)).toBe(reason)
    expect(effects(story, 'begin-effect')).toEqual([])
  })

  it('begins no change on hold, not even one that destroys nothing', () => {
    const story = connected().begun()
    story.onTask(search, 'resolve', { found: { zendesk: true, customersPortal: false } })
    const task = 'zendesk-deletion'
    story.onTask(task, 'do-step', { step: 'check-organisation' }, rosa)
    done(story, 'check-organisation', { task, changed: false, by: 'zendesk' })
    story.onTask(task, 'do-step', { step: 'close-tickets' }, rosa)
    story.held()
    expect(begun(story, 'close-tickets', task)).toBe('on-hold')
  })

  it('begins no change for a run that a person took over, or that is over', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    story.onTask(deletion, 'do-step', { step: groups })
    const old = runOf(story, groups)
    story.onTask(deletion, 'stop-step', { step: groups })
    const change = { ...old, system: gitlab.key, what: 'delete', target: '1001' }
    expect(story.tryTask(deletion, 'begin-effect', change, system)).toBe('step-not-running')
    const late = { ...old, changed: true, evidence: [line('gitlab')] }
    expect(story.tryTask(deletion, 'record-step-done', late, system)).toBe('step-not-running')
    expect(step(story, groups)).toMatchObject({ run: null, doneAt: null })
    story.onTask(deletion, 'tick-step', { step: groups })
  })

  it('is left to a person with words where the system couldn’t, and can be tried again', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    story.onTask(deletion, 'do-step', { step: groups })
    story.onTask(
      deletion,
      'record-step-failure',
      { ...runOf(story, groups), problem: 'GitLab failed (500).' },
      system,
    )
    expect(step(story, groups)).toMatchObject({ run: null, problem: 'GitLab failed (500).', doneAt: null })
    story.onTask(deletion, 'do-step', { step: groups })
    expect(step(story, groups)).toMatchObject({ problem: null })
  })
})

describe('a task that systems do whole', () => {
  it('is advised, by one click, and the hand stays possible', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    const offered = adviceFor(story.request, story.systems).flatMap(({ steps }) => steps)
    expect(offered.filter(({ taskId }) => taskId === story.task(deletion).id)).toMatchObject([
      {
        command: 'do-step',
        label: 'Delete the user and their contributions in GitLab, and the rest',
        preset: { rest: true },
      },
      { command: 'tick-step', aside: true },
    ])
  })

  it('continues step by step, lists the addresses, and is resolved when none is left', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    story.onTask(deletion, 'do-step', { step: groups, rest: true })
    for (const key of [groups, 'delete-user', 'verify-gone']) done(story, key)
    expect(effects(story, 'list-for-data-platform')).toHaveLength(1)
    done(story, 'upload-csv', { by: 'data-platform' })
    expect(story.task(deletion)).toMatchObject({ state: 'resolved', resolution: 'complete' })
    expect(effects(story, 'erase-account')).toHaveLength(1)
  })

  it('leaves what only people can do to them', () => {
    const story = connected({ soleOwnedGroups: 1 })
    story.systems = [gitlab]
    story.begun()
    story.onTask(deletion, 'do-step', { step: groups, rest: true })
    for (const key of [groups, 'delete-user', 'verify-gone']) done(story, key)
    expect(step(story, 'upload-csv')).toMatchObject({ doneAt: null, run: null })
    expect(story.task(deletion).state).toBe('open')
  })

  it('stops behind a step where something forbids the next one by then', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    story.onTask(deletion, 'do-step', { step: groups, rest: true })
    story.held()
    done(story, groups)
    expect(step(story, 'delete-user')).toMatchObject({ run: null, doneAt: null })
  })

  it('says who does the work: systems where they can, else people', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    expect(adviceFor(story.request, story.systems)[0]?.say).toContain(
      'Connected systems do the steps that you',
    )
    expect(adviceFor(story.request, [])[0]?.say).toBe(
      'Work the open tasks. Tick the steps in order, then resolve each task.',
    )
  })

  it('waits for nobody while systems work', () => {
    const story = connected({ soleOwnedGroups: 1 }).begun()
    story.onTask(search, 'resolve', { found: { zendesk: false, customersPortal: false } })
    expect(waitingOn(story.request)).toBe('support')
    story.onTask(deletion, 'do-step', { step: groups, rest: true })
    expect(waitingOn(story.request)).toBe('system')
    expect(adviceFor(story.request, story.systems)[0]?.say).toMatch(/^Connected systems are doing the work/)
  })

  it('ends as an exception where the handbook says so: an active organisation owns the data', () => {
    const story = connected().begun()
    story.onTask(search, 'resolve', { found: { zendesk: true, customersPortal: false } })
    const task = 'zendesk-deletion'
    story.onTask(task, 'do-step', { step: 'check-organisation', rest: true }, rosa)
    const note = 'An active organisation owns the data (organisation 7).'
    story.onTask(task, 'record-step-exception', { ...runOf(story, 'check-organisation', task), note }, system)
    expect(story.task(task)).toMatchObject({ resolution: 'exception', note })
    expect(waitingOn(story.request)).toBe('privacy')
  })

  it('says in the forum’s own step what was deleted', () => {
    const story = connected(null, { type: 'forum-deletion' })
    story.systems = [forum]
    story.confirmed()
    const task = 'forum-deletion'
    story.onTask(task, 'do-step', { step: 'match', rest: true }, story.carrier(task))
    for (const key of ['match', 'delete-user', 'comment']) done(story, key, { task, by: 'discourse' })
    expect(step(story, 'comment', task)?.given).toBe('Deleted')
    expect(story.state).toBe('closed')
  })
})
