import { expect, test } from 'vitest'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import { doing, nobody } from '@/tests/support/stand-ins/wires'
import { eachWithItsSite } from './site'

const site = eachWithItsSite()

const MINUTE = 60_000
const start = new Date('2026-05-06T07:08:09Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * MINUTE)

test('a user who is being deleted is waited for, and is gone at GitLab’s own word beside a canary', async () => {
  site.more = { canaryUserId: 7 }
  const robin = site.gitlab.state.addUser({ username: 'robin' })
  const subject = { ...nobody, accountId: String(robin.id), username: 'robin', emails: [robin.email] }
  const ledger = new MemoryLedger()
  const deleting = site.act('delete-account')
  await deleting.run(doing(ledger, { subject }))
  const verify = async () => await site.act('verify-account-gone').run(doing(ledger, { subject }))
  expect(await verify()).toMatchObject({ is: 'waiting', afterSeconds: 2 })
  expect(await verify()).toMatchObject({ is: 'waiting' })
  const result = await verify()
  expect(result).toMatchObject({ is: 'done', changed: false })
  const words = JSON.stringify(result)
  for (const part of [`user ${robin.id}`, '404 User Not Found', 'user 7']) expect(words).toContain(part)
  expect(words).not.toContain('robin')
})

test('the longer it takes, the more rarely it is asked; after three days a person looks', async () => {
  const robin = site.gitlab.state.addUser({ username: 'robin', state: 'blocked' })
  const subject = { ...nobody, accountId: String(robin.id), username: 'robin' }
  const at = async (minutes: number) => {
    const ledger = new MemoryLedger(() => after(minutes))
    return await site.act('verify-account-gone').run(doing(ledger, { subject, begunAt: start }))
  }
  const waits = []
  for (const minutes of [0, 1, 5, 60, 1000]) waits.push(await at(minutes))
  expect(waits.map(result => result.is === 'waiting' && result.afterSeconds)).toEqual([2, 12, 60, 300, 300])
  expect(await at(3 * 24 * 60 + 1)).toMatchObject({ is: 'by-hand' })
})

test('an account that nobody deletes isn’t waited for without end', async () => {
  const robin = site.gitlab.state.addUser({ username: 'robin' })
  const subject = { ...nobody, accountId: String(robin.id), username: 'robin' }
  const at = async (minutes: number) => {
    const ledger = new MemoryLedger(() => after(minutes))
    return await site.act('verify-account-gone').run(doing(ledger, { subject, begunAt: start }))
  }
  expect(await at(1)).toMatchObject({ is: 'waiting' })
  expect(await at(11)).toMatchObject({ is: 'by-hand', words: expect.stringMatching(/isn’t being deleted/) })
})

test('of an account whose id was never known, the name and the address are looked for', async () => {
  const robin = site.gitlab.state.addUser({ username: 'robin', state: 'blocked' })
  const subject = { ...nobody, username: 'robin', emails: [robin.email] }
  const verify = async () => await site.act('verify-account-gone').run(doing(new MemoryLedger(), { subject }))
  expect(await verify()).toMatchObject({ is: 'waiting' })
  // Somebody else has the name now: that isn't for us to judge.
  site.gitlab.state.removeUser(robin)
  const later = site.gitlab.state.addUser({ username: 'robin', email: 'other@people.example' })
  expect(await verify()).toMatchObject({ is: 'by-hand' })
  site.gitlab.state.removeUser(later)
  expect(await verify()).toMatchObject({ is: 'done' })
})
