import { beforeEach, expect, test } from 'vitest'
import type { Issue } from '@/lib/systems/contract'
import { nobody } from '@/tests/support/stand-ins/wires'
import { eachWithItsSite } from './site'

const site = eachWithItsSite()

const issue: Issue = {
  about: 'escalation',
  marker: 'HB-1',
  title: 'Question about HB-1',
  description: 'A question was asked.',
  labels: ['privacy', 'gdpr, urgent'],
}

beforeEach(() => {
  const { state } = site.gitlab
  const privacy = state.addGroup({ path: 'privacy', owners: [1] })
  state.addProject(privacy, { id: 91, path: 'escalations' })
  site.more = { escalationProject: 'privacy/escalations' }
})

const open = async (about: Issue['about'] = 'escalation') =>
  await site.connection.openIssue?.({ ...issue, about })

test('an issue is confidential, has its labels, and is opened in the project of the settings', async () => {
  const link = await open()
  expect(link).toBe(`${site.gitlab.url}/-/issues/91/1`)
  expect(site.gitlab.state.issues).toMatchObject([
    { title: issue.title, confidential: true, labels: 'privacy,gdpr  urgent', project: 91 },
  ])
  site.more = { securityProject: 91 }
  await expect(open('security-review')).resolves.toBe(link)
})

test.each(['reset', 'reset-after', 'truncate', 'html', 'empty'] as const)(
  'an issue is opened once where the answer is lost: %s',
  async kind => {
    site.gitlab.fault(/^POST /, { kind })
    await expect(open()).rejects.toMatchObject({ mayHaveActed: true })
    await expect(open()).resolves.toMatch(/issues\/91\/1$/)
    expect(site.gitlab.did('issue')).toBe(1)
  },
)

test('an issue of another marker, or one that is closed, isn’t the same', async () => {
  const other = { description: '', confidential: true, labels: '', project: 91 }
  site.gitlab.state.issues.push({ ...other, iid: 1, title: 'Question about HB-12', state: 'opened' })
  site.gitlab.state.issues.push({ ...other, iid: 2, title: 'Question about HB-1', state: 'closed' })
  await expect(open()).resolves.toMatch(/issues\/91\/3$/)
})

test('a project that the settings lack is named', async () => {
  await expect(open('security-review')).rejects.toThrow(/securityProject/)
  site.more = {}
  expect(site.connection.openIssue).toBeUndefined()
})

test('find names every account with one of the addresses or the username', async () => {
  const { state } = site.gitlab
  const robin = state.addUser({ username: 'robin' })
  const wren = state.addUser({ username: 'wren', secondary: ['robin@old.example'] })
  const find = async (username: string | null, ...emails: string[]) =>
    await site.connection.find?.({ ...nobody, username, emails })
  expect(await find('robin', wren.email, robin.email)).toEqual({
    ids: [String(robin.id), String(wren.id)],
    words: '2 accounts',
  })
  expect(await find(null, 'robin@people.example')).toEqual({ ids: [String(robin.id)], words: '1 account' })
  expect(await find('nobody-here')).toEqual({ ids: [], words: 'no account' })
  site.gitlab.isAdmin = false
  await expect(find('nobody-here')).rejects.toMatchObject({ reason: 'forbidden' })
})
