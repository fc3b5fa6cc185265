import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { sendComplaint } from '@/lib/door/intake/complaint'
import { dayInWords } from '@/lib/door/mail/message-values'
import { changeEntry } from '@/lib/door/off-channel/change-entry'
import { logOffChannel } from '@/lib/door/off-channel/off-channel'
import { tellPrivacyOfSeveral } from '@/lib/door/off-channel/tell-privacy'
import { env } from '@/lib/env'
import { remindOfEntries } from '@/lib/worker/sweeps/off-channel'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { sql, staff } = world
const priya = staff('privacy')
const words = 'You mail me every day, and my dog is called Rex.'
const SINGLE = ['off-channel-notice', 'off-channel-reminder']

let people = 0
const emailOf = (person: number) => `kim${person}@people.example`
const complain = () => {
  const person = ++people
  const typed = { email: emailOf(person), about: 'marketing', words, country: '', region: '' }
  return sendComplaint(undefined, typed, `198.51.100.${person % 250}`, randomUUID())
}
const flood = async (times: number) => {
  for (let time = 0; time < times; time++) expect(await complain()).toEqual({ kind: 'sent' })
}
const logged = async () => {
  const input = { channel: 'letter', asksFor: 'complaint', note: 'Written by Rex' }
  const done = await logOffChannel(staff('support-engineer'), input, randomUUID())
  return (done.ok && done.id) || expect.unreachable()
}
const openEntries = () =>
  sql<{ id: string; due_on: Date }>(
    'select id, due_on from off_channel where finished_at is null order by at, id',
  )
const finish = async () => {
  for (const { id } of await openEntries())
    expect(
      await changeEntry(priya, id, 'finish', { note: 'Answered by telephone' }, randomUUID()),
    ).toMatchObject({ ok: true })
}
/** As if so many entries were due in so many days, and the worker had not looked since. */
const nowDue = (ids: readonly string[], days: number) =>
  sql(
    `update off_channel set due_on = now() + make_interval(days => $2), reminder_at = now() - interval '1 minute'
     where id = any($1)`,
    [ids, days],
  )
const queued = async (...kinds: string[]) =>
  (await sql('select id from outbox where kind = any($1)', [kinds])).length
const jobsThatWait = () =>
  sql<{ seconds: number; payload: object }>(
    `select extract(epoch from run_at - now())::int as seconds, payload
     from graphile_worker._private_jobs where key = 'tell-privacy' and locked_at is null`,
  )
/** As if the hour were over. */
const later = async () => {
  await sql(`update graphile_worker._private_jobs set run_at = now() where key = 'tell-privacy'`)
  await sql('update rate_limit set expire = 0')
  await world.work()
}
const gathered = () =>
  world.sink
    .accepted()
    .filter(({ subject }) => /^Off-channel.* to answer/.test(subject))
    .map(({ subject, text, html }) => ({ subject, text: text.replace(/\s+/g, ' '), html }))

beforeEach(async () => {
  await finish()
  await sql('update rate_limit set expire = 0')
  await tellPrivacyOfSeveral()
  await sql(`delete from graphile_worker._private_jobs where key = 'tell-privacy'`)
  await sql('delete from outbox')
  world.sink.mails.length = 0
})

describe('complaints beyond what Privacy is mailed one by one', () => {
  test('come in one mail with their number and the earliest date, and nothing that was typed', async () => {
    await flood(30)
    expect(await queued(...SINGLE)).toBe(5)
    const late = (await openEntries())[20] ?? expect.unreachable()
    const dueOn = new Date(+late.due_on - 3 * 86_400_000)
    await sql('update off_channel set due_on = $2 where id = $1', [late.id, dueOn])
    await later()
    const mails = gathered()
    expect(mails).toHaveLength(1)
    expect(await queued(...SINGLE)).toBe(5)
    const { subject = '', text = '', html = '' } = mails[0] ?? {}
    expect(subject).toBe('Off-channel: 25 to answer')
    expect(text).toContain(`by the end of ${dayInWords(dueOn, 'en')}`)
    expect(text).toContain(`${env().appUrl}/off-channel?state=open`)
    expect(text).not.toContain('overdue')
    for (const part of ['Rex', 'people.example', 'marketing'])
      expect(subject + text + html).not.toContain(part)
  })
  test('wait no longer than the hour, in one job that names nobody', async () => {
    await flood(9)
    const [job, ...others] = await jobsThatWait()
    expect(others).toEqual([])
    expect(job?.payload).toEqual({})
    expect(job?.seconds).toBeGreaterThan(3500)
    expect(job?.seconds).toBeLessThanOrEqual(3600)
  })
  test('never keep that mail from leaving by coming still when the hour is over', async () => {
    await flood(8)
    await sql('update rate_limit set expire = 0')
    await flood(8)
    await sql(`update graphile_worker._private_jobs set run_at = now() where key = 'tell-privacy'`)
    await world.work()
    expect(gathered().map(({ subject }) => subject)).toEqual([expect.stringMatching(/: 6 to answer$/)])
    expect(await queued(...SINGLE)).toBe(10)
  })
  test('are told of once, also where the job runs twice, and twice at once', async () => {
    await flood(8)
    await Promise.all([tellPrivacyOfSeveral(), tellPrivacyOfSeveral()])
    await tellPrivacyOfSeveral()
    await later()
    expect(gathered()).toHaveLength(1)
  })
  test('that were all answered by then are no reason for a mail', async () => {
    await flood(8)
    await finish()
    await later()
    expect(gathered()).toEqual([])
    await flood(6)
    await later()
    expect(gathered()[0]?.subject, 'and are not counted later').toMatch(/: 1 to answer$/)
  })
  test('are counted right where two come at once', async () => {
    await flood(4)
    await Promise.all([complain(), complain()])
    expect(await queued(...SINGLE)).toBe(5)
    await later()
    expect(gathered().map(({ subject }) => subject)).toEqual([expect.stringMatching(/: 1 to answer$/)])
  })
  test('say first which are overdue', async () => {
    await flood(8)
    const ids = (await openEntries()).map(({ id }) => id)
    await sql(`update off_channel set due_on = now() - interval '2 days' where id = any($1)`, [ids.slice(6)])
    await later()
    const { subject = '', text = '' } = gathered()[0] ?? {}
    expect(subject).toBe('Off-channel, 2 overdue: 3 to answer')
    expect(text).toContain('Overdue: 2.')
    expect(text).toContain('had to be answered')
    expect(text.indexOf('/off-channel?state=overdue')).toBeLessThan(text.indexOf('/off-channel?state=open'))
    expect(text).toContain('/off-channel?state=overdue')
  })
})

describe('entries that staff log, and reminders', () => {
  test('are counted with complaints', async () => {
    await flood(3)
    const ids = [await logged(), await logged(), await logged()]
    expect(await queued('off-channel-notice')).toBe(5)
    await nowDue(ids, 1)
    await remindOfEntries.run()
    expect(await queued('off-channel-reminder')).toBe(0)
    await later()
    const [mail, ...others] = gathered()
    expect(others).toEqual([])
    expect(mail?.subject, 'an entry that came and is due is one').toMatch(/: 3 to answer$/)
    expect(mail?.text).not.toContain('Rex')
  })
  test('of the due day come in one mail, once', async () => {
    const ids: string[] = []
    for (let time = 0; time < 8; time++) ids.push(await logged())
    await later()
    world.sink.mails.length = 0
    await sql('update rate_limit set expire = 0')
    await nowDue(ids, 0)
    await remindOfEntries.run()
    await remindOfEntries.run()
    expect(await queued('off-channel-reminder')).toBe(5)
    await later()
    await later()
    expect(gathered().map(({ subject }) => subject)).toEqual(['Off-channel, 3 overdue: 3 to answer'])
  })
  test('leave the mail for several what no mail of its own has told of', async () => {
    await flood(5)
    const id = await logged()
    await sql('update rate_limit set expire = 0')
    await nowDue([id], 1)
    await remindOfEntries.run()
    expect(await queued('off-channel-reminder')).toBe(1)
    await later()
    expect(gathered()).toEqual([])
  })
})
