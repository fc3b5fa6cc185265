import { describe, expect, test } from 'vitest'
import { parseEnv } from '@/lib/env'
import { holdTheInternet } from '@/lib/trusted-networks'
import { databaseWay, weakPoints } from '@/lib/weak-points'

describe('TRUSTED_PROXIES', () => {
  test.each([
    ['0.0.0.0/0'],
    ['::/0'],
    ['1.2.3.4/0'],
    ['0.0.0.0/1', '128.0.0.0/1'],
    ['128.0.0.0/1', '64.0.0.0/2', '0.0.0.0/2'],
    ['10.0.0.0/8', '0.0.0.0/2'],
    Array.from({ length: 224 }, (_, first) => `${first}.0.0.0/8`),
    ['::/1', '8000::/1'],
    ['2000::/3'],
    ['2000::/4', '3000::/4'],
    ['::ffff:0:0/96'],
    ['::ffff:0.0.0.0/97', '::ffff:128.0.0.0/97'],
  ])('%s… hold the internet', (...networks) => {
    expect(holdTheInternet(networks)).toBe(true)
  })
  test.each([
    [],
    [
      '10.0.0.0/8',
      '172.16.0.0/12',
      '192.168.0.0/16',
      '127.0.0.1',
      'fd00::/8',
      '::1',
      'fc00::/7',
      'fe80::/10',
    ],
    ['104.16.0.0/13', '172.64.0.0/13', '2606:4700::/32', '2400:cb00::/32'],
    // The same network many times is one network.
    Array.from({ length: 500 }, () => '10.0.0.0/8'),
  ])('%s… don’t', (...networks) => {
    expect(holdTheInternet(networks)).toBe(false)
  })
})

const key = 'KvUy3Gm1bZtq9rCz0dXWn8hJ5oLwPa7fEiR2TsYxQkM='
const real = {
  DATABASE_URL: 'postgresql://habeas@127.0.0.1:5432/habeas',
  NEXTAUTH_SECRET: key,
  HABEAS_KEY: key,
  APP_URL: 'https://privacy.test',
  SMTP_URL: 'smtps://mail.test',
}

test('a real installation that believes everybody about who called isn’t started; a demo is', () => {
  const open = { ...real, TRUSTED_PROXIES: '0.0.0.0/1, 128.0.0.0/1' }
  expect(() => parseEnv(open)).toThrow(/TRUSTED_PROXIES believes .* name your own proxies alone/)
  expect(parseEnv({ ...open, DEMO: '1' }).trustedProxies).toHaveLength(2)
})

test.each([
  ['postgresql://u:p@db.test/habeas', 'plain'],
  ['postgresql://u:p@db.test/habeas?sslmode=disable', 'plain'],
  ['postgresql://u:p@127.0.0.1/habeas?host=db.test', 'plain'],
  ['postgresql://u:p@db.test/habeas?sslmode=no-verify', 'unchecked'],
  ['postgresql://u:p@db.test/habeas?sslmode=require&uselibpqcompat=true', 'unchecked'],
  ['postgresql://u:p@db.test/habeas?sslmode=require', 'checked'],
  ['postgresql://u:p@db.test/habeas?sslmode=verify-full', 'checked'],
  ['postgresql://u:p@db.test/habeas?ssl=true', 'checked'],
  ['postgresql://u:p@localhost/habeas', 'here'],
  ['postgresql://u:p@[::1]/habeas', 'here'],
  ['postgresql://u@%2Fvar%2Frun%2Fpostgresql/habeas', 'here'],
])('the way to the database: %s', (url, way) => {
  expect(databaseWay(url)).toBe(way)
})

describe('what is said of settings that protect little', () => {
  const said = (more: Record<string, string>) => weakPoints(parseEnv({ ...real, ...more })).join('\n')
  test.each([
    [{ APP_URL: 'http://privacy.test' }, /pages and links are not encrypted/],
    [{ DATABASE_URL: 'postgresql://u:p@db.test/habeas' }, /the way to it isn’t encrypted.*verify-full/],
    [{ DATABASE_URL: 'postgresql://u:p@db.test/habeas?sslmode=no-verify' }, /certificate isn’t checked/],
    [{ SMTP_URL: 'smtp://mail.test?tls=optional' }, /mail may leave unencrypted/],
    [{ SMTP_URL: 'smtp://127.0.0.1:2525', HABEAS_MAIL_FOLDER: '1' }, /nobody gets mail.*set SMTP_URL/],
  ])('%o', (more, words) => {
    expect(said(more)).toMatch(words)
  })
  test('nothing of what is sound, nor of this very machine', () => {
    expect(said({})).toBe('')
    expect(said({ APP_URL: 'http://localhost:3000', SMTP_URL: 'smtp://127.0.0.1:2525' })).toBe('')
    expect(said({ SMTP_URL: 'smtp://127.0.0.1:1', HABEAS_MAIL_FOLDER: '1', DEMO: '1' })).toBe('')
  })
})

test.each(['?tls=off', '?tls=', '?tls=optional&x=1', '/?tls=never'])('SMTP_URL knows no %s', more => {
  expect(() => parseEnv({ ...real, SMTP_URL: `smtp://mail.test${more}` })).toThrow(
    /SMTP_URL knows one choice/,
  )
})
test('SMTP_URL takes ?tls=optional behind smtp:// alone', () => {
  expect(parseEnv({ ...real, SMTP_URL: 'smtp://a:b@mail.test:25?tls=optional' }).smtpUrl).toBe(
    'smtp://a:b@mail.test:25?tls=optional',
  )
  expect(() => parseEnv({ ...real, SMTP_URL: 'smtps://mail.test?tls=optional' })).toThrow(/SMTP_URL/)
})
