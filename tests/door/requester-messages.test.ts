import { describe, expect, test } from 'vitest'
import type { Visitor } from '@/lib/auth/requester'
import { pressLink, visitorOf } from '@/lib/door/requester/requester'
import { readUnsent, sendAnswers, sendReply, withdraw } from '@/lib/door/requester/requester-messages'
import { transaction } from '@/lib/store/database/client'
import { readMessages } from '@/lib/store/mail/conversation'
import { createAccessLink } from '@/lib/store/visits/access-links'
import { aWorld, quietAccount, riskyAccount } from '../factories/world'

const world = await aWorld()
const { begin, get, run, work } = world

let network = 0
/** A person on their own page, their request rated so. */
async function visiting(facts: Parameters<typeof begin>[0]) {
  const { reference } = await begin(facts)
  const { id } = await get(reference)
  const link = { requestId: id, purpose: 'page', sentTo: 'robin@people.example', days: 30 } as const
  const token = await transaction(tx => createAccessLink(tx, link))
  const entry = await pressLink(token, 'continue', `192.0.2.${++network}`)
  const visitor = entry.kind === 'in' ? await visitorOf(entry.secret) : null
  if (entry.kind !== 'in' || !visitor) throw new Error('not let in')
  return { reference, visitor, secret: entry.secret }
}
async function asked() {
  const visit = await visiting(riskyAccount)
  const message = 'high-risk-gitlab-account-verification-question'
  expect(await run('support-engineer', visit.reference, 'send-message', { message })).toMatchObject({
    ok: true,
  })
  await work()
  return visit
}
const heard = async (visitor: Visitor) =>
  (await readMessages(visitor.actor, visitor.actor.requestId)).filter(message => message.direction === 'in')

describe('answers to the questions', () => {
  test('incomplete ones are kept and not sent: the one attempt is still theirs', async () => {
    const { reference, visitor, secret } = await asked()
    expect(await sendAnswers(visitor, secret, key => (key === 'created' ? 'in spring' : ' '), 'one')).toBe(
      'kept',
    )
    expect((await readUnsent(secret)).answers?.created).toBe('in spring')
    expect((await get(reference)).verifications[0]?.answeredAt).toBeNull()
    expect(await sendAnswers(visitor, secret, () => 'x'.repeat(1001), 'two')).toBe('kept')
    expect(await sendAnswers(visitor, secret, () => 'in spring', 'three')).toBe('sent')
    expect((await get(reference)).verifications[0]?.answeredAt).not.toBeNull()
    expect(await readUnsent(secret)).toEqual({})
  })

  test('a double click sends them once; a second attempt is refused', async () => {
    const { visitor, secret } = await asked()
    const both = await Promise.all([
      sendAnswers(visitor, secret, () => 'in spring', 'same'),
      sendAnswers(visitor, secret, () => 'in spring', 'same'),
    ])
    expect(both).toEqual(['sent', 'sent'])
    expect(await sendAnswers(visitor, secret, () => 'rather in autumn', 'other')).toBe('refused')
    const answers = await heard(visitor)
    expect(answers).toHaveLength(1)
    expect(answers[0]?.body).not.toContain('autumn')
  })

  test('too late: not lost, but the beginning of a reply that says it is late', async () => {
    const { reference, visitor, secret } = await asked()
    await world.pass(reference, 9)
    await work()
    expect(await get(reference)).toMatchObject({ state: 'closed', outcome: 'not-verified' })
    expect(await sendAnswers(visitor, secret, () => 'in spring', 'late')).toBe('refused')
    const unsent = await readUnsent(secret)
    expect(unsent).toMatchObject({ tooLate: true })
    expect(unsent.reply).toContain('in spring')
    expect(await sendReply(visitor, secret, unsent.reply ?? '', 'late')).toBe('sent')
    expect((await heard(visitor)).map(item => item.late)).toEqual([true])
    expect((await get(reference)).lateReplyAt).not.toBeNull()
  })
})

describe('their own words', () => {
  test('empty or endless: kept, not sent', async () => {
    const { visitor, secret } = await visiting(quietAccount)
    expect(await sendReply(visitor, secret, '  \n ', 'one')).toBe('kept')
    expect(await sendReply(visitor, secret, 'x'.repeat(10_001), 'two')).toBe('kept')
    expect((await readUnsent(secret)).reply).toHaveLength(10_001)
    expect(await heard(visitor)).toEqual([])
  })

  test('a flood from one visit is stopped, and what was typed is kept', async () => {
    const { visitor, secret } = await visiting(quietAccount)
    const sent = []
    for (let at = 0; at < 31; at++) sent.push(await sendReply(visitor, secret, `message ${at}`, `${at}`))
    expect(sent.filter(sent => sent === 'sent')).toHaveLength(30)
    expect(sent.at(-1)).toBe('busy')
    expect((await readUnsent(secret)).reply).toBe('message 30')
  })

  test('what is typed is encrypted in the database', async () => {
    const { visitor, secret } = await visiting(quietAccount)
    await sendReply(visitor, secret, `canary ${'x'.repeat(4000)}`, 'one')
    const [row] = await world.sql<{ text: string }>(
      "select string_agg(encode(payload, 'escape'), ' ') as text from intake_draft",
    )
    expect(row?.text).toBeTruthy()
    expect(row?.text).not.toContain('canary')
  })
})

describe('a long letter', () => {
  test('of ten thousand characters is sent; of a longer one nothing is lost', async () => {
    const { visitor, secret } = await visiting(quietAccount)
    expect(await sendReply(visitor, secret, 'x'.repeat(10_000), 'one')).toBe('sent')
    const long = 'y'.repeat(60_000)
    expect(await sendReply(visitor, secret, long, 'two')).toBe('kept')
    expect((await readUnsent(secret)).reply).toBe(long)
  })
})

describe('taking it back', () => {
  test('closes the request, once', async () => {
    const { reference, visitor } = await visiting(quietAccount)
    expect(await Promise.all([withdraw(visitor, 'a'), withdraw(visitor, 'a')])).toEqual(['sent', 'sent'])
    expect(await get(reference)).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
    expect(await withdraw(visitor, 'b')).toBe('refused')
  })

  test('is refused once the first destructive step is done', async () => {
    const { reference, visitor } = await visiting(quietAccount)
    const task = (await get(reference)).tasks.find(task => task.name.includes('GitLab Deletion'))
    for (const step of task?.steps ?? [])
      await world.runTask('support-engineer', reference, 'GitLab Deletion', 'tick-step', { step: step.key })
    expect((await get(reference)).erasureBegunAt).not.toBeNull()
    expect(await withdraw(visitor, 'a')).toBe('refused')
    expect((await get(reference)).state).toBe('processing')
  })
})
