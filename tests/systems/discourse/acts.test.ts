import { describe, expect, test } from 'vitest'
import { SystemFailure } from '@/lib/systems/failure'
import { faults, nobody } from '@/tests/support/stand-ins/wires'
import { ada, forumBench } from './forum'

const bench = forumBench()
const MISMATCH = 'The forum account’s address isn’t one on this request. Resolve as Exception.'

describe('matching', () => {
  test('is done when a confirmed address of the user is on the request', async () => {
    const result = await bench().run('match-forum-user')
    expect(result).toMatchObject({
      is: 'done',
      changed: false,
      evidence: [{ what: 'Compared the addresses of user 301', result: 'One of them is on this request.' }],
    })
    expect(JSON.stringify(result)).not.toMatch(/example\.com|ada/i)
  })
  test('takes a name with the sign before it', async () => {
    expect(await bench().run('match-forum-user', { ...ada, forumUsername: ' @Ada_L ' })).toMatchObject({
      is: 'done',
    })
  })
  test.each([
    ['another address', { ...ada, emails: ['lee@example.com'] }, MISMATCH],
    ['no such user', { ...ada, forumUsername: 'lee' }, 'has no user with the username'],
    ['no username', { ...ada, forumUsername: null }, 'names no forum username'],
    ['what is no username', { ...ada, forumUsername: '../admin' }, 'has no user with the username'],
  ])('is work by hand for %s', async (_what, subject, words) => {
    const result = await bench().run('match-forum-user', subject)
    expect(result).toMatchObject({ is: 'by-hand', words: expect.stringContaining(words) })
    expect((await bench().preview('match-forum-user', subject)).acts[0]).toContain(words)
  })
  test.each(['../admin', '..', '.hidden', 'ada/emails', 'a?b', ''])(
    'asks for no name like %j',
    async name => {
      await bench().run('match-forum-user', { ...ada, forumUsername: name })
      expect(bench().forum.calls).toEqual([])
    },
  )
  test('isn’t fooled by another user than was asked for', async () => {
    const body = JSON.stringify({ user: { id: 5, username: 'lee' } })
    bench().forum.fault(/GET \/u\/Ada_L/, { kind: 'status', status: 200, body })
    await expect(bench().run('match-forum-user')).rejects.toThrow('another user than was asked for')
  })
})

describe('deleting', () => {
  test('takes the user with their posts', async () => {
    expect(await bench().preview('delete-forum-user')).toEqual({
      acts: ['User 301 and 3 posts will be deleted.'],
      nothingToDo: false,
    })
    const result = await bench().run('delete-forum-user')
    expect(result).toMatchObject({
      is: 'done',
      changed: true,
      evidence: [{ what: 'Deleted user 301', result: 'User 301 and 3 posts deleted' }],
    })
    expect(bench().forum.effects).toEqual([{ what: 'delete-user', id: '301' }])
    expect(JSON.stringify(bench().ledger.records)).not.toMatch(/example\.com|ada/i)
  })
  test.each([
    ['an admin', { admin: true }],
    ['a moderator', { moderator: true }],
    ['a user of the forum itself', { id: -1 }],
  ])('never takes %s', async (_who, what) => {
    const [user] = bench().forum.users
    Object.assign(user ?? {}, what)
    expect(await bench().run('delete-forum-user')).toMatchObject({
      is: 'by-hand',
      words: expect.stringContaining('is an admin or moderator of the forum'),
    })
    expect((await bench().preview('delete-forum-user')).acts[0]).toContain('admin or moderator')
    expect(bench().forum.effects).toEqual([])
  })
  test('compares the address once more', async () => {
    const stranger = { ...ada, emails: ['lee@example.com'] }
    expect(await bench().run('delete-forum-user', stranger)).toMatchObject({ is: 'by-hand', words: MISMATCH })
    expect(bench().forum.effects).toEqual([])
  })
  test('finds nothing to do where nobody is left', async () => {
    bench().forum.users = []
    const result = await bench().run('delete-forum-user')
    expect(result).toMatchObject({ is: 'done', changed: false })
    expect(await bench().preview('delete-forum-user')).toMatchObject({ nothingToDo: true })
  })
  test.each(['a@old.example.com', 'ada@work.example.com'])(
    'asks a person where another name has the address %s',
    async email => {
      const renamed = { ...ada, forumUsername: 'ada_before', emails: [email] }
      expect(await bench().run('delete-forum-user', renamed)).toMatchObject({
        is: 'by-hand',
        words: expect.stringContaining('but user 301 has an address on it'),
      })
    },
  )
  test('takes many posts batch by batch before', async () => {
    const [user] = bench().forum.users
    if (user) user.posts = 47
    expect(await bench().run('delete-forum-user')).toMatchObject({
      is: 'done',
      evidence: [{ result: 'User 301 and 47 posts deleted' }],
    })
    expect(bench().forum.effects).toEqual([
      { what: 'delete-posts', id: '20' },
      { what: 'delete-posts', id: '20' },
      { what: 'delete-posts', id: '7' },
      { what: 'delete-user', id: '301' },
    ])
  })
  test('lets others work between a few hundred posts', async () => {
    const [user] = bench().forum.users
    if (user) user.posts = 450
    expect(await bench().run('delete-forum-user')).toEqual({
      is: 'waiting',
      afterSeconds: 5,
      words: '50 posts of user 301 are still to be deleted.',
    })
    expect(await bench().run('delete-forum-user')).toMatchObject({
      is: 'done',
      evidence: [{ result: 'User 301 and 450 posts deleted' }],
    })
  })
  test('settles a batch whose answer was lost by counting', async () => {
    const [user] = bench().forum.users
    if (user) user.posts = 26
    bench().forum.fault(/PUT .*delete_posts_batch/, { kind: 'reset-after' })
    await expect(bench().run('delete-forum-user')).rejects.toThrow(SystemFailure)
    expect(await bench().run('delete-forum-user')).toMatchObject({
      is: 'done',
      evidence: [{ result: 'User 301 and 26 posts deleted' }],
    })
    expect(bench().ledger.records.map(({ what, result }) => [what, result])).toEqual([
      ['delete-posts', '20'],
      ['delete-posts', '6'],
      ['delete-user', 'deleted'],
    ])
  })
  test('settles a deletion whose answer was lost by looking', async () => {
    bench().forum.fault(/^DELETE/, { kind: 'reset-after' })
    await expect(bench().run('delete-forum-user')).rejects.toThrow(SystemFailure)
    expect(await bench().run('delete-forum-user')).toMatchObject({
      is: 'done',
      changed: true,
      evidence: [{ result: 'User 301 and 3 posts deleted' }],
    })
    expect(bench().forum.got(/^DELETE/)).toHaveLength(1)
  })
  test('tries again where nothing had happened', async () => {
    bench().forum.fault(/^DELETE/, { kind: 'reset' })
    await expect(bench().run('delete-forum-user')).rejects.toThrow(SystemFailure)
    expect(await bench().run('delete-forum-user')).toMatchObject({ is: 'done' })
    expect(bench().forum.did('delete-user')).toBe(1)
  })
  test.each([403, 200])('understands that Discourse says no, with %d', async status => {
    const body = '{"deleted":false,"message":"There are 3 posts."}'
    bench().forum.fault(/^DELETE/, { kind: 'status', status, body })
    expect(await bench().run('delete-forum-user')).toMatchObject({
      is: 'by-hand',
      words: expect.stringContaining('refuses to delete user 301, as they still have posts.'),
    })
    expect(bench().ledger.records).toEqual([])
  })
  test('says where the key may not delete', async () => {
    bench().forum.key = 'reader'
    expect(await bench().run('delete-forum-user')).toMatchObject({
      is: 'by-hand',
      words: expect.stringContaining('doesn’t let our key delete user 301'),
    })
  })
})

describe('a key that has lost its rights', () => {
  test('makes no user look gone', async () => {
    bench().forum.fault(/^DELETE/, { kind: 'reset' })
    await expect(bench().run('delete-forum-user')).rejects.toThrow(SystemFailure)
    bench().forum.key = 'nobody'
    for (const act of ['delete-forum-user', 'report-forum-deletion'] as const)
      await expect(bench().run(act)).rejects.toThrow('no longer takes our key for an admin’s')
  })
  test('makes no name look unknown', async () => {
    bench().forum.key = 'nobody'
    const lee = { ...ada, forumUsername: 'lee' }
    for (const act of ['match-forum-user', 'delete-forum-user', 'report-forum-deletion'] as const)
      await expect(bench().run(act, lee)).rejects.toThrow(SystemFailure)
    await expect(bench().connection.find?.(lee)).rejects.toThrow(SystemFailure)
  })
})

describe('the report', () => {
  test('is what the ledger has', async () => {
    await bench().run('delete-forum-user')
    const calls = bench().forum.calls.length
    const given = 'User 301 and 3 posts deleted'
    expect(await bench().preview('report-forum-deletion')).toEqual({
      acts: [`The comment will be: ${given}.`],
      nothingToDo: false,
    })
    expect(await bench().run('report-forum-deletion')).toMatchObject({
      is: 'done',
      changed: false,
      given,
      evidence: [{ result: given }],
    })
    expect(bench().forum.calls).toHaveLength(calls)
  })
  test('looks where a person deleted the user', async () => {
    bench().forum.users = []
    expect(await bench().run('report-forum-deletion')).toMatchObject({
      is: 'done',
      given: 'The forum has no user with the name or an address on this request',
    })
  })
  test('is work by hand while the user is there', async () => {
    expect(await bench().run('report-forum-deletion')).toMatchObject({ is: 'by-hand' })
    const renamed = { ...ada, forumUsername: 'ada_before' }
    expect(await bench().run('report-forum-deletion', renamed)).toMatchObject({ is: 'by-hand' })
  })
  test('counts the posts in words', async () => {
    const [user] = bench().forum.users
    if (user) user.posts = 1
    expect(await bench().preview('delete-forum-user')).toMatchObject({
      acts: ['User 301 and 1 post will be deleted.'],
    })
    if (user) user.posts = 0
    await bench().run('delete-forum-user')
    expect(await bench().run('report-forum-deletion')).toMatchObject({
      given: 'User 301 deleted, who had no posts',
    })
  })
})

describe('searching', () => {
  test('finds by name and by every address, each user once', async () => {
    bench().forum.users.push({ id: 302, username: 'other', emails: ['ada@example.com'], posts: 0 })
    expect(await bench().connection.find?.(ada)).toEqual({ ids: ['302', '301'], words: '2 users' })
  })
  test('takes a name that only looks like an address for nobody', async () => {
    bench().forum.users = [{ id: 9, username: 'xada@example.comx', emails: ['x@example.com'], posts: 0 }]
    const subject = { ...nobody, emails: ['ada@example.com'] }
    expect(await bench().connection.find?.(subject)).toEqual({ ids: [], words: 'No user was found.' })
  })
})

test('a forum that lists everybody doesn’t find everybody', async () => {
  bench().forum.users.push({ id: 302, username: 'lee', emails: ['lee@example.com'], posts: 0 })
  bench().forum.listsAll = true
  expect(await bench().connection.find?.(ada)).toMatchObject({ ids: ['301'] })
  expect(await bench().connection.find?.({ ...nobody, emails: ['ada@example.com'] })).toMatchObject({
    ids: [],
  })
})

describe('an answer that goes wrong is neither "not found" nor "done"', () => {
  const lee = { ...nobody, forumUsername: 'lee', emails: ['lee@example.com'] }
  const steps = ['match-forum-user', 'delete-forum-user', 'report-forum-deletion'] as const

  describe.each(faults)('%s', (_words, fault) => {
    test.each(steps)('looking for nobody: %s', async act => {
      for (const call of [/^GET \/u\//, /^GET \/session/]) {
        bench().forum.clearFaults()
        bench().forum.fault(call, fault)
        await expect(bench().run(act, lee)).rejects.toThrow(SystemFailure)
      }
    })
    test('searching for nobody', async () => {
      bench().forum.fault(/^GET \/admin\/users\/list/, fault)
      await expect(bench().connection.find?.(lee)).rejects.toThrow(SystemFailure)
    })
    test.each([/emails/, /^GET \/admin\/users\/301/, /^DELETE/])('deleting: %s', async call => {
      const planted = bench().forum.fault(call, fault)
      await expect(bench().run('delete-forum-user')).rejects.toThrow(SystemFailure)
      expect(planted.hits).toHaveLength(1)
      expect(bench().ledger.records.filter(({ state }) => state === 'done')).toEqual([])
      expect(await bench().run('delete-forum-user')).toMatchObject({ is: 'done', changed: true })
      expect(bench().forum.did('delete-user')).toBe(1)
    })
  })
})
