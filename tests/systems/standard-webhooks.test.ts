import { describe, expect, test } from 'vitest'
import { newWebhookSecret, signed, verified, webhookKey } from '@/lib/systems/standard-webhooks'

/** The example that the specification's own libraries are tested with. */
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek'
const body = '{"test": 2432232314}'
const at = new Date(1_614_265_330_000)

describe('a signature', () => {
  test('is the one of the specification', () => {
    expect(signed(secret, { id, at, body })).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })
  test('is verified, also beside those of other secrets', () => {
    const headers = signed(secret, { id, at, body })
    expect(verified(secret, headers, Buffer.from(body), at)).toEqual({ ok: true, id })
    const several = { ...headers, 'webhook-signature': `v1,bm8= v2,bm8= ${headers['webhook-signature']}` }
    expect(verified(secret, several, body, at)).toEqual({ ok: true, id })
  })
  test('of another secret, body, id or moment isn’t', () => {
    const headers = signed(secret, { id, at, body })
    const wrong = { ok: false, why: 'signature' }
    expect(verified(newWebhookSecret(), headers, body, at)).toEqual(wrong)
    expect(verified(secret, headers, '{"test":2432232314}', at)).toEqual(wrong)
    expect(verified(secret, { ...headers, 'webhook-id': 'msg_other' }, body, at)).toEqual(wrong)
    expect(verified(secret, { ...headers, 'webhook-timestamp': '1614265331' }, body, at)).toEqual(wrong)
    expect(verified(secret, { ...headers, 'webhook-timestamp': 'now' }, body, at)).toEqual(wrong)
    for (const name of Object.keys(headers))
      expect(verified(secret, { ...headers, [name]: undefined }, body, at)).toEqual(wrong)
  })
  test('holds for five minutes either way', () => {
    const headers = signed(secret, { id, at, body })
    const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
    for (const seconds of [300, -300])
      expect(verified(secret, headers, body, later(seconds))).toEqual({ ok: true, id })
    for (const seconds of [301, -301])
      expect(verified(secret, headers, body, later(seconds))).toEqual({ ok: false, why: 'stale' })
  })
})

describe('a secret', () => {
  test('is made of 32 bytes, each time others', () => {
    expect(webhookKey(newWebhookSecret())).toHaveLength(32)
    expect(newWebhookSecret()).not.toBe(newWebhookSecret())
  })
  test.each([
    'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'whsec_',
    `whsec_${Buffer.alloc(23).toString('base64')}`,
    `whsec_${Buffer.alloc(65).toString('base64')}`,
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw!',
    'whsec_MfKQ9r8GKYqrTw jUPD8ILPZIo2LaLaSw',
  ])('%s is none', text => {
    expect(webhookKey(text)).toBeNull()
    expect(() => signed(text, { id, at, body })).toThrow()
  })
  test('may leave out what fills up its base64', () => {
    const whole = newWebhookSecret()
    expect(webhookKey(whole.replace(/=+$/, ''))).toEqual(webhookKey(whole))
  })
})
