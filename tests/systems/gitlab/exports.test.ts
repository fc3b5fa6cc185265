import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { GitLabUser } from '@/tests/support/stand-ins/gitlab-state'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import { doing, MemoryFiles, nobody } from '@/tests/support/stand-ins/wires'
import { eachWithItsSite } from './site'

const site = eachWithItsSite()

const of = (user: GitLabUser) => ({
  ...nobody,
  accountId: String(user.id),
  username: user.username,
  emails: [user.email],
})

/** An export that is run again and again, on a clock that jumps to when it wants to be run. */
class Exporting {
  now = new Date('2026-05-06T07:08:09Z')
  readonly ledger = new MemoryLedger(() => this.now)
  readonly files = new MemoryFiles()
  /** How often GitLab itself asked us to wait. */
  refused = 0

  constructor(readonly user: GitLabUser) {}

  async run(keepFile = this.files.keep) {
    return await site.act('export-projects').run(doing(this.ledger, { subject: of(this.user), keepFile }))
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000)
    if (seconds >= 60) site.gitlab.nextMinute()
  }

  async toItsEnd() {
    for (let tries = 0; tries < 100; tries += 1) {
      const result = await this.run()
      if (result.is !== 'waiting') return result
      if (/asked us to wait/.test(result.words)) this.refused += 1
      this.pass(result.afterSeconds)
    }
    throw new Error('it never ends')
  }
}

const began = (username = 'robin') => new Exporting(site.gitlab.state.addUser({ username }))

describe('what may be exported', () => {
  test('is personal projects, and projects of groups in which nobody else is a member', async () => {
    const { state } = site.gitlab
    const robin = state.addUser({ username: 'robin' })
    const wren = state.addUser({ username: 'wren' })
    const alone = state.addGroup({ path: 'alone', owners: [robin.id] })
    const below = state.addGroup({ path: 'below', parent: alone })
    const joined = state.addGroup({ path: 'joined', parent: alone, members: [wren.id] })
    const together = state.addGroup({ path: 'together', owners: [robin.id], members: [wren.id] })
    const wrens = state.addGroup({ path: 'wrens', owners: [wren.id] })
    const inherited = state.addGroup({ path: 'inherited', parent: wrens, owners: [robin.id] })
    const mine = [robin, alone, below].map(owner => state.addProject(owner).id)
    for (const owner of [joined, together, wrens, inherited]) state.addProject(owner)
    // Shared with Robin's own group, which makes it nobody's but Wren's.
    state.addProject(wrens, { sharedWith: [alone.id] })
    const result = await site.act('list-exportable').run(doing(new MemoryLedger(), { subject: of(robin) }))
    expect(result).toMatchObject({
      is: 'done',
      changed: false,
      evidence: [{ result: `3 projects: ${mine.join(', ')}` }],
    })
    expect((await site.act('list-exportable').preview(of(robin), [])).acts).toHaveLength(3)
    expect((await site.act('export-projects').preview(of(robin), [])).acts).toEqual(
      mine.map(id => expect.stringContaining(`(id ${id}) will be exported`)),
    )
  })
  test('may be nothing', async () => {
    const exporting = began()
    expect(await exporting.run()).toMatchObject({ is: 'done', changed: false })
    expect(await site.act('export-projects').preview(of(exporting.user), [])).toEqual({
      acts: [],
      nothingToDo: true,
    })
  })
})

describe('an export', () => {
  test('starts, waits and downloads each project once, within GitLab’s limits', async () => {
    const exporting = began()
    const ids = Array.from({ length: 8 }, () => site.gitlab.state.addProject(exporting.user).id)
    const result = await exporting.toItsEnd()
    expect(result).toMatchObject({ is: 'done', changed: true })
    expect(result.is === 'done' && result.evidence.map(({ what }) => what)).toEqual(
      ids.map(id => `Export of project ${id}`),
    )
    for (const id of ids) {
      expect(site.gitlab.did('export', String(id))).toBe(1)
      expect(site.gitlab.did('download', String(id))).toBe(1)
    }
    expect(exporting.files.kept.map(({ name }) => name).sort()).toEqual(
      ids.map(id => `project-${id}.tar.gz`).sort(),
    )
    for (const { bytes } of exporting.files.kept) expect(gunzipSync(bytes)).toHaveLength(5000)
    // Our own count kept to the limits, so that GitLab never had to.
    const all = await exporting.ledger.all()
    const seconds = (what: string) =>
      all.flatMap(record => (record.what === what ? Number(record.settledAt) / 1000 : []))
    const downloads = seconds('download-export')
    const starts = seconds('start-export')
    expect(downloads.slice(1).every((at, before) => at - (downloads[before] ?? at) >= 60)).toBe(true)
    expect(starts.slice(6).every((at, before) => at - (starts[before] ?? at) >= 60)).toBe(true)
    expect(exporting.refused).toBe(0)
  })
  test('that GitLab holds up is waited for a minute and more, as it doesn’t say how long', async () => {
    const exporting = began()
    site.gitlab.state.addProject(exporting.user)
    const tooMany = { kind: 'status', status: 429, body: 'Try again later.' } as const
    site.gitlab.fault(/^POST .*export/, tooMany)
    expect(await exporting.run()).toMatchObject({ is: 'waiting', afterSeconds: 65 })
    exporting.pass(65)
    expect(await exporting.toItsEnd()).toMatchObject({ is: 'done' })
    expect(site.gitlab.did('export')).toBe(1)
  })
  test('that was made before is made anew, so that nothing old is handed over', async () => {
    const exporting = began()
    site.gitlab.state.addProject(exporting.user, { export_status: 'finished' })
    expect(await exporting.toItsEnd()).toMatchObject({ is: 'done' })
    expect(site.gitlab.did('export')).toBe(1)
  })
  test.each(['reset', 'reset-after', 'empty', 'html'] as const)(
    'starts once where the answer is lost: %s',
    async kind => {
      const exporting = began()
      site.gitlab.state.addProject(exporting.user)
      site.gitlab.fault(/^POST .*export/, { kind })
      await expect(exporting.run()).rejects.toMatchObject({ mayHaveActed: true })
      expect(await exporting.toItsEnd()).toMatchObject({ is: 'done' })
      expect(site.gitlab.did('export')).toBe(1)
    },
  )
  test.each(['truncate', 'html', 'empty', 'reset', 'reset-after'] as const)(
    'that doesn’t come whole is kept nowhere, and downloaded again: %s',
    async kind => {
      const exporting = began()
      site.gitlab.state.addProject(exporting.user)
      await exporting.run()
      await exporting.run()
      site.gitlab.fault(/download/, { kind })
      exporting.pass(65)
      await expect(exporting.toItsEnd()).rejects.toThrow()
      expect(exporting.files.kept).toEqual([])
      exporting.pass(65)
      expect(await exporting.toItsEnd()).toMatchObject({ is: 'done' })
      expect(exporting.files.kept).toHaveLength(1)
    },
  )
  test('that failed in GitLab is left to a person, with its link, once the others are there', async () => {
    const exporting = began()
    const [lost] = [1, 2].map(() => site.gitlab.state.addProject(exporting.user))
    expect(await exporting.run()).toMatchObject({ is: 'waiting' })
    if (lost) lost.export_status = 'none'
    expect(await exporting.run()).toMatchObject({ is: 'waiting' })
    exporting.pass(16 * 60)
    expect(await exporting.toItsEnd()).toMatchObject({
      is: 'by-hand',
      link: `${site.gitlab.url}/projects/${lost?.id}`,
    })
    expect(exporting.files.kept).toHaveLength(1)
  })
  test('that the task can’t keep is left to a person, in the task’s words', async () => {
    const exporting = began()
    site.gitlab.state.addProject(exporting.user, { export_status: 'started' })
    const full = async () => ({ ok: false as const, words: 'The file is too large.' })
    const results = []
    for (let tries = 0; tries < 3; tries += 1) results.push(await exporting.run(full))
    expect(results).toContainEqual({ is: 'by-hand', words: 'The file is too large.' })
  })
  test('isn’t begun for a project that came to others meanwhile', async () => {
    const exporting = began()
    const { state } = site.gitlab
    const group = state.addGroup({ path: 'alone', owners: [exporting.user.id] })
    state.addProject(group)
    group.members.set(1, 30)
    expect(await exporting.run()).toMatchObject({ is: 'done', changed: false })
    expect(site.gitlab.effects).toEqual([])
  })
})
