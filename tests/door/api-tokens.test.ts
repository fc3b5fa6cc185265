import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bearerToken, newToken, requireToken, tokenHash } from '@/lib/auth/tokens'
import { run } from '@/lib/cli/token-create'
import type { Actor, Role } from '@/lib/core/people/actor'
import { giveToken, revokeToken } from '@/lib/door/staff/tokens'
import { listTokens, useToken } from '@/lib/store/staff/tokens'
import { staffOf } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { sql, url } = await testDatabase()
testEnvironment(url)

const admin = staffOf('admin')
const engineer = staffOf('support-engineer')

/** Runs the subcommand as a person would, keeping what it says. */
async function say(...words: string[]) {
  const said = { out: [] as string[], err: [] as string[] }
  const code = await run(words, {
    out: text => said.out.push(text),
    err: text => said.err.push(text),
    isTTY: false,
  })
  return { code, ...said }
}

async function made(
  actor: Actor,
  token: { name: string; role: Role },
): Promise<{ id: string; token: string }> {
  const given = await giveToken(actor, token, randomUUID())
  const [newest] = await listTokens(system)
  if (!given.ok || !given.token || !newest) throw new Error('no token was made')
  return { id: newest.id, token: given.token }
}

test('token create prints the token alone on standard output, and only its keyed hash is kept', async () => {
  const { code, out } = await say('--role', 'privacy', '--name', 'Nightly report')
  expect(code).toBe(0)
  expect(out).toHaveLength(1)
  const token = out[0] ?? ''
  expect(token).toMatch(/^hbs_[\w-]{43}$/)
  expect(await requireToken(`Bearer ${token}`, useToken)).toMatchObject({ role: 'privacy', via: 'token' })
  const rows = JSON.stringify(await sql('select * from api_token'))
  expect(rows).toContain(tokenHash(token))
  expect(rows).not.toContain(token.slice(4))
})

test('token create refuses unknown roles and missing names, and says what it wants', async () => {
  for (const words of [[], ['--role', 'emperor', '--name', 'x'], ['--role', 'admin'], ['--tole', 'admin']]) {
    const { code, out, err } = await say(...words)
    expect([code, out]).toEqual([2, []])
    expect(err.join()).toContain('token create --role ROLE --name NAME')
  }
})

test('a token that we didn’t issue is nobody, without a database query', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = part({ sub: 'admin', role: 'privacy', exp: 9_999_999_999 })
  const unsigned = `${part({ alg: 'none' })}.${claims}.`
  const token = newToken()
  for (const header of [
    null,
    '',
    'Bearer',
    'Bearer ',
    token,
    `Basic ${token}`,
    'Bearer garbage',
    'Bearer %00',
    'Bearer \0',
    `Bearer ${'x'.repeat(5000)}`,
    `Bearer ${unsigned}`,
    `Bearer ${token}=`,
    `Bearer ${token} ${token}`,
  ]) {
    expect(bearerToken(header)).toBeNull()
  }
  const neverAsked = () => Promise.reject(new Error('asked'))
  expect(await requireToken('Bearer garbage', neverAsked)).toBeNull()
})

test('a forged token of the right shape and a flipped byte are nobody', async () => {
  const { token } = await made(system, { name: 'Real', role: 'privacy' })
  const flipped = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.slice(-1)
  expect(await requireToken(`Bearer ${newToken()}`, useToken)).toBeNull()
  expect(await requireToken(`Bearer ${flipped}`, useToken)).toBeNull()
})

test('a revoked token is dead at the next call, and revoking is remembered', async () => {
  const { id, token } = await made(admin, { name: 'Short', role: 'admin' })
  const revoke = (actor: Actor) => revokeToken(actor, id, randomUUID())
  expect(await revoke(engineer)).toMatchObject({ reason: 'not-allowed' })
  expect(await requireToken(`bearer ${token}`, useToken)).not.toBeNull()
  expect(await revoke(admin)).toEqual({ ok: true })
  expect(await revoke(admin)).toMatchObject({ reason: 'not-found' })
  expect(await requireToken(`Bearer ${token}`, useToken)).toBeNull()
  const audit = await sql<{ command: string }>(
    `select command from audit_entry where facts->>'token' = $1 order by seq`,
    [id],
  )
  expect(audit.map(row => row.command)).toEqual(['create-token', 'revoke-token'])
})

test('a button that is pressed twenty times at once makes one token', async () => {
  const commandId = randomUUID()
  const press = () => giveToken(admin, { name: 'Twice', role: 'admin' }, commandId)
  const made = await Promise.all(Array.from({ length: 20 }, press))
  expect(made.every(version => version.ok)).toBe(true)
  const shown = made.flatMap(version => (version.ok && version.token ? [version.token] : []))
  expect(shown).toHaveLength(1)
  expect(await requireToken(`Bearer ${shown[0]}`, useToken)).toMatchObject({ role: 'admin' })
  expect((await listTokens(admin)).filter(token => token.name === 'Twice')).toHaveLength(1)
  const engineers = await giveToken(engineer, { name: 'Mine', role: 'privacy' }, randomUUID())
  expect(engineers).toMatchObject({ ok: false, reason: 'not-allowed' })
})

test('only admins and the command line make tokens or see the list', async () => {
  expect(await giveToken(engineer, { name: 'Mine', role: 'privacy' }, randomUUID())).toMatchObject({
    ok: false,
  })
  expect(await listTokens(engineer)).toEqual([])
  const list = await listTokens(admin)
  expect(list.length).toBeGreaterThan(0)
  expect(JSON.stringify(list)).not.toContain('tokenHash')
})

test('has an owner and an end at the command line, too, which refuses an owner whom nobody knows', async () => {
  const whose = async (...more: string[]) => {
    const { code, out } = await say('--role', 'privacy', '--name', 'Report', ...more)
    const [row] = await sql<{ owner: string | null; days: number }>(
      `select owner_id as owner, round(extract(epoch from expires_at - created_at) / 86400)::int as days
       from api_token where token_hash = $1`,
      [tokenHash(out[0] ?? '')],
    )
    return [code, row]
  }
  expect(await whose()).toEqual([0, { owner: null, days: 365 }])
  expect(await whose('--owner', 'Priya@cast.example', '--days', '30')).toEqual([
    0,
    { owner: 'priya', days: 30 },
  ])
  for (const wrong of [
    ['--owner', 'nobody@cast.example'],
    ['--days', '0'],
    ['--days', 'soon'],
    ['--days', '99999'],
  ])
    expect(await whose(...wrong)).toEqual([2, undefined])
})

test('a token that has ended, and one whose owner was shut out, are nobody', async () => {
  const { id, token } = await made(system, { name: 'Ending', role: 'privacy' })
  const header = `Bearer ${token}`
  await sql(`update api_token set expires_at = now() where id = $1`, [id])
  expect(await requireToken(header, useToken)).toBeNull()
  await sql(`update api_token set expires_at = null, owner_id = 'petra' where id = $1`, [id])
  expect(await requireToken(header, useToken)).not.toBeNull()
  await sql(`update staff set disabled_at = now() where id = 'petra'`)
  expect(await requireToken(header, useToken)).toBeNull()
})

test('the time of use is noted at most once a minute', async () => {
  const { id, token } = await made(system, { name: 'Busy', role: 'privacy' })
  const used = async () => {
    await useToken(tokenHash(token))
    const [row] = await sql<{ at: Date }>('select last_used_at as at from api_token where id = $1', [id])
    return row?.at.toISOString()
  }
  const first = await used()
  expect(await used()).toBe(first)
  await sql(`update api_token set last_used_at = last_used_at - interval '61 seconds' where id = $1`, [id])
  expect((await used()) ?? '').not.toBe(first)
})
