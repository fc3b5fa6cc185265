import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type ReceivedWebhook, verifyWebhook } from '@/clients/typescript/src/index'

const key = Buffer.from('a secret of thirty-two bytes, yes')
const secret = `whsec_${key.toString('base64')}`
const now = new Date('2026-11-30T12:00:00Z')
const seconds = now.getTime() / 1000
const body = JSON.stringify({ type: 'request.closed', reference: 'PR-4T7K-XM2B', outcome: 'fulfilled' })

const signatureOf = (id: string, timestamp: number, signed: string, by: Buffer = key) =>
  `v1,${createHmac('sha256', by).update(`${id}.${timestamp}.${signed}`).digest('base64')}`

/** A delivery as the product sends it, with what a test changes. */
const delivery = (
  changed: Partial<ReceivedWebhook> & { at?: number; signatures?: string } = {},
): ReceivedWebhook => {
  const { at = seconds, signatures = signatureOf('msg_1', at, body), ...rest } = changed
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(at), 'webhook-signature': signatures }
  return { secret, headers, body, now, ...rest }
}
const refusal = (received: ReceivedWebhook) =>
  verifyWebhook(received).then(
    () => null,
    error => error.why ?? error.name,
  )

describe('a delivery', () => {
  test('that is signed is the event in it, with text or bytes, and headers of every kind', async () => {
    const event = { type: 'request.closed', reference: 'PR-4T7K-XM2B', outcome: 'fulfilled' }
    expect(await verifyWebhook(delivery())).toEqual(event)
    expect(await verifyWebhook(delivery({ body: new TextEncoder().encode(body) }))).toEqual(event)
    const { headers } = delivery()
    expect(await verifyWebhook(delivery({ headers: new Headers(Object.entries(headers)) }))).toEqual(event)
    const shouted = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]),
    )
    expect(await verifyWebhook(delivery({ headers: shouted }))).toEqual(event)
  })

  test('agrees with the example of the standard, whose body is no event of ours', async () => {
    const example: ReceivedWebhook = {
      secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      headers: {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
      body: '{"test": 2432232314}',
      now: new Date(1_614_265_330_000),
    }
    expect(await refusal(example)).toBe('unreadable')
    expect(await refusal({ ...example, body: '{"test": 2432232315}' })).toBe('wrong-signature')
  })

  test('may have several signatures, and be held against several secrets, while one takes the other’s place', async () => {
    const old = Buffer.from('the secret of before, also long enough')
    const both = `${signatureOf('msg_1', seconds, body, old)} ${signatureOf('msg_1', seconds, body)} v1a,of-another-kind`
    expect((await verifyWebhook(delivery({ signatures: both }))).reference).toBe('PR-4T7K-XM2B')
    const secrets = [`whsec_${old.toString('base64')}`, secret]
    expect((await verifyWebhook(delivery({ secret: secrets }))).reference).toBe('PR-4T7K-XM2B')
  })

  test.each([
    ['another body', { body: body.replace('fulfilled', 'refused') }],
    ['another secret', { secret: `whsec_${Buffer.from('somebody else’s').toString('base64')}` }],
    ['a signature cut short', { signatures: signatureOf('msg_1', seconds, body).slice(0, -4) }],
    ['a signature of another id', { signatures: signatureOf('msg_2', seconds, body) }],
    ['a signature of another time', { signatures: signatureOf('msg_1', seconds - 1, body) }],
    ['another version', { signatures: signatureOf('msg_1', seconds, body).replace('v1,', 'v2,') }],
    ['no base64', { signatures: 'v1,%%%' }],
    ['nothing', { signatures: 'v1,' }],
  ])('with %s is refused', async (_what, changed) => {
    expect(await refusal(delivery(changed))).toBe('wrong-signature')
  })

  test('is good for five minutes in both directions, or as long as is asked', async () => {
    expect(await refusal(delivery({ at: seconds - 300 }))).toBeNull()
    expect(await refusal(delivery({ at: seconds - 301 }))).toBe('too-old')
    expect(await refusal(delivery({ at: seconds + 300 }))).toBeNull()
    expect(await refusal(delivery({ at: seconds + 301 }))).toBe('too-early')
    expect(await refusal(delivery({ at: seconds - 301, toleranceSeconds: 600 }))).toBeNull()
  })

  test('without its headers, or with a time that is none, is refused', async () => {
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
      expect(await refusal(delivery({ headers: { ...delivery().headers, [name]: undefined } }))).toBe(
        'headers-missing',
      )
    expect(await refusal(delivery({ headers: { ...delivery().headers, 'webhook-timestamp': 'soon' } }))).toBe(
      'headers-missing',
    )
  })

  test.each(['', 'null', '[]', '{"type":"request.closed"}', '{"type":1,"reference":"PR-4T7K-XM2B"}'])(
    'with the signed body %j is no event',
    async text => {
      const signatures = signatureOf('msg_1', seconds, text)
      expect(await refusal(delivery({ body: text, signatures }))).toBe('unreadable')
    },
  )

  test('is never believed without a secret', async () => {
    for (const none of ['', 'whsec_', 'whsec_%%%'])
      expect(
        await refusal(
          delivery({ secret: none, signatures: signatureOf('msg_1', seconds, body, Buffer.alloc(0)) }),
        ),
      ).toBe('TypeError')
    expect(await refusal(delivery({ secret: [] }))).toBe('wrong-signature')
  })
})
