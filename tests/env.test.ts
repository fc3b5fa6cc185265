import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { EnvironmentProblem, parseEnv, SECRETS } from '@/lib/env'

const good = {
  DATABASE_URL: 'postgresql://habeas@db.example/habeas',
  HABEAS_KEY: '6njjZBJOazVEJT2L31fCG5vmH30FTDSpIjb7xLDdLy0=',
  NEXTAUTH_SECRET: 'f3Kq0vYb7nWm2ZrT9xLc5Hd8PsGj4UeA',
}
const folder = mkdtempSync(join(tmpdir(), 'habeas-env-'))
afterAll(() => rmSync(folder, { recursive: true }))

function problemsOf(source: Record<string, string>): string[] {
  try {
    parseEnv(source)
  } catch (error) {
    if (error instanceof EnvironmentProblem) return [...error.problems]
    throw error
  }
  return []
}

describe('the environment', () => {
  test('needs little and has defaults for the rest', () => {
    expect(parseEnv(good)).toMatchObject({
      port: 3000,
      appUrl: 'http://localhost:3000',
      trustedProxies: [],
      orgTimeZone: 'UTC',
      demo: false,
      embedded: false,
      oidc: undefined,
    })
    expect(parseEnv(good).key).toHaveLength(32)
  })
  test('names hosts inside in one spelling, each with its port', () => {
    const { allowedPrivateHosts } = parseEnv({
      ...good,
      ALLOWED_PRIVATE_HOSTS: 'GitLab.internal:443, 10.0.0.5:8080,[FD00::1]:80',
    })
    expect(allowedPrivateHosts).toEqual(['gitlab.internal:443', '10.0.0.5:8080', '[fd00::1]:80'])
    expect(parseEnv(good).allowedPrivateHosts).toEqual([])
    for (const list of [
      'gitlab.internal',
      'https://a:443',
      'a:0',
      'a:70000',
      '*:443',
      'a:443/x',
      'u@a:443',
      '10.0.0.0/8:443',
    ])
      expect(problemsOf({ ...good, ALLOWED_PRIVATE_HOSTS: list }), list).toEqual([
        expect.stringMatching(/^ALLOWED_PRIVATE_HOSTS must be/),
      ])
  })
  test('takes keys of before beside the key, each as long and as random', () => {
    const [first, second] = [
      '9w0TR2pVvd6sU0kIpSPSYxHhP1qIf0l0nDBhTAVLzBY=',
      'wN8mZ1oQ4mYk5w2k9mJ7pX0Zt3vVxk2qXn0bq1cVw0E=',
    ]
    expect(parseEnv(good).earlierKeys).toEqual([])
    expect(parseEnv({ ...good, HABEAS_EARLIER_KEYS: `${first}, ${second},` }).earlierKeys).toEqual([
      Buffer.from(first, 'base64'),
      Buffer.from(second, 'base64'),
    ])
    for (const list of [
      'c2hvcnQ=',
      `${first};${second}`,
      `${first},AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=`,
    ]) {
      const problems = problemsOf({ ...good, HABEAS_EARLIER_KEYS: list })
      expect(problems).toEqual([expect.stringMatching(/^HABEAS_EARLIER_KEYS must be earlier values/)])
      expect(problems.join()).not.toContain(first)
    }
  })
  test('tells all problems at once, and no value', () => {
    const problems = problemsOf({
      PORT: 'eleven',
      HABEAS_KEY: 'c2hvcnQ=',
      ORG_TIME_ZONE: 'Mars/Olympus',
      OIDC_CLIENT_ID: 'x',
    })
    const names = problems.map(problem => problem.split(' ')[0])
    expect(names).toEqual(
      expect.arrayContaining(['PORT', 'DATABASE_URL', 'NEXTAUTH_SECRET', 'HABEAS_KEY', 'ORG_TIME_ZONE']),
    )
    expect(problems.join()).not.toMatch(/eleven|c2hvcnQ|Mars/)
  })
  test.each([
    ['NEXTAUTH_SECRET', 'change-me-change-me-change-me-change-me'],
    ['NEXTAUTH_SECRET', 'an-example-secret-an-example-secret'],
    ['NEXTAUTH_SECRET', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    ['NEXTAUTH_SECRET', 'short'],
    ['HABEAS_KEY', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
    ['HABEAS_KEY', 'not base64 at all, is it? no it is not at al'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf({ ...good, [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))])
  })
  test.each([
    ['SMTP_URL', 'smtp://mailer:100%sure@127.0.0.1:25'],
    ['SMTP_URL', 'smtp://mailer:a#b@mail.example:25'],
    ['SMTP_URL', 'smtp://mailer:a/b@mail.example:25'],
    ['SMTP_URL', 'smtp://mailer:a?b@mail.example:25'],
    ['SMTP_URL', 'smtp:mail.example'],
    ['SMTP_URL', 'mail.example:25'],
    ['DATABASE_URL', 'postgresql://habeas:100%sure@db.example/habeas'],
    ['DATABASE_URL', 'postgresql://habeas@db.example/habeas#1'],
    ['APP_URL', 'http://host.example/privacy'],
    ['APP_URL', 'https://host.example/?x=1'],
    ['APP_URL', 'https://host.example/#x'],
    ['APP_URL', 'https://admin:hush@host.example'],
    ['APP_URL', 'host.example'],
    ['MAIL_FROM', 'office'],
    ['MAIL_FROM', 'a@b.example, c@d.example'],
    ['MAIL_FROM', 'Office office@corp.example'],
    ['MAIL_FROM', 'Office <office@corp.example'],
    ['STORAGE_URL', 'file://srv/files'],
    ['STORAGE_URL', 'file:///srv/files#1'],
    ['STORAGE_URL', 's3://bucket'],
    ['S3_ENDPOINT', 's3.example'],
    ['S3_ENDPOINT', 'https://key:hush@s3.example'],
    ['S3_ENDPOINT', 'https://s3.example/?bucket=lists'],
    ['S3_ENDPOINT', 'https://s3.example:0'],
    ['S3_REGION', 'Frankfurt, Germany'],
    ['S3_SECRET_ACCESS_KEY', 'two words'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['ORG_TIME_ZONE', '+05:00'],
    ['ORG_TIME_ZONE', 'BST'],
    ['ORG_TIME_ZONE', 'AET'],
    ['OIDC_ISSUER', 'id.example'],
    ['OIDC_CONFIRM', 'never'],
    ['PORT', '0x10'],
    ['PORT', '1e3'],
    ['PORT', '65536'],
    ['HABEAS_HOST', 'http://127.0.0.1'],
    ['HABEAS_HOST', '0.0.0.0:3000'],
    ['APP_URL', 'https://*.example.org'],
    ['APP_URL', 'https://host.example:0'],
    ['SMTP_URL', 'smtp://mailer@mail.example'],
    ['SMTP_URL', 'smtp://:hush@mail.example'],
    ['SMTP_URL', 'smtp://mailer:hu%0d%0ash@mail.example'],
    ['SMTP_URL', 'smtp://mail.example:0'],
    ['SMTP_URL', 'smtp://mail..example'],
    ['SMTP_URL', 'smtp://m%20l.example'],
    ['DATABASE_URL', 'postgresql://habeas@one.example,two.example/habeas'],
    ['DATABASE_URL', 'postgresql://habeas@db.example:0/habeas'],
    ['DATABASE_URL', 'postgresql://habeas@db.example/%zz'],
    ['DATABASE_URL', 'postgresql://habeas@db.example/habeas?sslmode=sometimes'],
    ['MAIL_FROM', 'Privacy, Inc. <privacy@example.org>'],
    ['MAIL_FROM', '"Privacy <privacy@example.org>'],
    ['MAIL_FROM', 'privacy@example..org'],
    ['MAIL_FROM', 'priväcy@example.org'],
    ['STORAGE_URL', 'file:srv/files'],
    ['STORAGE_URL', 'file:///srv/%00'],
    ['TRUSTED_PROXIES', 'fe80::1%eth0'],
    ['NEXTAUTH_SECRET', 'abababababababababababababababab'],
  ])('%s=%s would fail when it is used, so it is refused at the start', (name, value) => {
    const oidc = name.startsWith('OIDC_') ? { OIDC_CLIENT_ID: 'habeas', OIDC_CLIENT_SECRET: 'hush' } : {}
    const problems = problemsOf({ ...good, ...oidc, [name]: value })
    expect(problems[0]).toMatch(new RegExp(`^${name} (must|has|s3|is an example)`))
    expect(problems.join()).not.toContain(value)
  })
  test.each([
    ['SMTP_URL', 'smtp://desk%40habeas.test:100%25sure@mail.example:587'],
    ['SMTP_URL', 'smtps://mail.example/'],
    ['DATABASE_URL', 'postgresql:///habeas?host=/var/run/postgresql'],
    ['APP_URL', 'https://privacy.example.org/'],
    ['APP_URL', 'http://habeas.internal:3160'],
    ['MAIL_FROM', '"Privacy, Inc." <privacy@example.org>'],
    ['MAIL_FROM', 'privacy@localhost'],
    ['STORAGE_URL', 'file:///srv/my%20files'],
    ['ORG_TIME_ZONE', 'UTC'],
    ['SMTP_URL', 'smtp://[::1]:25'],
    ['SMTP_URL', 'smtp://mail_server:1025'],
    ['DATABASE_URL', 'postgresql://habeas@%2Fvar%2Frun%2Fpostgresql/habeas?sslmode=disable'],
    ['HABEAS_HOST', '::'],
    ['HABEAS_HOST', 'localhost'],
    ['MAIL_FROM', 'Privacy Team <privacy@example.org>'],
    ['STORAGE_URL', 'file://localhost/srv/files'],
  ])('%s=%s is fine', (name, value) => expect(problemsOf({ ...good, [name]: value })).toEqual([]))
  test('space around a value doesn’t count, and an address has one spelling', () => {
    const read = (APP_URL: string) => parseEnv({ ...good, APP_URL, PORT: ' 3100 ' }).appUrl
    for (const typed of [
      ' https://host.example/ ',
      'HTTPS://Host.Example',
      'https://host.example//',
      'https://host.example?',
    ])
      expect(read(typed)).toBe('https://host.example')
    expect(parseEnv({ ...good, MAIL_FROM: 'Privacy <privacy@bücher.example>\n' }).mailFrom).toBe(
      'Privacy <privacy@xn--bcher-kva.example>',
    )
    expect(problemsOf({ ...good, HABEAS_KEY: ' ' })).toEqual(['HABEAS_KEY is not set'])
  })
  test('an empty variable is an unset one', () => {
    expect(parseEnv({ ...good, PORT: '', SMTP_URL: '', DEMO: '' })).toMatchObject({
      port: 3000,
      smtpUrl: undefined,
      demo: false,
    })
  })
  test.each(SECRETS)('%s may come from a file', name => {
    const values: Record<string, string> = {
      ...good,
      SMTP_URL: 'smtp://a:b@mail.example:25',
      HABEAS_EARLIER_KEYS: '9w0TR2pVvd6sU0kIpSPSYxHhP1qIf0l0nDBhTAVLzBY=',
      STORAGE_URL: 'file:///srv/files',
      OIDC_CLIENT_SECRET: 'hush',
      S3_ACCESS_KEY_ID: 'KEYOFHABEAS',
      S3_SECRET_ACCESS_KEY: 'hush',
    }
    const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'habeas', S3_REGION: 'eu-central-1' }
    const file = join(folder, name)
    writeFileSync(file, `${values[name]}\n`)
    const { [name]: value, ...others } = values
    expect(value).toBeDefined()
    expect(parseEnv({ ...others, ...oidc, [`${name}_FILE`]: file })).toEqual(parseEnv({ ...values, ...oidc }))
    expect(problemsOf({ ...values, ...oidc, [`${name}_FILE`]: file })).toHaveLength(1)
    expect(problemsOf({ ...others, ...oidc, [`${name}_FILE`]: join(folder, 'missing') })[0]).toMatch(
      /can't be read/,
    )
  })
  test('storage of the S3 protocol, at Amazon’s address of a region or at another', () => {
    const s3Of = (more: Record<string, string>) =>
      parseEnv({ ...good, S3_ACCESS_KEY_ID: 'KEY', S3_SECRET_ACCESS_KEY: 'hush', ...more }).s3
    expect(parseEnv(good).s3).toBeUndefined()
    expect(s3Of({ S3_REGION: 'eu-central-1' })).toEqual({
      endpoint: undefined,
      region: 'eu-central-1',
      accessKeyId: 'KEY',
      secretAccessKey: 'hush',
      pathStyle: false,
    })
    expect(s3Of({ S3_ENDPOINT: 'http://s3.internal:9000', S3_PATH_STYLE: '1' })).toMatchObject({
      endpoint: 'http://s3.internal:9000',
      region: 'us-east-1',
      pathStyle: true,
    })
  })
  test.each([
    [{ S3_ACCESS_KEY_ID: 'KEY', S3_REGION: 'eu-central-1' }, /^S3_ACCESS_KEY_ID must be set together/],
    [{ S3_SECRET_ACCESS_KEY: 'hush' }, /^S3_SECRET_ACCESS_KEY must be set together/],
    [{ S3_ENDPOINT: 'https://s3.example' }, /^S3_ENDPOINT needs S3_ACCESS_KEY_ID/],
    [{ S3_REGION: 'eu-central-1' }, /^S3_REGION needs S3_ACCESS_KEY_ID/],
    [{ S3_ACCESS_KEY_ID: 'KEY', S3_SECRET_ACCESS_KEY: 'hush' }, /^S3_ACCESS_KEY_ID needs S3_REGION/],
  ])('storage of the S3 protocol only whole: %j', (some, problem) => {
    expect(problemsOf({ ...good, ...some })).toEqual([expect.stringMatching(problem)])
  })
  test('networks of proxies', () => {
    expect(parseEnv({ ...good, TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      'fd00::/8',
    ])
    for (const odd of ['the office', '10.0.0.0/33', 'fd00::/129', '10.0.0', 'abc', '10.0.0.0/8/8', '::1/x'])
      expect(problemsOf({ ...good, TRUSTED_PROXIES: odd }), odd).toHaveLength(1)
  })
})

test('a level that isn’t one stops nobody before everything that is wrong is told', async () => {
  expect(problemsOf({ ...good, LOG_LEVEL: 'loud' })).toEqual([expect.stringMatching(/^LOG_LEVEL/)])
  for (const [given, used] of Object.entries({
    loud: 'info',
    toString: 'info',
    '': 'info',
    silent: 'silent',
  })) {
    vi.resetModules()
    vi.stubEnv('LOG_LEVEL', given)
    expect((await import('@/lib/log')).log.level, given).toBe(used)
  }
  vi.unstubAllEnvs()
})
