import { describe, expect, test } from 'vitest'
import { pressLink, visitorOf } from '@/lib/door/requester/requester'
import { readUnsent, sendDisagreement } from '@/lib/door/requester/requester-messages'
import { transaction } from '@/lib/store/database/client'
import { createAccessLink } from '@/lib/store/visits/access-links'
import { aWorld } from '../factories/world'

const world = await aWorld()
const { begin, get, run, sink, work } = world

let network = 0
/** A person on their own page. */
async function visiting(fields: Record<string, string>) {
  const { reference, email } = await begin({}, fields)
  const { id } = await get(reference)
  const link = { requestId: id, purpose: 'page', sentTo: email, days: 30 } as const
  const token = await transaction(tx => createAccessLink(tx, link))
  const entry = await pressLink(token, 'continue', `192.0.2.${++network}`)
  const visitor = entry.kind === 'in' ? await visitorOf(entry.secret) : null
  if (entry.kind !== 'in' || !visitor) throw new Error('not let in')
  return { reference, email, visitor, secret: entry.secret }
}
const refuse = (reference: string) =>
  run('privacy', reference, 'close', { outcome: 'refused', note: 'We must keep it.' })
const text = 'The law that you name ended last year.'

describe('the person who doesn’t agree', () => {
  test('appeals on their own page, is mailed the day of the answer, and Privacy is told', async () => {
    const { reference, email, visitor, secret } = await visiting({ country: 'US', region: 'US-VA' })
    await refuse(reference)
    expect(await sendDisagreement(visitor, secret, 'open-appeal', { text, press: 'one' })).toBe('sent')
    const request = await get(reference)
    expect(request.appeals).toMatchObject([{ kind: 'appeal', ground: text, openedById: null }])
    await work()
    const mails = (to: string) => sink.accepted().filter(mail => mail.recipients.some(r => r.startsWith(to)))
    expect(mails(email).at(-1)?.words).toContain(`We have your appeal about request ${reference}`)
    expect(mails('privacy@').at(-1)?.words).toContain(reference)
    const [row] = await world.sql<{ facts: object }>(
      `select facts from audit_entry where command = 'open-appeal' and scope = $1`,
      [request.id],
    )
    expect(JSON.stringify(row?.facts)).not.toContain('last year')
  })
  test('finds what they typed where it could not be sent', async () => {
    const { reference, visitor, secret } = await visiting({ country: 'DE' })
    const send = (words: string, press: string) =>
      sendDisagreement(visitor, secret, 'open-complaint', { text: words, press })
    expect(await send('  ', 'one')).toBe('kept')
    const long = 'x'.repeat(10_001)
    expect(await send(long, 'two')).toBe('kept')
    expect((await readUnsent(secret)).disagreement).toBe(long)
    expect((await get(reference)).appeals).toEqual([])
    expect(await send(text, 'three')).toBe('sent')
    expect(await readUnsent(secret)).toEqual({})
    expect(await send('More', 'four')).toBe('refused')
    expect((await readUnsent(secret)).disagreement).toBe('More')
  })
  test('complains once by a double click', async () => {
    const { reference, visitor, secret } = await visiting({ country: 'GB' })
    const send = () => sendDisagreement(visitor, secret, 'open-complaint', { text, press: 'same' })
    expect(await Promise.all([send(), send()])).toEqual(['sent', 'sent'])
    expect((await get(reference)).appeals).toHaveLength(1)
  })
  test('hears of an answer in part, which the database keeps whole', async () => {
    const { reference, visitor, secret } = await visiting({ country: 'GB' })
    await sendDisagreement(visitor, secret, 'open-complaint', { text, press: 'one' })
    await run('privacy', reference, 'answer-appeal', { decision: 'partly', answer: 'The delay was ours.' })
    const { id, appeals } = await get(reference)
    expect(appeals).toMatchObject([{ granted: true, decision: 'partly' }])
    const [said] = await world.sql<{ body: string }>(
      `select body from message where key = 'appeal-answered' and request_id = $1`,
      [id],
    )
    expect(said?.body).toContain('You are right in part, and we change that part of our answer.')
    await expect(
      world.sql(`update appeal set decision = 'not-granted' where request_id = $1`, [id]),
    ).rejects.toThrow('appeal_decision_fits')
  })
})
