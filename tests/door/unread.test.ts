import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dayOf } from '@/lib/core/deadlines/days'
import { recordedChannels } from '@/lib/core/request/channel'
import { queueFilterSchema } from '@/lib/core/view/queue-filter'
import { env } from '@/lib/env'
import { readMessages } from '@/lib/store/mail/conversation'
import { readQueue } from '@/lib/store/queue/queue'
import { system } from '@/tests/factories/system'
import { aToken, call } from '@/tests/support/api'
import { aWorld, riskyAccount } from '../factories/world'

const world = await aWorld()
const { begin, get, run, runTask, sink, work } = world
const token = await aToken('support-engineer')

/** The organisation's day: late in the evening, UTC's is another. */
const today = () => dayOf(new Date(), env().orgTimeZone).toString()

const words = 'I changed my mind. Please do NOT delete my account!'
const mails = (about: string) => sink.accepted().filter(({ subject }) => subject.includes(about))
const tick = (reference: string) =>
  runTask('support-engineer', reference, 'GitLab Deletion', 'tick-step', { step: 'delete-blocking-groups' })
const inQueue = async (reference: string) => {
  const { items } = await readQueue(
    world.staff('support-engineer'),
    queueFilterSchema.parse({ view: 'new-messages' }),
  )
  return items.find(row => row.reference === reference)
}

describe('what the person writes while work goes on', () => {
  test('is marked in the queue and on the request, told to the team without a word of it, and read before anything is deleted', async () => {
    const { reference, email, username } = await begin()
    expect(await inQueue(reference)).toBeUndefined()
    await run('requester', reference, 'reply', { text: words })
    await run('requester', reference, 'reply', { text: 'Hello?' })
    await work()
    expect(await inQueue(reference)).toMatchObject({ unread: true, waitingOn: 'support' })
    const seen = await call(`/requests/${reference}`, { token })
    expect(seen.body).toMatchObject({
      unread: true,
      unreadSince: expect.any(String),
      waitingOn: 'support',
    })
    const steps = z
      .object({ nextSteps: z.array(z.object({ command: z.string() })) })
      .parse(seen.body).nextSteps
    expect(steps[0]?.command).toBe('mark-read')
    const notices = mails(`new message on ${reference}`)
    expect(notices).toHaveLength(1)
    expect(notices[0]?.recipients).toEqual([expect.stringContaining('support-engineer')])
    expect(notices[0]?.text).toContain(`/requests/${reference}/messages`)
    for (const personal of [email, username, 'changed my mind', 'Robin'])
      expect(`${notices[0]?.subject}${notices[0]?.text}`).not.toContain(personal)
    expect(await tick(reference)).toMatchObject({ ok: false, reason: 'unread-message', status: 409 })

    const [, message] = (await readMessages(system, (await get(reference)).id)).filter(entry => entry.unread)
    const read = await call(`/requests/${reference}/commands/mark-read`, {
      token,
      body: { message: message?.id },
    })
    expect(read).toMatchObject({ status: 200, body: { unread: false, unreadSince: null } })
    expect(await inQueue(reference)).toBeUndefined()
    expect(await tick(reference)).toMatchObject({ ok: true })
  })
  test('goes to the person who has the request', async () => {
    const { reference } = await begin()
    const id = randomUUID()
    const email = `sam-${id}@staff.example`
    await world.db.staff.create({ data: { id, name: 'Sam', email, role: 'support-engineer' } })
    await run('support-engineer', reference, 'assign', { to: id })
    await run('requester', reference, 'reply', { text: words })
    await work()
    expect(mails(`new message on ${reference}`).map(({ recipients }) => recipients)).toEqual([[email]])
  })
  test('is not read by looking at it', async () => {
    const { reference } = await begin()
    await run('requester', reference, 'reply', { text: words })
    await call(`/requests/${reference}/messages`, { token })
    await readMessages(world.staff('support-engineer'), (await get(reference)).id)
    expect((await call(`/requests/${reference}`, { token })).body).toMatchObject({ unread: true })
  })
  test('holds back the system’s own erasure, which runs once it is read', async () => {
    const { reference } = await begin({}, { type: 'marketing-deletion' })
    const stopped = await world.submit(await world.account(), { type: 'marketing-deletion' })
    await work()
    await run('requester', stopped, 'confirm')
    await run('requester', stopped, 'reply', { text: words })
    await work()
    expect((await get(reference)).outcome).toBe('fulfilled')
    expect((await get(stopped)).state).toBe('processing')
    await run('support-engineer', stopped, 'mark-read')
    await work()
    expect((await get(stopped)).outcome).toBe('fulfilled')
  })
})

describe('an answer that comes by telephone', () => {
  test('is recorded from every road there is, as long as a letter may be', async () => {
    const { reference } = await begin()
    const at = today()
    for (const channel of recordedChannels) {
      const body = { channel, at, text: 'x'.repeat(10_000) }
      expect(
        (await call(`/requests/${reference}/commands/record-reply`, { token, body })).status,
        channel,
      ).toBe(200)
    }
    const { messages } = await get(reference)
    expect(messages.flatMap(({ direction, channel }) => (direction === 'in' ? [channel] : []))).toEqual([
      ...recordedChannels,
    ])
  })
  test('is recorded with its road and day, closes the window, and is judged', async () => {
    const { reference } = await begin(riskyAccount)
    const message = 'high-risk-gitlab-account-verification-question'
    await run('support-engineer', reference, 'send-message', { message })
    await work()
    const body = { channel: 'telephone', at: today(), text: 'The name of my group is Chatham.' }
    const recorded = await call(`/requests/${reference}/commands/record-reply`, { token, body })
    expect(recorded).toMatchObject({
      status: 200,
      body: { windows: [], unread: false, waitingOn: 'support' },
    })
    const { body: said } = await call(`/requests/${reference}/messages`, { token })
    expect(said).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ direction: 'in', channel: 'telephone', saidOn: body.at, body: body.text }),
      ]),
    })
    expect(await run('support-engineer', reference, 'pass-verification')).toMatchObject({ ok: true })
    const { text } = await call(`/requests/${reference}/audit`, { token })
    expect(text).toContain('"channel":"telephone"')
    expect(text).not.toContain('Chatham')
  })
})

test('a question by mail says where to answer, and that nobody reads what is mailed back', async () => {
  const { reference, email } = await begin(riskyAccount)
  const message = 'high-risk-gitlab-account-verification-question'
  await run('support-engineer', reference, 'send-message', { message })
  await work()
  const [asked] = mails(reference).filter(({ subject }) => subject.includes('questions'))
  expect(asked?.recipients).toEqual([email])
  expect(asked?.text.replace(/\s+/g, ' ')).toMatch(
    /We don’t read replies to this mail\. To answer or write to us, open your request: \S+\/my\/link/,
  )
})
