import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '@/lib/store/database/client'
import { mailTrouble, settleOutbox } from '@/lib/store/mail/outbox'
import { undeliveredCounts } from '@/lib/store/mail/stray-mail'
import { readNavigation } from '@/lib/store/queue/navigation'
import { staffOf } from '@/tests/factories/staff'
import { testDatabase } from '../support/database'
import { mailBench } from '../support/mail-bench'
import { type SmtpSink, smtpSink } from '../support/smtp'

const support = staffOf('support-engineer')

const testDb = await testDatabase()
const { sql } = testDb
const { rowOf, jobsNamed, queued, makeDue, empty, send: sendTo } = mailBench(testDb)
let sink: SmtpSink
const send = (id: string, options: { url?: string; jobId?: string } = {}) =>
  sendTo(id, options.url ?? sink.url, options.jobId)

beforeEach(async () => {
  sink = await smtpSink()
})
afterEach(async () => {
  await sink.close()
  await empty()
})

describe('a mail that the server takes', () => {
  test('arrives once, to exactly the one address, and leaves no readable or sealed copy behind', async () => {
    const { id, mailId } = await queued()
    await send(id)
    await send(id)
    expect(sink.mails).toHaveLength(1)
    expect(sink.mails[0]).toMatchObject({
      from: 'privacy@habeas.test',
      recipients: ['ada@customer.test'],
      mailId,
    })
    expect(sink.mails[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(sink.mails[0]?.raw, 'asks for no out-of-office answer').toMatch(
      /^X-Auto-Response-Suppress: OOF, AutoReply\r$/m,
    )
    expect(sink.mails[0]?.raw).toMatch(/^Date: /m)
    expect(mailId).toBe(`<${id}@habeas.test>`)
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', sealed: null, last_problem: null })
  })

  test('is sealed while it waits, and its job carries ids only', async () => {
    const { id } = await queued()
    const everything = JSON.stringify(await sql('select * from outbox'))
    const { sealed } = await rowOf(id)
    expect(everything).not.toContain('secret-token')
    expect(sealed?.toString('latin1')).not.toContain('secret-token')
    expect(await jobsNamed('send-mail')).toEqual([expect.objectContaining({ payload: { outboxId: id } })])
  })

  test('is transmitting in the database before the first byte of it leaves', async () => {
    const { id } = await queued()
    let state = ''
    sink.onFirstByte = async () => {
      state = (await rowOf(id)).state
    }
    await send(id)
    expect(state).toBe('transmitting')
  })

  test('has its delivery recorded by exactly one job, with ids only', async () => {
    const messageId = randomUUID()
    const { id } = await queued('ada@customer.test', messageId)
    await send(id)
    await send(id)
    const jobs = await jobsNamed('record-delivery')
    expect(jobs.map(job => job.payload)).toEqual([{ messageId, result: 'accepted' }])
  })

  test('leaves once when twenty jobs ask for it at the same time', async () => {
    const { id } = await queued()
    await Promise.all(Array.from({ length: 20 }, () => send(id)))
    expect(sink.mails).toHaveLength(1)
  })
})

describe('addresses', () => {
  test.each([
    'a@b.test, c@d.test',
    'a@b.test\r\nBcc: c@d.test',
    '"x@evil.test y"@corp.test',
    'a@b@c.test',
    'group: a@b.test;',
    'a@b.test (note)',
    'Ada <a@b.test>',
    '',
  ])('%j is refused before anything is stored', async to => {
    await expect(queued(to)).rejects.toThrow('exactly one valid address')
    expect(await sql('select id from outbox')).toEqual([])
  })
})

test.each([
  ['taro..yamada@mobile.example.org', '"taro..yamada"@mobile.example.org'],
  ['hanako.@mobile.example.org', '"hanako."@mobile.example.org'],
  ['ada.b@customer.test', 'ada.b@customer.test'],
])('%s is mailed as %s, in the envelope and in the header', async (to, written) => {
  const { id } = await queued(to)
  await send(id)
  expect(sink.mails[0]?.recipients).toEqual([written])
  expect(sink.mails[0]?.raw.match(/^To: (.+)\r$/m)?.[1]).toContain(written)
})

describe('a server that says not now', () => {
  test.each([
    ['greet-421', 'unavailable 421 4.3.2'],
    ['rcpt-450', 'answered 450 4.2.1'],
    ['dot-451', 'answered 451 4.3.0'],
  ] as const)(
    '%s: the mail waits and is tried again, without a word of personal data',
    async (behaviour, problem) => {
      const { id } = await queued()
      sink.behaviour = behaviour
      await send(id)
      const row = await rowOf(id)
      expect(row).toMatchObject({ state: 'queued', attempts: 1, last_problem: problem })
      expect(row.due_in).toBeGreaterThan(50)
      expect(row.due_in).toBeLessThan(61)
      const retries = (await jobsNamed('send-mail')).filter(job => job.due_in > 50)
      expect(retries).toHaveLength(1)
      sink.behaviour = 'accept'
      await makeDue(id)
      await send(id)
      expect(sink.accepted()).toHaveLength(1)
    },
  )

  test('the pauses double up to an hour and no number of tries gives the mail up', async () => {
    const { id } = await queued()
    sink.behaviour = 'rcpt-450'
    const pauses: number[] = []
    for (let attempt = 1; attempt <= 30; attempt++) {
      await makeDue(id)
      await send(id)
      pauses.push(Math.round((await rowOf(id)).due_in / 60))
    }
    expect(pauses.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: 30 })
  })

  test('a wrong password on our side holds the mail and does not bounce it', async () => {
    const { id } = await queued()
    sink.behaviour = 'auth-535'
    await send(id, { url: `smtp://habeas:secret@127.0.0.1:${sink.port}` })
    expect(await rowOf(id)).toMatchObject({ state: 'queued', last_problem: 'unavailable 535 5.7.8' })
  })
})

describe('a server that says never', () => {
  test.each([
    ['rcpt-550', 'answered 550 5.1.1', 'no-mailbox'],
    ['dot-554', 'answered 554 5.7.1', 'refused'],
  ] as const)(
    '%s: the mail is bounced, recorded, shown to people, and not tried again',
    async (behaviour, problem, reason) => {
      const messageId = randomUUID()
      const { id } = await queued('ada@customer.test', messageId)
      sink.behaviour = behaviour
      await send(id)
      sink.behaviour = 'accept'
      await send(id)
      expect(await rowOf(id)).toMatchObject({ state: 'bounced', last_problem: problem })
      expect((await jobsNamed('record-delivery')).map(job => job.payload)).toEqual([
        { messageId, result: 'bounced', reason },
      ])
      expect(sink.accepted()).toHaveLength(0)
    },
  )
})

describe('a mail server that has something against us', () => {
  test.each([
    ['RCPT', '550 5.4.5 Daily user sending limit exceeded'],
    ['RCPT', '554 5.7.1 Relay access denied'],
    ['RCPT', '550 5.7.1 Service unavailable, client host [192.0.2.1] blocked using zen.spamhaus.org'],
    ['MAIL', '553 5.1.8 Sender address rejected: domain not found'],
    ['MAIL', '550 Sender verify failed'],
    ['.', '550 5.7.26 This mail is unauthenticated'],
    ['AUTH', '535 5.7.8 Bad credentials'],
  ])('%s answered %s: all mail waits, nothing came back, and there is one alarm', async (verb, answer) => {
    if (verb !== 'AUTH') sink.says = { [verb]: answer }
    else sink.behaviour = 'auth-535'
    const url = verb === 'AUTH' ? `smtp://habeas:secret@127.0.0.1:${sink.port}` : sink.url
    const ids = []
    for (const to of ['ada@customer.test', 'bob@customer.test', 'eve@customer.test']) {
      const { id } = await queued(to, randomUUID())
      ids.push(id)
      await send(id, { url })
      await makeDue(id)
      await send(id, { url })
    }
    for (const id of ids) expect((await rowOf(id)).state).toBe('queued')
    expect(await jobsNamed('record-delivery')).toEqual([])
    expect(await undeliveredCounts()).toMatchObject({ stray: [] })
    const trouble = await mailTrouble()
    expect(await readNavigation(support)).toMatchObject({ isMailStopped: true })
    expect(trouble).toMatchObject({ kind: verb === 'AUTH' ? 'unavailable' : 'refused', waiting: 3 })
    expect(answer).toContain(trouble?.answer.split(' ')[0])
    sink.says = {}
    sink.behaviour = 'accept'
    for (const id of ids) {
      await makeDue(id)
      await send(id)
    }
    expect(sink.accepted()).toHaveLength(3)
    expect(await mailTrouble()).toBeNull()
    expect(await readNavigation(support)).toMatchObject({ isMailStopped: false })
  })

  test('however long it lasts, no message of a request becomes a person’s work', async () => {
    sink.says = { RCPT: '550 5.4.5 Daily user sending limit exceeded' }
    const { id } = await queued('ada@customer.test', randomUUID())
    await send(id)
    await sql(`update outbox set created_at = created_at - interval '3 days', send_after = now()`)
    await send(id)
    expect(await rowOf(id)).toMatchObject({ state: 'queued', last_problem: 'refuses-us 550 5.4.5' })
  })
})

describe('a mailbox that puts a mail off', () => {
  const full = '452 4.2.2 Mailbox full'
  const aDayLater = () =>
    sql(`update outbox set deferred_since = deferred_since - interval '25 hours', send_after = now()`)

  test.each([
    [full, 'full-for-a-day'],
    ['451 4.7.1 Greylisted, try again later', 'put-off-for-a-day'],
  ])('for a day, by %s: it is a person’s, with the reason', async (answer, reason) => {
    const messageId = randomUUID()
    const { id } = await queued('ada@customer.test', messageId)
    sink.says = { RCPT: answer }
    await send(id)
    await makeDue(id)
    await send(id)
    expect(await rowOf(id)).toMatchObject({ state: 'queued' })
    expect(await mailTrouble(), 'no alarm for the others').toBeNull()
    await aDayLater()
    await send(id)
    expect(await rowOf(id)).toMatchObject({ state: 'bounced' })
    expect((await jobsNamed('record-delivery')).map(job => job.payload)).toEqual([
      { messageId, result: 'bounced', reason },
    ])
  })

  test('the time in which all mail waited isn’t counted, and sent again it has a day of its own', async () => {
    const { id } = await queued('ada@customer.test', randomUUID())
    sink.behaviour = 'greet-421'
    await send(id)
    await sql(`update outbox set created_at = created_at - interval '3 days'`)
    await aDayLater()
    sink.behaviour = 'accept'
    sink.says = { RCPT: full }
    await send(id)
    expect(await rowOf(id)).toMatchObject({ state: 'queued' })
    await aDayLater()
    await send(id)
    expect(await rowOf(id)).toMatchObject({ state: 'bounced' })
    expect(await transaction(tx => settleOutbox(tx, id, 'queued'))).toBe(true)
    await send(id)
    expect(await rowOf(id)).toMatchObject({ state: 'queued', last_problem: 'answered 452 4.2.2' })
  })
})
