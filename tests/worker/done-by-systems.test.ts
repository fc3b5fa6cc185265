import { describe, expect, test } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import type { Role } from '@/lib/core/people/actor'
import { connectedSystems } from '@/lib/door/systems/connected'
import { connectedWorld } from '../support/connected-world'

const world = await connectedWorld()
const { about, gitlab, zendesk, portal, marketing, forum, get, runTask, workOn } = world

const taskOf = async (reference: string, part: string) => {
  const task = (await get(reference)).tasks.find(({ name }) => name.includes(part))
  if (!task) throw new Error(`no task ${part}`)
  return task
}
/** One click: the first step that the rules offer on a task, as the desk offers it. */
async function click(role: Role, reference: string, part: string) {
  const task = await taskOf(reference, part)
  const request = await get(reference)
  const [step] = adviceFor(request, await connectedSystems())
    .flatMap(({ steps }) => steps)
    .filter(({ taskId }) => taskId === task.id)
  const { 'found.zendesk': z, 'found.customersPortal': p, ...preset } = step?.preset ?? {}
  const found = z === undefined && p === undefined ? {} : { found: { zendesk: z, customersPortal: p } }
  const input = { ...preset, ...found }
  expect(await runTask(role, reference, part, step?.command ?? 'none', input)).toMatchObject({ ok: true })
  await workOn()
}

describe('an individual deletion, with everything connected', () => {
  test('the checks read GitLab, and say so', async () => {
    gitlab.state.addUser({ username: 'checked', secondary: ['second@people.example'] })
    const now = await get(await about('checked'))
    expect(now.checks[0]).toMatchObject({ source: 'gitlab', facts: { sameAccount: true } })
    expect(now.accountEmails).toEqual(['checked@people.example', 'second@people.example'])
  })

  test('nowhere else: two clicks, and it is fulfilled', async () => {
    const { id } = gitlab.state.addUser({ username: 'alone' })
    const reference = await about('alone')
    await click('support-engineer', reference, 'GitLab Deletion')
    expect(gitlab.did('delete-user', String(id))).toBe(1)
    expect(gitlab.state.users.has(id)).toBe(false)
    const { steps } = await taskOf(reference, 'GitLab Deletion')
    const upload = steps.find(({ key }) => key === 'upload-csv')
    expect(upload?.doneAt).toBeNull()
    expect(
      await runTask('support-engineer', reference, 'GitLab Deletion', 'tick-step', { step: 'upload-csv' }),
    ).toMatchObject({ ok: true })
    expect(
      await runTask('support-engineer', reference, 'GitLab Deletion', 'resolve', { resolution: 'complete' }),
    ).toMatchObject({ ok: true })
    await click('support-engineer', reference, 'Zendesk/cDot')
    expect(await get(reference)).toMatchObject({ state: 'closed', outcome: 'fulfilled' })
  })

  test('in Zendesk, the portal and marketing, too: each team judges once, and the rest is done with evidence', async () => {
    const { id } = gitlab.state.addUser({
      username: 'everywhere',
      secondary: ['old-everywhere@people.example'],
    })
    const user = zendesk.user('old-everywhere@people.example')
    const ticket = zendesk.ticket(user, { status: 'open' })
    portal.people.push({ id: '501', email: 'everywhere@people.example' })
    marketing.people.push({ id: '77', email: 'everywhere@people.example' })
    const reference = await about('everywhere')
    const search = await taskOf(reference, 'Zendesk/cDot')
    expect(search.searches).toMatchObject([
      { system: 'customers-portal', of: 'customersPortal', state: 'found' },
      { system: 'zendesk', of: 'zendesk', state: 'found', ids: [String(user.id)] },
    ])
    expect(zendesk.did('soft-delete')).toBe(0)
    await click('support-engineer', reference, 'GitLab Deletion')
    await click('support-engineer', reference, 'Zendesk/cDot')
    await click('support-readiness', reference, '(Zendesk Deletion')
    await click('console-engineer', reference, 'Customers Portal Deletion')
    for (const part of ['(Zendesk Deletion', 'Customers Portal Deletion'])
      expect(await taskOf(reference, part)).toMatchObject({ resolution: 'complete' })
    expect(['solved', 'closed']).toContain(ticket.status)
    expect(portal.did('erase', '501')).toBe(1)
    expect(marketing.did('erase', '77')).toBe(1)
    const evidence = (await get(reference)).tasks.flatMap(({ steps }) => steps).flatMap(step => step.evidence)
    expect(JSON.stringify(evidence)).not.toMatch(/people\.example|everywhere/)
    expect(evidence.filter(({ kind }) => kind === 'system').length).toBeGreaterThan(6)
    expect(gitlab.did('delete-user', String(id))).toBe(1)
  })

  test('a forum deletion does itself once a forum admin says so', async () => {
    forum.users.push({ id: 301, username: 'poster', emails: ['poster@people.example'], posts: 3 })
    const reference = await world.submit(
      { email: 'poster@people.example', username: 'poster' },
      { type: 'forum-deletion', forumProfile: 'https://forum.example/u/poster', forumUsername: 'poster' },
    )
    await world.work()
    expect(await world.run('requester', reference, 'confirm')).toMatchObject({ ok: true })
    await workOn()
    await click('forum-admin', reference, 'Forum')
    expect(await get(reference)).toMatchObject({ state: 'closed', outcome: 'fulfilled' })
    expect(forum.did('delete-user', '301')).toBe(1)
  })
})
