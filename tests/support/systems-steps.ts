import { expect } from 'vitest'
import type { Role } from '@/lib/core/people/actor'
import type { Task, TaskStep } from '@/lib/core/request/task'
import type { ConnectedWorld } from './connected-world'

/** A step of a task, and who has it done. */
export interface StepAt {
  task: string
  step: string
  role: Role
}

export const steps = {
  gitlabGroups: { task: 'GitLab Deletion', step: 'delete-blocking-groups', role: 'support-engineer' },
  gitlabUser: { task: 'GitLab Deletion', step: 'delete-user', role: 'support-engineer' },
  gitlabGone: { task: 'GitLab Deletion', step: 'verify-gone', role: 'support-engineer' },
  organisation: { task: '(Zendesk Deletion', step: 'check-organisation', role: 'support-readiness' },
  tickets: { task: '(Zendesk Deletion', step: 'close-tickets', role: 'support-readiness' },
  zendeskUser: { task: '(Zendesk Deletion', step: 'delete-user', role: 'support-readiness' },
  zendeskGone: { task: '(Zendesk Deletion', step: 'verify-gone', role: 'support-readiness' },
  portalFind: { task: 'Customers Portal Deletion', step: 'find-customer', role: 'console-engineer' },
  portalErase: { task: 'Customers Portal Deletion', step: 'delete-customer', role: 'console-engineer' },
  portalGone: { task: 'Customers Portal Deletion', step: 'verify-gone', role: 'console-engineer' },
} as const satisfies Record<string, StepAt>

/** A person whom every connected system knows, by the ids that they have there. */
export interface Known {
  reference: string
  gitlab: string
  zendesk: string
  portal: string
  marketing: string
}

/** What tests of steps that systems do have in common. */
export function stepsIn(world: ConnectedWorld) {
  const { aboutEach, get, gitlab, marketing, portal, runTask, workOn, zendesk } = world
  let people = 0

  const taskIn = async (reference: string, { task }: Pick<StepAt, 'task'>): Promise<Task> => {
    const found = (await get(reference)).tasks.find(({ name }) => name.includes(task))
    if (!found) throw new Error(`no task ${task}`)
    return found
  }
  const stepIn = async (reference: string, at: StepAt): Promise<TaskStep> => {
    const found = (await taskIn(reference, at)).steps.find(({ key }) => key === at.step)
    if (!found) throw new Error(`no step ${at.step}`)
    return found
  }
  /** Begins a step as its team would; the job is left in the queue. */
  const begin = async (reference: string, { task, step, role }: StepAt): Promise<void> => {
    expect(await runTask(role, reference, task, 'do-step', { step })).toMatchObject({ ok: true })
  }

  /**
   * Deletions whose tasks are open in all systems, with everything in each of them still to be done.
   * @param groupsOpen GitLab hasn't yet been asked for groups that the person owns alone
   */
  const knownEach = async (count: number, { groupsOpen = false } = {}): Promise<Known[]> => {
    const usernames = Array.from({ length: count }, () => `known-${++people}`)
    const ids = usernames.map(username => {
      const tag = username.slice('known-'.length)
      const email = `${username}@people.example`
      const user = zendesk.user(email)
      zendesk.ticket(user, { status: 'open' })
      portal.people.push({ id: `p-${tag}`, email })
      marketing.people.push({ id: `m-${tag}`, email })
      const { id } = gitlab.state.addUser({ username })
      return { gitlab: String(id), zendesk: String(user.id), portal: `p-${tag}`, marketing: `m-${tag}` }
    })
    const references = await aboutEach(usernames)
    const found = { zendesk: true, customersPortal: true }
    for (const reference of references)
      expect(
        await runTask('support-engineer', reference, 'Zendesk/cDot', 'resolve', { found }),
      ).toMatchObject({ ok: true })
    await workOn()
    if (!groupsOpen) {
      for (const reference of references) await begin(reference, steps.gitlabGroups)
      await workOn()
    }
    return ids.map((known, at) => ({ ...known, reference: references[at] ?? '' }))
  }

  return {
    taskIn,
    stepIn,
    begin,
    knownEach,
    /** Begins a step and works until nothing is left to do. */
    async have(reference: string, at: StepAt): Promise<TaskStep> {
      await begin(reference, at)
      await workOn()
      return await stepIn(reference, at)
    },
    async known(how: { groupsOpen?: boolean } = {}): Promise<Known> {
      const [person] = await knownEach(1, how)
      if (!person) throw new Error('nobody')
      return person
    },
  }
}
