import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mailServer } from '@/lib/mail/server'
import { transaction } from '@/lib/store/client'
import { mailForAPerson, queueMail, settleOutbox } from '@/lib/store/outbox'
import { sendMailWith } from '@/lib/worker/jobs/send-mail'
import { testDatabase } from '../support/database'
import { type SmtpSink, smtpSink } from '../support/smtp'

const { sql } = await testDatabase()
const key = randomBytes(32)
const timeouts = { connection: 400, greeting: 400, socket: 400 }
let sink: SmtpSink

beforeEach(async () => {
  sink = await smtpSink()
})
afterEach(async () => {
  await sink.close()
  await sql('delete from outbox')
  await sql('delete from graphile_worker._private_jobs')
})

interface Row {
  state: string
  attempts: number
  last_problem: string | null
  sealed: Buffer | null
  due_in: number
}
const rowOf = async (id: string): Promise<Row> => {
  const [row] = await sql<Row & Record<string, unknown>>(
    `select state, attempts, last_problem, sealed, extract(epoch from send_after - now())::float8 as due_in
     from outbox where id = $1`,
    [id],
  )
  if (!row) throw new Error('no such row')
  return row
}
const jobsNamed = (name: string) =>
  sql<{ payload: unknown; due_in: number }>(
    `select payload, extract(epoch from run_at - now())::float8 as due_in from graphile_worker._private_jobs jobs
     join graphile_worker._private_tasks tasks on tasks.id = task_id where identifier = $1`,
    [name],
  )

/** A message row isn't needed to send: the outbox only carries its id along, so the guard on it is lifted. */
async function queued(to = 'ada@customer.test', messageId?: string): Promise<{ id: string; mailId: string }> {
  if (messageId) await sql('alter table outbox drop constraint if exists outbox_message_id_fkey')
  return await transaction(tx =>
    queueMail(
      tx,
      {
        kind: 'request-received',
        to,
        from: 'Privacy <privacy@habeas.test>',
        subject: 'We got it — thanks',
        text: 'Open https://habeas.test/r/secret-token\n.\nBye',
        html: '<p>Open it</p>',
        ...(messageId && { messageId }),
      },
      key,
    ),
  )
}

const worker = { workerId: 'pool-of-this-test', attempt: 1 }
const send = (id: string, options: { url?: string; jobId?: string } = {}) =>
  sendMailWith(() => ({ server: mailServer(options.url ?? sink.url), key, timeouts }))(
    { outboxId: id },
    { ...worker, jobId: options.jobId ?? randomUUID(), signal: new AbortController().signal },
  )
const makeDue = (id: string) => sql('update outbox set send_after = now() where id = $1', [id])

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

  test('the pauses double up to an hour and the mail is never given up', async () => {
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

  test('a wrong password of ours holds the mail, it does not bounce it', async () => {
    const { id } = await queued()
    sink.behaviour = 'auth-535'
    await send(id, { url: `smtp://habeas:secret@127.0.0.1:${sink.port}` })
    expect(await rowOf(id)).toMatchObject({ state: 'queued', last_problem: 'unavailable 535 5.7.8' })
  })
})

describe('a server that says never', () => {
  test.each([
    ['rcpt-550', 'answered 550 5.1.1'],
    ['dot-554', 'answered 554 5.7.1'],
  ] as const)(
    '%s: the mail is bounced, recorded, shown to people, and not tried again',
    async (behaviour, problem) => {
      const messageId = randomUUID()
      const { id } = await queued('ada@customer.test', messageId)
      sink.behaviour = behaviour
      await send(id)
      sink.behaviour = 'accept'
      await send(id)
      expect(await rowOf(id)).toMatchObject({ state: 'bounced', last_problem: problem })
      expect((await jobsNamed('record-delivery')).map(job => job.payload)).toEqual([
        { messageId, result: 'bounced' },
      ])
      expect(sink.accepted()).toHaveLength(0)
      expect(await mailForAPerson({ kind: 'system' })).toMatchObject([{ id, state: 'bounced', problem }])
    },
  )
})

describe('a connection that breaks', () => {
  test('before the message was complete: it is tried again, and arrives once', async () => {
    const { id } = await queued()
    sink.behaviour = 'drop-at-data'
    await send(id)
    expect((await rowOf(id)).state).toBe('queued')
    sink.behaviour = 'accept'
    await makeDue(id)
    await send(id)
    expect(sink.mails).toHaveLength(1)
  })

  test.each(['drop-after-dot', 'hang-after-dot'] as const)(
    '%s: nobody knows, so it is uncertain and never sent again by itself',
    async behaviour => {
      const messageId = randomUUID()
      const { id } = await queued('ada@customer.test', messageId)
      sink.behaviour = behaviour
      await send(id)
      sink.behaviour = 'accept'
      await makeDue(id)
      await send(id)
      expect(sink.mails).toHaveLength(1)
      expect(await rowOf(id)).toMatchObject({ state: 'uncertain', last_problem: 'answer-lost' })
      const jobs = await jobsNamed('record-delivery')
      expect(jobs.map(job => job.payload)).toEqual([{ messageId, result: 'uncertain' }])
    },
  )

  test('a person who settles it can have it sent again under the same Message-ID', async () => {
    const { id, mailId } = await queued()
    sink.behaviour = 'drop-after-dot'
    await send(id)
    sink.behaviour = 'accept'
    expect(await transaction(tx => settleOutbox(tx, id, 'queued'))).toBe(true)
    expect((await jobsNamed('send-mail')).filter(job => job.due_in <= 0).length).toBeGreaterThan(0)
    await send(id)
    expect(sink.mails.map(mail => mail.mailId)).toEqual([mailId, mailId])
    expect(sink.mails[0]?.raw).toBe(sink.mails[1]?.raw)
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', sealed: null })
    expect(await transaction(tx => settleOutbox(tx, id, 'queued'))).toBe(false)
  })

  test('a person who says that it arrived empties the sealed copy', async () => {
    const { id } = await queued()
    sink.behaviour = 'drop-after-dot'
    await send(id)
    expect(await transaction(tx => settleOutbox(tx, id, 'accepted'))).toBe(true)
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', sealed: null })
  })

  test.each(['hang-at-greeting', 'hang-at-rcpt'] as const)('%s: it times out and waits', async behaviour => {
    const { id } = await queued()
    sink.behaviour = behaviour
    await send(id)
    expect(await rowOf(id)).toMatchObject({ state: 'queued', last_problem: 'unavailable ETIMEDOUT' })
  })
})

test('a server that is down for a day: each mail leaves once afterwards, the others as soon as one got through', async () => {
  const ids = await Promise.all(
    ['a', 'b', 'c', 'd'].map(async name => (await queued(`${name}@customer.test`)).id),
  )
  const { port } = sink
  await sink.close()
  for (let round = 0; round < 26; round++) {
    for (const id of ids) {
      await makeDue(id)
      await send(id, { url: `smtp://127.0.0.1:${port}` })
    }
  }
  const [first, ...others] = ids
  for (const id of ids) {
    expect(await rowOf(id)).toMatchObject({
      state: 'queued',
      attempts: 26,
      last_problem: 'unavailable ECONNREFUSED',
    })
  }
  sink = await smtpSink(port)
  await makeDue(first ?? '')
  await send(first ?? '')
  for (const id of others) expect((await rowOf(id)).due_in).toBeLessThanOrEqual(0)
  for (const id of ids) await send(id)
  expect(
    sink
      .accepted()
      .map(mail => mail.recipients[0])
      .sort(),
  ).toEqual(['a', 'b', 'c', 'd'].map(name => `${name}@customer.test`))
})

test('a job that failed after it had claimed its row finds it again; another job does not take it', async () => {
  const { id } = await queued()
  await sql(
    `update outbox set state = 'claimed', attempts = 1, claimed_at = now(), claimed_by = 'pool-of-this-test/7'`,
  )
  await send(id, { jobId: '8' })
  expect(sink.mails).toHaveLength(0)
  await send(id, { jobId: '7' })
  expect(sink.mails).toHaveLength(1)
})

test('a job that failed while its row was transmitting does not send it again', async () => {
  const { id } = await queued()
  await sql(
    `update outbox set state = 'transmitting', attempts = 1, claimed_at = now(), claimed_by = 'pool-gone/7'`,
  )
  await send(id, { jobId: '7' })
  expect(sink.mails).toHaveLength(0)
  expect(await rowOf(id)).toMatchObject({ state: 'uncertain' })
})
