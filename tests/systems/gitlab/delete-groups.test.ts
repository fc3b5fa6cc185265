import { describe, expect, test } from 'vitest'
import type { GitLabUser } from '@/tests/support/stand-ins/gitlab-state'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import { doing, nobody } from '@/tests/support/stand-ins/wires'
import { eachWithItsSite } from './site'

const site = eachWithItsSite()

const of = (user: GitLabUser) => ({
  ...nobody,
  accountId: String(user.id),
  username: user.username,
  emails: [user.email],
})
const act = () => site.act('delete-sole-groups')
const run = async (user: GitLabUser, ledger = new MemoryLedger()) =>
  await act().run(doing(ledger, { subject: of(user) }))

/** Robin owns `acme` with a subgroup, and alone `club/robins` inside a group of Wren’s; `shared` has two owners. */
function scene() {
  const { state } = site.gitlab
  const robin = state.addUser({ username: 'robin' })
  const wren = state.addUser({ username: 'wren' })
  const acme = state.addGroup({ path: 'acme', owners: [robin.id], members: [wren.id] })
  const tools = state.addGroup({ path: 'tools', parent: acme, owners: [robin.id] })
  const club = state.addGroup({ path: 'club', owners: [wren.id], members: [robin.id] })
  const robins = state.addGroup({ path: 'robins', parent: club, owners: [robin.id] })
  state.addGroup({ path: 'shared', owners: [robin.id, wren.id] })
  state.addProject(acme)
  state.addProject(tools)
  return { robin, wren, acme, robins }
}

describe('the preview', () => {
  test('lists each group that only this user owns, with what is in it and what becomes of it', async () => {
    const { robin } = scene()
    const { acts, nothingToDo } = await act().preview(of(robin), [])
    expect(nothingToDo).toBe(false)
    expect(acts).toEqual([
      expect.stringMatching(
        /^Group acme, with 2 projects and 1 other member, will be marked .* after 30 days\.$/,
      ),
      expect.stringMatching(
        /^Group club\/robins, with 0 projects and 0 other members, will be marked .* removed at once\.$/,
      ),
    ])
    expect(site.gitlab.effects).toEqual([])
  })
  test('says that there is nothing to do', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    expect(await act().preview(of(robin), [])).toEqual({ acts: [], nothingToDo: true })
    expect(await run(robin)).toMatchObject({ is: 'done', changed: false })
  })
})

describe('the deletion', () => {
  test('marks, removes at once what GitLab lets it, and says what waits', async () => {
    const { robin, acme, robins } = scene()
    const result = await run(robin)
    expect(result).toMatchObject({ is: 'done', changed: true })
    expect(site.gitlab.effects).toEqual([
      { what: 'mark-group', id: String(acme.id) },
      { what: 'mark-group', id: String(robins.id) },
      { what: 'remove-group', id: String(robins.id) },
    ])
    const words = JSON.stringify(result)
    expect(words).toMatch(/only available for subgroups/)
    expect(words).toMatch(/after 30 days/)
    expect(words).not.toMatch(/acme|robin/)
    const named = new Set([...words.matchAll(/\bgroup (\d+)\b/g)].map(match => Number(match[1])))
    expect(named).toEqual(new Set([acme.id, robins.id]))
  })
  test('may be forbidden to happen at once', async () => {
    const { robin, robins } = scene()
    site.gitlab.refusesRemoval = '`permanently_remove` is not permitted on this instance.'
    expect(JSON.stringify(await run(robin))).toMatch(/not permitted on this instance/)
    expect(site.gitlab.state.groups.get(robins.id)).toMatchObject({
      marked_for_deletion_on: expect.any(String),
    })
  })
  test('leaves a group with a subscription to a person, with its link, and does the others', async () => {
    const { robin, acme, robins } = scene()
    acme.hasSubscription = true
    expect(await run(robin)).toMatchObject({
      is: 'by-hand',
      words: expect.stringMatching(new RegExp(`Group ${acme.id} .*linked to a subscription`)),
      link: `${site.gitlab.url}/groups/acme/-/edit`,
    })
    expect(site.gitlab.did('remove-group', String(robins.id))).toBe(1)
  })
  test('is not asked for twice of a group that somebody marked before', async () => {
    const { robin, acme } = scene()
    acme.marked_for_deletion_on = '2026-01-01'
    expect(await run(robin)).toMatchObject({ is: 'done' })
    expect(site.gitlab.did('mark-group', String(acme.id))).toBe(0)
  })
  test.each(['reset', 'reset-after', 'empty', 'html'] as const)(
    'happens once where an answer is lost: %s',
    async kind => {
      const { robin, acme, robins } = scene()
      const ledger = new MemoryLedger()
      site.gitlab.fault(/^DELETE /, { kind }, 1)
      await expect(run(robin, ledger)).rejects.toMatchObject({ mayHaveActed: true })
      site.gitlab.fault(/^DELETE .*permanently_remove/, { kind }, 2)
      await expect(run(robin, ledger)).rejects.toThrow()
      await expect(run(robin, ledger)).rejects.toThrow()
      const result = await run(robin, ledger)
      expect(result).toMatchObject({ is: 'done', changed: true })
      for (const { id } of [acme, robins]) expect(site.gitlab.did('mark-group', String(id))).toBe(1)
      expect(site.gitlab.did('remove-group', String(robins.id))).toBe(1)
      // What happened before the last try is evidence, too.
      expect(JSON.stringify(result)).toContain(`Immediate removal of group ${robins.id}`)
    },
  )
  test('of a group that has another owner since is given up', async () => {
    const { robin, wren, robins } = scene()
    const ledger = new MemoryLedger()
    site.gitlab.fault(/permanently_remove/, { kind: 'reset' }, 2)
    await expect(run(robin, ledger)).rejects.toThrow()
    await expect(run(robin, ledger)).rejects.toThrow()
    site.gitlab.clearFaults()
    robins.members.set(wren.id, 50)
    await run(robin, ledger)
    expect(site.gitlab.state.groups.has(robins.id)).toBe(true)
  })
})
