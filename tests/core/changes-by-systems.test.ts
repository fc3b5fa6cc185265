import { describe, expect, it } from 'vitest'
import { system } from '@/tests/factories/system'
import { allConnected, gitlab } from './connected'
import { aRequest, type Story, siblings } from './given'

const deletion = 'gitlab-deletion'
const groups = 'delete-blocking-groups'
const marketing = 'marketing-deletion'

/** A deletion in which GitLab is at the groups. */
function underWay(): Story {
  const story = aRequest({ soleOwnedGroups: 1 }, { name: 'deletion', on: '2026-06-02T12:00' })
  story.systems = allConnected
  story.source = gitlab.key
  story.begun()
  story.onTask(deletion, 'do-step', { step: groups })
  return story
}
const runOf = (story: Story) => ({
  step: groups,
  run: story.task(deletion).steps.find(({ key }) => key === groups)?.run?.id,
})
const change = { system: gitlab.key, what: 'delete', target: '1001' }
const line = { system: gitlab.key, at: '2026-06-03T12:00:00Z', what: 'Deleted group 7', result: '202' }
const begins = (story: Story, run = runOf(story)) =>
  story.tryTask(deletion, 'begin-effect', { ...run, ...change }, system)
const ofMarketing = (story: Story) =>
  story.tryTask(marketing, 'begin-effect', { ...change, system: 'marketing' }, system)
const records = (story: Story, run: ReturnType<typeof runOf>, evidence: readonly object[] = [line]) =>
  story.tryTask(deletion, 'record-step-done', { ...run, changed: true, evidence }, system)
/** Whether a change was written down as about to happen. */
const isBegun = (story: Story) => story.effects.some(({ kind }) => kind === 'begin-effect')

describe('a change in a connected system', () => {
  it('may begin, also of a task that systems do whole', () => {
    const story = underWay()
    expect([ofMarketing(story), begins(story)]).toEqual([null, null])
    expect(isBegun(story)).toBe(true)
  })

  it('waits for an access request that was opened in between, unless the deletion has begun', () => {
    const access = () => aRequest({}, { name: 'access', type: 'data-access' }).begun()
    const story = underWay()
    siblings(access(), story)
    expect([begins(story), ofMarketing(story)]).toEqual(['access-open', 'access-open'])
    expect(isBegun(story)).toBe(false)
    const begun = underWay()
    expect(begins(begun)).toBeNull()
    siblings(access(), begun)
    expect([begins(begun), ofMarketing(begun)]).toEqual([null, null])
  })

  it('of a task that systems do whole waits for the end of a hold, too', () => {
    const story = underWay().held()
    expect(ofMarketing(story)).toBe('on-hold')
    expect(isBegun(story)).toBe(false)
  })

  it('doesn’t begin for a task that is over', () => {
    const story = underWay()
    const by = { systems: ['marketing'], changed: true, evidence: ['Erased: 2'] }
    story.onTask(marketing, 'complete-system-task', { by }, system)
    expect(ofMarketing(story)).toBe('task-not-open')
    expect(isBegun(story)).toBe(false)
  })

  it('doesn’t begin for a run that another has followed, and nothing is done by that', () => {
    const story = underWay()
    const old = runOf(story)
    story.onTask(deletion, 'stop-step', { step: groups })
    story.onTask(deletion, 'do-step', { step: groups })
    expect([begins(story, old), records(story, old)]).toEqual(['step-not-running', 'step-not-running'])
    expect(isBegun(story)).toBe(false)
    expect([begins(story), records(story, runOf(story))]).toEqual([null, null])
  })
})

it('a step isn’t done without evidence', () => {
  const story = underWay()
  expect(records(story, runOf(story), [])).toBe('invalid-input')
  expect(story.task(deletion).steps.find(({ key }) => key === groups)).toMatchObject({ doneAt: null })
})
