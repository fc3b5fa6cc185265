import { describe, expect, test } from 'vitest'
import { deviceProof, secretHash } from '@/lib/auth/session-token'
import { tokenHash } from '@/lib/auth/tokens'
import { mailboxHash } from '@/lib/door/answer/mailbox-hash'
import { keyedHash, limitHash, looksLikeSecret, mailedSecret, newSecret } from '@/lib/secrets'

Object.assign(process.env, {
  DATABASE_URL: 'postgresql://habeas@db.example/habeas',
  HABEAS_KEY: '6njjZBJOazVEJT2L31fCG5vmH30FTDSpIjb7xLDdLy0=',
  NEXTAUTH_SECRET: 'f3Kq0vYb7nWm2ZrT9xLc5Hd8PsGj4UeA',
})
const secret = 'A'.repeat(43)

/** Literal hashes, made by the code that had written them until this file was. Stored rows hold such. */
describe('stored hashes stay what they are', () => {
  test.each([
    ['access link', '1fbdc2e7e8baca654ad7094e9a72fe71b28cebebec272a02db3ee82e86f090ec'],
    ['requester session', '98d89c3f9d3105543069184092e97bfb5553b75ebc4d018696af872ae22488ce'],
    ['intake draft', '8259b730bca8a5ea0ff068619365babfe14a98de94f388221db018a4cb0efba6'],
    ['download code', '74f71a12953a44c4d590ae151879b8e2a4c2af89de129eaf60e568d3c5e1cd12'],
    ['journey', '8ed878a2b26821ecf2d002efed03a25241b7f87ed538bce027c31a68b83623ea'],
    ['usage subscription', 'e0fc4b3c98e8901b9424192166de78218b34e3016c22b3817a62c65ca3b27a47'],
    ['staff session', '043b88e27a82ac77ead2a3ad51cf8bde39f58a6437235fbf1a47a127b9592d04'],
    ['password link', '74b122d81d87a313b1ab87ebd2d24274657a9f190e422109547d2785b69eca63'],
  ] as const)('%s', (purpose, hash) => {
    expect(keyedHash(purpose, secret)).toBe(hash)
  })
  test('sessions, tokens, mailboxes, devices, subscribers, limits', () => {
    expect(secretHash('staff session', secret)).toBe(keyedHash('staff session', secret))
    expect(tokenHash(`hbs_${secret}`)).toBe(
      '25c67978ab07b4ea134c5383cdc288ecd40215b739677e18c90305450448bfc7',
    )
    expect(mailboxHash('Kim@People.Example')).toBe(
      '997e14b64405a9fe453740f980eb1c531b9e6086ccc1d7612595e23a645c1aae',
    )
    expect(deviceProof('kim', 'abcdefghijkl')).toBe(
      'abcdefghijkl.631db393d01ebe14098ee017a60896d6600918e0ffdfdc942bd59e88e53f4efb',
    )
    expect(keyedHash('usage subscription', 'subscriber', 'base64url')).toBe(
      'ERCsZzf0Re3B9e9FajM2oJJPrwAUzLTp0WiHYkYXWZI',
    )
    expect(limitHash('sign-in:address:192.0.2.7')).toBe('tqpKr1mKb-w1OHGUd6Orzxrn3t86htGoMbU662CC8p0')
  })
})

test('a secret is 256 bits, another one each time, and known by its shape', () => {
  const secrets = Array.from({ length: 100 }, newSecret)
  expect(new Set(secrets).size).toBe(100)
  expect(secrets.every(looksLikeSecret)).toBe(true)
  for (const other of [undefined, '', `${secret}A`, secret.slice(1), `${secret.slice(1)}+`, [secret]])
    expect(looksLikeSecret(other)).toBe(false)
  expect(secretHash('staff session', 'short')).toBeNull()
})

test('the secret of a mailed link is read without punctuation behind it, and nothing else is', () => {
  for (const behind of ['', '.', ',', ').', '>', '".', '…'])
    expect(mailedSecret(`${secret}${behind}`)).toBe(secret)
  for (const text of [
    `.${secret}`,
    `${secret}x`,
    `${secret}\0`,
    `${secret}......`,
    secret.slice(1),
    '',
    null,
    [secret],
  ])
    expect(mailedSecret(text)).toBeNull()
})
