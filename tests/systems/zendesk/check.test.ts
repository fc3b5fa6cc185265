import { describe, expect, test } from 'vitest'
import { systemKinds } from '@/lib/systems'
import { metaOf } from '@/lib/systems/settings-fields'
import { zendeskBench } from '@/tests/support/stand-ins/zendesk-bench'

const bench = zendeskBench()
const check = async (settings = {}) => {
  const lines = await bench.connect({ settings }).check()
  return { failed: lines.filter(({ ok }) => !ok), names: lines.map(({ name }) => name), lines }
}

describe('testing the connection to Zendesk', () => {
  test('says of each thing that it works, and changes nothing', async () => {
    const { failed, names } = await check()
    expect(failed).toEqual([])
    expect(names).toEqual(['Credentials', 'Rights', 'Search', 'Macros', 'Webhook', 'Clock'])
    expect(bench.server.calls.every(({ method }) => method === 'GET')).toBe(true)
  })
  test.each<[string, object, string, RegExp]>([
    ['a wrong token', { token: 'typed wrong' }, 'Credentials', /refuses this email and token/],
    ['an agent’s token', { token: 'zd-token-agent' }, 'Rights', /no admin \(agent\)/],
  ])('names %s', async (_name, settings, name, words) => {
    const { failed } = await check(settings)
    expect(failed).toMatchObject([{ name, words: expect.stringMatching(words) }])
  })
  test('isn’t taken in by a visitor without an id', async () => {
    const body = '{"user":{"id":null,"name":"Anonymous user","role":"end-user"}}'
    bench.server.fault(/users\/me/, { kind: 'status', status: 200, body })
    expect((await check()).failed).toMatchObject([{ name: 'Credentials' }])
  })
  test.each([{ kind: 'html' }, { kind: 'status', status: 404, body: '<html>' }] as const)(
    'says that there is no Zendesk',
    async fault => {
      bench.server.fault(/users\/me/, fault)
      expect((await check()).failed).toMatchObject([
        { name: 'Address', words: expect.stringContaining('no Zendesk') },
      ])
    },
  )
  test('says that nobody answers', async () => {
    await bench.server.close()
    expect((await check()).failed).toMatchObject([
      { name: 'Address', words: expect.stringContaining('can’t be reached') },
    ])
  })
  test('names the macro that is missing, and a search that fails', async () => {
    bench.server.data.macros.length = 0
    bench.server.fault(/users\/search/, { kind: 'status', status: 403, body: '{"error":"Forbidden"}' })
    const { failed } = await check()
    expect(failed.map(({ name }) => name)).toEqual(['Search', 'Macros'])
    expect(failed[1]?.words).toContain(
      '“Support::SaaS::Gitlab.com::Account Deletion Instructions - GitLab.com”',
    )
  })
  test('says what is missing without a webhook’s secret, and that a clock is wrong', async () => {
    const date = new Date(Date.now() - 400_000).toUTCString()
    const body = '{"user":{"id":1,"role":"admin","active":true}}'
    bench.server.fault(/users\/me/, { kind: 'status', status: 200, body, headers: { date } })
    const { failed, lines } = await check({ webhookSecret: undefined })
    expect(failed).toMatchObject([{ name: 'Clock' }])
    expect(lines.find(({ name }) => name === 'Webhook')?.words).toContain('logged by hand')
  })
})

describe('the settings of Zendesk', () => {
  const kind = systemKinds.get('zendesk')
  const given = { url: 'https://acme.zendesk.com/', email: 'a@acme.example', token: ' t ' }
  test('take what the API documents, and know their secrets', () => {
    expect(kind?.settings.parse({ ...given, macros: { Deletion: 7 } })).toEqual({
      url: 'https://acme.zendesk.com',
      email: 'a@acme.example',
      token: 't',
      macros: { Deletion: '7' },
      expiredTag: 'expired',
    })
    const secret = Object.entries(kind?.settings.shape ?? {}).filter(([, schema]) => metaOf(schema).secret)
    expect(secret.map(([name]) => name)).toEqual(['token', 'webhookSecret'])
    const { url, email } = given
    expect(kind?.roleOf({ url, email })).toBe('support-desk')
  })
  test.each([{ url: 'ftp://acme' }, { url: 'acme' }, { email: 'nobody' }, { token: ' ' }])(
    'refuse %j',
    wrong => {
      expect(kind?.settings.safeParse({ ...given, ...wrong }).success).toBe(false)
    },
  )
})
