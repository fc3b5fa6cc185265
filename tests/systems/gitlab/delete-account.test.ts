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
const run = async (subject = nobody, ledger = new MemoryLedger()) =>
  await site.act('delete-account').run(doing(ledger, { subject }))

describe('before anything is deleted', () => {
  test('the preview names the account, what goes with it and what stays', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    site.gitlab.state.addProject(robin)
    site.gitlab.state.addProject(robin, { visibility: 'public' })
    const preview = await site.act('delete-account').preview(of(robin), [])
    expect(preview.nothingToDo).toBe(false)
    const words = preview.acts.join(' ')
    for (const part of ['robin', `id ${robin.id}`, 'contributed', '2 personal projects', 'Commits'])
      expect(words).toContain(part)
    expect(site.gitlab.effects).toEqual([])
  })
  test('the account is found again by its id, or by name and address on one account', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin', secondary: ['old@people.example'] })
    const renamed = {
      ...nobody,
      accountId: String(robin.id),
      username: 'wren',
      emails: ['old@people.example'],
    }
    expect(await run(renamed)).toMatchObject({ is: 'done', changed: true })
    const wren = site.gitlab.state.addUser({ username: 'wren' })
    expect(await run({ ...of(wren), accountId: null })).toMatchObject({ is: 'done', changed: true })
    expect(site.gitlab.did('delete-user')).toBe(2)
  })
  test('an id that is another person’s account now is left to a person', async () => {
    const other = site.gitlab.state.addUser({ username: 'wren' })
    const subject = {
      ...nobody,
      accountId: String(other.id),
      username: 'robin',
      emails: ['robin@people.example'],
    }
    expect(await run(subject)).toMatchObject({
      is: 'by-hand',
      words: expect.stringMatching(/another one now/),
    })
    expect((await site.act('delete-account').preview(subject, [])).acts).toEqual([
      expect.stringMatching(/another one now/),
    ])
    expect(site.gitlab.effects).toEqual([])
  })
  test('a name and an address on two accounts are left to a person, and so is somebody unknown', async () => {
    site.gitlab.state.addUser({ username: 'robin' })
    site.gitlab.state.addUser({ username: 'wren' })
    expect(await run({ ...nobody, username: 'robin', emails: ['wren@people.example'] })).toMatchObject({
      is: 'by-hand',
    })
    expect(await run({ ...nobody, username: 'robin' })).toMatchObject({ is: 'by-hand' })
    expect(site.gitlab.effects).toEqual([])
  })
  test('the account of the token and the one that stays are never deleted', async () => {
    site.more = { canaryUserId: 7 }
    const { root, state } = site.gitlab
    const canary = state.users.get(7)
    expect(await run(of(root))).toMatchObject({ is: 'by-hand' })
    expect(canary && (await run(of(canary)))).toMatchObject({ is: 'by-hand' })
    expect(site.gitlab.effects).toEqual([])
  })
})

describe('the deletion', () => {
  test('takes the contributions along, once, and its evidence has ids only', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    const ledger = new MemoryLedger()
    const result = await run(of(robin), ledger)
    expect(result).toMatchObject({ is: 'done', changed: true })
    expect(JSON.stringify(result)).not.toContain('robin')
    expect(await run(of(robin), ledger)).toMatchObject({ is: 'done', changed: true })
    expect(site.gitlab.got(/^DELETE /).map(call => call.query)).toEqual([{ hard_delete: 'true' }])
  })
  test.each(['reset', 'reset-after', 'empty', 'html', 'truncate'] as const)(
    'happens once where its answer is lost: %s',
    async kind => {
      const robin = site.gitlab.state.addUser({ username: 'robin' })
      const ledger = new MemoryLedger()
      site.gitlab.fault(/^DELETE /, { kind })
      const first = run(of(robin), ledger)
      if (kind === 'truncate') await first
      else await expect(first).rejects.toMatchObject({ mayHaveActed: true })
      expect(await run(of(robin), ledger)).toMatchObject({ is: 'done', changed: true })
      expect(site.gitlab.did('delete-user')).toBe(1)
    },
  )
  test('is settled where the account went before we could look', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    const ledger = new MemoryLedger()
    site.gitlab.looks = 0
    site.gitlab.fault(/^DELETE /, { kind: 'reset-after' })
    await expect(run(of(robin), ledger)).rejects.toThrow()
    expect(await run(of(robin), ledger)).toMatchObject({ is: 'done', changed: true })
    expect(await ledger.all()).toMatchObject([{ state: 'done', before: 'active' }])
  })
  test('of an account that was blocked before is asked for again, as a block proves nothing then', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin', state: 'blocked' })
    const ledger = new MemoryLedger()
    site.gitlab.fault(/^DELETE /, { kind: 'reset' })
    await expect(run(of(robin), ledger)).rejects.toThrow()
    await run(of(robin), ledger)
    expect(site.gitlab.did('delete-user')).toBe(1)
  })
  test('of an account that is gone already changes nothing', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    site.gitlab.state.removeUser(robin)
    expect(await run(of(robin))).toMatchObject({ is: 'done', changed: false })
    expect(await run({ ...of(robin), accountId: null })).toMatchObject({ is: 'done', changed: false })
    expect(await site.act('delete-account').preview(of(robin), [])).toEqual({ acts: [], nothingToDo: true })
    expect(site.gitlab.got(/^DELETE /)).toEqual([])
  })
  test('is not believed gone by a token that lost its rights', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    site.gitlab.state.removeUser(robin)
    site.gitlab.isAdmin = false
    await expect(run(of(robin))).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(run({ ...of(robin), accountId: null })).rejects.toMatchObject({ reason: 'forbidden' })
  })
})
