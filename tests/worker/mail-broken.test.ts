import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '@/lib/store/database/client'
import { settleOutbox } from '@/lib/store/mail/outbox'
import { testDatabase } from '../support/database'
import { mailBench } from '../support/mail-bench'
import { type SmtpSink, smtpSink } from '../support/smtp'

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
