import { expect, test } from 'vitest'
import { openQuestions } from '@/lib/core/machine/open-questions'
import { visitorOf } from '@/lib/door/requester/requester'
import { sendClarification } from '@/lib/door/requester/requester-answers'
import { readUnsent } from '@/lib/door/requester/requester-messages'
import { transaction } from '@/lib/store/database/client'
import { createRequesterSession } from '@/lib/store/visits/requester-sessions'
import { beginOf } from '@/tests/factories/of-type'
import { aWorld } from '@/tests/factories/world'

const world = await aWorld()
const question = 'Everything, or only the tickets of this year?'

const asked = async (country: string) => {
  const { reference, email } = await beginOf(world, 'data-access', { fields: { country } })
  await world.run('support-engineer', reference, 'ask-clarification', { question })
  await world.work()
  const { id } = await world.get(reference)
  const secret = await transaction(tx => createRequesterSession(tx, id))
  const visitor = await visitorOf(secret)
  if (!visitor) throw new Error('not let in')
  const mail = world.sink.mails.findLast(({ recipients }) => recipients.includes(email))
  return { reference, email, visitor, secret, mail: mail?.text ?? '' }
}

test('the mail asks the question, says until when, and says that the time is paused only where it is', async () => {
  const [british, dutch] = [await asked('GB'), await asked('NL')]
  for (const { mail } of [british, dutch]) {
    expect(mail).toContain(question)
    expect(mail).toMatch(/You have 7 days, until the end of/)
    expect(mail).toContain('don’t refuse your request')
  }
  expect(british.mail).toContain('is paused until you answer')
  expect(dutch.mail).not.toContain('is paused')
})

test('the person answers on their page; an empty answer is kept, and only the first one counts', async () => {
  const { reference, visitor, secret } = await asked('GB')
  expect(openQuestions(await world.get(reference))).toMatchObject([{ kind: 'clarification' }])
  expect(await sendClarification(visitor, secret, ' ', 'a')).toBe('kept')
  expect(await readUnsent(secret)).toEqual({ clarification: ' ' })
  expect(await sendClarification(visitor, secret, 'Only this year', 'b')).toBe('sent')
  const answered = await world.get(reference)
  expect(openQuestions(answered)).toEqual([])
  expect(answered.pauses).toMatchObject([{ reason: 'clarification', unanswered: false }])
  expect(await sendClarification(visitor, secret, 'And the last', 'c')).toBe('refused')
  expect(await readUnsent(secret)).toEqual({ reply: 'And the last', tooLate: true })
})

test('after seven days without an answer the request continues, and support is told once', async () => {
  const { reference } = await asked('GB')
  await world.pass(reference, 8)
  await world.work()
  await world.work()
  const request = await world.get(reference)
  expect(request).toMatchObject({ state: 'processing', pauses: [{ unanswered: true }] })
  const told = world.sink.mails.filter(({ words }) => words.includes(`News on ${reference}`))
  expect(told).toHaveLength(1)
})
