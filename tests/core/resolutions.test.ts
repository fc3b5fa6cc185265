import { describe, expect, it } from 'vitest'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { type TaskKey, taskPlans } from '@/lib/core/handbook/tasks/index'
import { resolutions } from '@/lib/core/request/task'
import { carl, finn, priya, rosa, sam } from './cast'
import { aRequest, type Story } from './given'

const note = 'x'
const working = () => aRequest().begun()
/** The first type that plans the task, as far as its task is open. */
function planned(key: string): Story {
  const type = [...requestTypes.values()].find(({ tasks }) => tasks.some(task => task.key === key))
  if (!type) throw new Error(`no request type plans the task ${key}; say in withTask how it opens`)
  const story = aRequest({}, { type: type.key, country: 'NL' }).confirmed()
  return story.state === 'checking' ? story.checked() : story
}
/** How a task opens and could be resolved, where planning it isn't enough. */
const particular: Partial<Record<TaskKey, () => Story>> = {
  'customers-portal-deletion': () => working().found({ zendesk: false, customersPortal: true }),
  'zendesk-deletion': () => working().found({ zendesk: true, customersPortal: false }),
  // Handed to Privacy, since nobody resolves the system's own.
  'marketing-deletion': () => working().onTask('marketing-deletion', 'fail-system-task'),
  'usage-data-deletion': () => working().onTask('usage-data-deletion', 'fail-system-task'),
  'marketing-opt-out': () => planned('marketing-opt-out').onTask('marketing-opt-out', 'fail-system-task'),
  export: () => aRequest({}, { type: 'data-export', country: 'NL' }).begun().selfServed().helped(),
}
const withTask: Readonly<Record<string, () => Story>> = {
  ...Object.fromEntries([...taskPlans.keys()].map(key => [key, () => planned(key)])),
  ...particular,
}
/** Not Found, as it is said on this task. */
const notFound = (story: Story, key: string) => {
  const { systems } = taskPlans.get(key) ?? {}
  const found = Object.fromEntries((systems ?? []).map(system => [system, false]))
  return story.tryTask(key, 'resolve', systems ? { found, note } : { resolution: 'not_found', note })
}

describe('a task', () => {
  it('has exactly three resolutions: Complete, Exception (note required), Not Found', () => {
    expect(resolutions).toEqual(['complete', 'exception', 'not_found'])
    const story = working()
    for (const resolution of ['cancelled', 'Complete', '', 'done', null])
      expect(story.tryTask('gitlab-deletion', 'resolve', { resolution })).toBe('invalid-input')
    expect(story.tryTask('gitlab-deletion', 'resolve', { resolution: 'exception' })).toBe('note-required')
  })
  it('is resolved once', () => {
    const story = working().onTask('gitlab-deletion', 'resolve', { resolution: 'exception', note })
    expect(story.tryTask('gitlab-deletion', 'resolve', { resolution: 'exception', note })).toBe(
      'task-not-open',
    )
  })
})

describe('Not Found', () => {
  it.each(Object.entries(withTask))('counts as done where the plan of the task says so: %s', (key, make) => {
    expect(notFound(make(), key)).toBe(taskPlans.get(key)?.notFound ? null : 'not-found-not-allowed')
  })
  it.each([
    ['gitlab-deletion', false],
    ['zendesk-cdot-deletion', true],
    ['customers-portal-search', true],
    ['customers-portal-deletion', true],
    ['zendesk-deletion', true],
    ['marketing-deletion', false],
    ['usage-data-deletion', false],
    ['access', true],
    ['export', false],
    ['forum-deletion', false],
    ['correction', true],
    ['objection', false],
    ['marketing-opt-out', false],
  ])('is said by the plan as the handbook has it: %s, %s', (key, counts) => {
    expect(taskPlans.get(key)?.notFound).toBe(counts)
  })
  it('counts on the GitLab Deletion task only where the checks found no account', () => {
    const dead = { type: 'deceased-deletion', relationship: 'authorized-agent' } as const
    expect(notFound(aRequest(null, dead).begun().validated(), 'gitlab-deletion')).toBeNull()
    expect(notFound(aRequest({}, dead).begun().validated(), 'gitlab-deletion')).toBe('not-found-not-allowed')
  })
})

describe('Complete', () => {
  it.each(Object.entries(withTask).filter(([key]) => (taskPlans.get(key)?.steps.length ?? 0) > 0))(
    'needs every step: %s',
    (key, make) => {
      const story = make()
      while (story.task(key).steps.some(step => !step.doneAt)) {
        expect(story.tryTask(key, 'resolve', { resolution: 'complete' })).toBe('steps-open')
        story.ticked(key, 1)
      }
      expect(story.completed(key).task(key).resolution).toBe('complete')
    },
  )
})

describe('teams', () => {
  it('tick and resolve their own tasks; support engineers never delete in Zendesk or the Customers Portal', () => {
    const team = { sam, rosa, carl, finn }
    const may = (key: string, make: () => Story) =>
      Object.entries(team)
        .filter(
          ([, actor]) => make().tryTask(key, 'resolve', { resolution: 'exception', note }, actor) === null,
        )
        .map(([name]) => name)
    expect(may('zendesk-deletion', withTask['zendesk-deletion'] ?? working)).toEqual(['rosa'])
    expect(may('customers-portal-deletion', withTask['customers-portal-deletion'] ?? working)).toEqual([
      'carl',
    ])
    expect(may('forum-deletion', withTask['forum-deletion'] ?? working)).toEqual(['finn'])
    expect(may('gitlab-deletion', working)).toEqual(['sam'])
  })
  it('Privacy ticks and resolves any, with a note', () => {
    const input = { resolution: 'exception' }
    expect(working().tryTask('gitlab-deletion', 'resolve', input, priya)).toBe('needs-note-from-privacy')
    expect(working().tryTask('gitlab-deletion', 'resolve', { ...input, note }, priya)).toBeNull()
  })
})
