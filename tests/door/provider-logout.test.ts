import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { singleSignOn } from '@/lib/auth/single-sign-on'
import { systemClock } from '@/lib/clock'
import { endByProvider } from '@/lib/door/sign-in/provider-logout'
import { signInBySingleSignOn } from '@/lib/door/sign-in/single-sign-on'
import { home, staffBySecret } from '@/tests/factories/signing-in'
import { employ } from '@/tests/factories/staff'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { db, sql, url } = await testDatabase()
const own = await generateKeyPair('RS256')
const foreign = await generateKeyPair('RS256')
const jwk = { ...(await exportJWK(own.publicKey)), kid: 'published', use: 'sig', alg: 'RS256' }

/** What the provider was asked for. */
const asked: string[] = []
let issuer = ''
const server = createServer((request, response) => {
  const path = request.url ?? ''
  asked.push(path)
  const told = path.endsWith('/keys') ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` }
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(told))
})
const listening = new Promise<AddressInfo>(resolve => {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address && typeof address === 'object') resolve(address)
  })
})
const { port } = await listening
issuer = `http://127.0.0.1:${port}`
const client = { id: 'habeas', secret: 'between us, and long enough for a signature' }
testEnvironment(url)
Object.assign(process.env, {
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
  OIDC_ROLES: 'support=support-engineer',
  ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${port}`,
})
afterAll(() => server.close())

beforeEach(async () => {
  await sql('truncate staff cascade; truncate rate_limit')
  await employ(sql)
  asked.length = 0
})

let tokens = 0
const seconds = () => Math.floor(systemClock.now().getTime() / 1000)
const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
const claims = (more: object = {}) => ({
  iss: issuer,
  aud: client.id,
  iat: seconds(),
  jti: `token-${++tokens}`,
  events: { [EVENT]: {} },
  ...more,
})
const signed = (more: object = {}, key = own.privateKey, header = {}) =>
  new SignJWT(claims(more)).setProtectedHeader({ alg: 'RS256', kid: 'published', ...header }).sign(key)
const says = async (token: string | Promise<string>) => await endByProvider(await token, home)

/** Signs somebody in, and answers with whether they still are. */
async function comes(sub: string, sid?: string): Promise<() => Promise<boolean>> {
  const provider = singleSignOn()
  if (!provider) throw new Error('there is no provider')
  const who = { iss: issuer, sub, sid, email: `${sub}@corp.example`, groups: ['support'] }
  const answer = await signInBySingleSignOn(who, provider, home)
  if (!answer.ok) throw new Error(answer.why)
  return async () => (await staffBySecret(answer.secret)) !== null
}

describe('the provider’s word that a session has ended', () => {
  test('by subject and name ends that session, and those of the subject without a name', async () => {
    const [named, unnamed, another] = [await comes('sue', 's1'), await comes('sue'), await comes('sue', 's2')]
    const other = await comes('lee')
    expect(await says(signed({ sub: 'sue', sid: 's1' }))).toBe(true)
    expect([await named(), await unnamed(), await another(), await other()]).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(await db.auditEntry.count({ where: { command: 'sign-out-by-provider' } })).toBe(1)
  })
  test('by subject alone ends all of theirs, and nobody else’s', async () => {
    const [named, unnamed, other] = [await comes('sue', 's1'), await comes('sue'), await comes('lee', 's3')]
    expect(await says(signed({ sub: 'sue' }))).toBe(true)
    expect([await named(), await unnamed(), await other()]).toEqual([false, false, true])
  })
  test('by name alone ends the one of that name', async () => {
    const [named, unnamed, another] = [await comes('sue', 's1'), await comes('sue'), await comes('lee', 's3')]
    expect(await says(signed({ sid: 's1' }))).toBe(true)
    expect([await named(), await unnamed(), await another()]).toEqual([false, true, true])
  })
  test('counts once', async () => {
    const token = await signed({ sub: 'sue' })
    await comes('sue')
    expect(await says(token)).toBe(true)
    const again = await comes('sue')
    expect(await says(token)).toBe(false)
    expect(await again()).toBe(true)
  })
  test('counts once at the same moment', async () => {
    const token = await signed({ sub: 'sue' })
    await comes('sue')
    const answers = await Promise.all([1, 2, 3].map(() => says(token)))
    expect(answers.filter(Boolean)).toHaveLength(1)
  })
  test('is taken at the next try where ending failed', async () => {
    const session = await comes('sue', 's1')
    const token = await signed({ sub: 'sue', sid: 's1' })
    await sql(`create function fail_once() returns trigger language plpgsql as $$ begin raise 'no room'; end $$;
      create trigger fail_once before update on staff_session for each row execute function fail_once()`)
    await expect(says(token)).rejects.toThrow()
    await sql('drop trigger fail_once on staff_session; drop function fail_once')
    expect(await session()).toBe(true)
    expect(await says(token)).toBe(true)
    expect(await session()).toBe(false)
  })
})

describe('a token that isn’t the provider’s word', () => {
  const secret = new TextEncoder().encode(client.secret)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const unasked: Record<string, () => string | Promise<string>> = {
    'signed by the client’s secret': () =>
      new SignJWT(claims({ sub: 'sue' })).setProtectedHeader({ alg: 'HS256' }).sign(secret),
    'without a signature': () => `${part({ alg: 'none' })}.${part(claims({ sub: 'sue' }))}.`,
    'for somebody else': () => signed({ sub: 'sue', aud: 'another' }),
    'for several, none of them us': () => signed({ sub: 'sue', aud: ['another', 'third'] }),
    'of another issuer': () => signed({ sub: 'sue', iss: 'https://login.evil.example' }),
    'with a nonce, as an id_token has': () => signed({ sub: 'sue', nonce: 'n' }),
    'without events': () => signed({ sub: 'sue', events: undefined }),
    'with another event': () => signed({ sub: 'sue', events: { other: {} } }),
    'without an id': () => signed({ sub: 'sue', jti: undefined }),
    'of nobody': () => signed(),
    'that is none': () => 'eyJ.eyJ.',
    'too long': () => signed({ sub: 'sue', more: 'x'.repeat(10_000) }),
  }
  test.each(Object.entries(unasked))(
    '%s ends nothing, and nobody asks the provider',
    async (_what, token) => {
      const session = await comes('sue', 's1')
      expect(await says(token())).toBe(false)
      expect(await session()).toBe(true)
      expect(asked).toEqual([])
    },
  )
  const seen: Record<string, () => Promise<string>> = {
    'by a foreign key': () => signed({ sub: 'sue' }, foreign.privateKey),
    'by a key that nobody published': () => signed({ sub: 'sue' }, foreign.privateKey, { kid: 'other' }),
    old: () => signed({ sub: 'sue', iat: seconds() - 600 }),
    'from the future': () => signed({ sub: 'sue', iat: seconds() + 600 }),
    'without a time': () => signed({ sub: 'sue', iat: undefined }),
  }
  test.each(Object.entries(seen))('%s ends nothing', async (_what, token) => {
    const session = await comes('sue', 's1')
    expect(await says(token())).toBe(false)
    expect(await session()).toBe(true)
  })
})

test('however much comes, the provider is asked no more than once for its document and its keys', async () => {
  for (let at = 0; at < 5; at++) {
    expect(await says(signed({ sub: 'sue' }, foreign.privateKey))).toBe(false)
    expect(await says(signed({ sub: 'sue' }, foreign.privateKey, { kid: `other-${at}` }))).toBe(false)
    expect(await says(signed({ sub: 'sue' }))).toBe(true)
  }
  for (const path of ['/.well-known/openid-configuration', '/keys'])
    expect(asked.filter(at => at === path).length, path).toBeLessThanOrEqual(1)
})
