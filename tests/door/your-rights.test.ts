import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { previewMessage } from '@/lib/door/mail/preview'
import { contextForPage } from '@/lib/door/run/context'
import { readMessages } from '@/lib/store/mail/conversation'
import { readRequest } from '@/lib/store/request/requests'
import { system } from '@/tests/factories/system'
import { aWorld, riskyAccount } from '../factories/world'

const world = await aWorld()
const { begin, get, run, sink, staff, work } = world
const virginia = { country: 'US', region: 'US-VA' }
const sentence =
  'You can appeal to us. We will decide within 60 days. After that you can complain to the state’s Attorney General.'

const last = async (reference: string) => {
  const messages = await readMessages(system, (await get(reference)).id)
  return messages.findLast(message => message.direction === 'out')?.body ?? ''
}
const refuse = (reference: string, more: object = {}) =>
  run('privacy', reference, 'close', { outcome: 'refused', note: 'We must keep it.', ...more })

describe('the person’s rights', () => {
  test('are in the mail itself, with the way to their page, also where the message has no link of its own', async () => {
    const { reference, email } = await begin({}, { ...virginia, username: 'nobody-of-this-name' })
    expect((await get(reference)).outcome).toBe('no-account')
    const body = await last(reference)
    expect(body).toContain(sentence)
    expect(body).toContain('[Open the request]')
    await work()
    const mail = sink.accepted().findLast(mail => mail.recipients.includes(email))
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(sentence)
    expect(mail?.text).toMatch(/\/r\/\S+/)
    expect(mail?.html).toContain('Open the request</a>')
  })
  test('are said once, with one link, where the message has one already', async () => {
    const { reference } = await begin({}, virginia)
    await refuse(reference)
    const body = await last(reference)
    expect(body.split(sentence)).toHaveLength(2)
    expect(body.split('[Open the request]')).toHaveLength(2)
  })
  test('name nobody of one state to somebody whose state we don’t know', async () => {
    const { reference } = await begin({}, { country: 'US' })
    await refuse(reference)
    expect(await last(reference)).toContain(
      'you can complain to the Attorney General of your state or territory.',
    )
  })
  test('name nobody of another country in the mail of an extension, nor ourselves', async () => {
    const told = async (place: Record<string, string>) => {
      const { reference } = await begin({}, place)
      expect(await run('privacy', reference, 'extend-deadline', { reason: 'complexity' })).toMatchObject({
        ok: true,
      })
      return await last(reference)
    }
    expect(await told(virginia)).toContain('you can complain to the state’s Attorney General.')
    expect(await told({ country: 'FR' })).toContain(
      'the data protection authority of the country you live in',
    )
  })
  test('are in our answer to a complaint, too, with the court where the law gives one', async () => {
    const answered = async (place: Record<string, string>) => {
      const { reference } = await begin({}, place)
      await run('support-engineer', reference, 'open-complaint', { ground: 'Too slow.' })
      await run('privacy', reference, 'answer-appeal', { granted: false, answer: 'We are in time.' })
      return await last(reference)
    }
    expect(await answered({ country: 'FR' })).toContain(
      'you can complain to the data protection authority of the country you live in.\n\nYou can also take us to court.',
    )
    expect(await answered(virginia)).toMatch(/complain to the state’s Attorney General\.(?!.*court)/s)
  })
  test('can’t be left out by the organisation’s own wording', async () => {
    await world.db.messageTemplate.create({
      data: {
        id: randomUUID(),
        key: 'failed-verification',
        language: 'en',
        version: 1,
        subject: 'No: {{ reference }}',
        body: 'We say no.\n\n{{ link }}',
      },
    })
    const { reference } = await begin(riskyAccount, virginia)
    const message = 'high-risk-gitlab-account-verification-question'
    await run('support-engineer', reference, 'send-message', { message })
    await work()
    await run('support-engineer', reference, 'fail-verification', { note: 'Wrong' })
    const body = await last(reference)
    expect(body).toContain('We say no.')
    expect(body).toContain('We could not authenticate this request')
    expect(body).toContain(sentence)
  })
  test('can’t be left out by somebody who edits the text, who sees them in the composer', async () => {
    const { reference } = await begin({}, virginia)
    const context = await contextForPage(staff('privacy'))
    const request = await readRequest(staff('privacy'), reference)
    if (!request) throw new Error('no request')
    const shown = await previewMessage(request, context, 'request-refused')
    expect(shown?.rights).toContain(sentence)
    expect((await previewMessage(request, context, 'general-reply'))?.rights).toBeNull()
    await refuse(reference, { subject: `About ${reference}`, body: 'No. We must keep it.\n\n{{ link }}' })
    const body = await last(reference)
    expect(body).toMatch(/^No\./)
    expect(body).toContain(sentence)
    expect(body).toContain('[Open the request]')
  })
  test('come with what was done before, in words that fit what was asked', async () => {
    const wrong = { type: 'rectification', whatIsWrong: 'My name', whatIsRight: 'Robin Doe' }
    const correction = await begin({}, { ...virginia, ...wrong })
    await refuse(correction.reference)
    expect(await last(correction.reference)).toContain('Nothing was changed.')
    const deletion = await begin({}, virginia)
    await work()
    expect((await get(deletion.reference)).tasks).toContainEqual(
      expect.objectContaining({ key: 'marketing-deletion', resolution: 'complete' }),
    )
    await refuse(deletion.reference)
    const said = (await last(deletion.reference)).replace(/\s+/g, ' ')
    expect(said).toMatch(/Your address is on the list of marketing data.* tell us/)
    expect(said).not.toContain('Nothing was')
  })
  test('are in no message that declines nothing', async () => {
    const { reference } = await begin({}, virginia)
    await run('requester', reference, 'withdraw')
    expect(await last(reference)).not.toMatch(/appeal|complain/)
  })
})
