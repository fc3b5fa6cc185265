import { beforeEach, describe, expect, test } from 'vitest'
import { FewAtOnce } from '@/lib/auth/few-at-once'
import { signInByPassword as signIn } from '@/lib/door/sign-in/password'
import { signInBySecondFactor } from '@/lib/door/sign-in/second-factor'
import { countTries } from '@/lib/door/sign-in/tries'
import { newSecret } from '@/lib/secrets'
import { home, onlySam, password, sam, signedIn } from '@/tests/factories/signing-in'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'

const { sql, url } = await testDatabase()
testEnvironment(url)

const email = sam

beforeEach(async () => {
  await onlySam(sql)
})

describe('a site of IPv6, with its 65,536 networks,', () => {
  const tryFrom = (address: string, whom: string) => countTries('password', whom, null, { ...home, address })

  test('is throttled as a whole; another site isn’t', async () => {
    let refused = 0
    await tryFrom('2001:db8:7::1', 'first@staff.example')
    await sql('update rate_limit set points = 470')
    for (let at = 1; at <= 20; at++) {
      const tried = await tryFrom(`2001:db8:7:${at}::1`, `nobody${at}@staff.example`)
      if (!tried.ok) refused += 1
    }
    expect(refused).toBe(10)
    expect(await tryFrom('2001:db8:8::1', 'nobody@staff.example')).toMatchObject({ ok: true })
    for (let at = 0; at < 12; at++)
      expect(await tryFrom('2001:db8:7:ffff::1', email)).toMatchObject({ ok: false })
    expect(await tryFrom('192.0.2.7', email), 'what its site refused counts against nobody').toMatchObject({
      ok: true,
    })
  })
  test('isn’t used up by one of its networks that is refused', async () => {
    await tryFrom('2001:db8:7:1::1', 'first@staff.example')
    await sql('update rate_limit set points = 478')
    for (let at = 0; at < 20; at++)
      expect(await tryFrom('2001:db8:7:1::1', `nobody${at}@staff.example`)).toMatchObject({ ok: false })
    expect(await tryFrom('2001:db8:7:2::1', 'nobody@staff.example')).toMatchObject({ ok: true })
  })
  test('gets back, with its network and the person, what turned out not to count', async () => {
    for (let at = 0; at < 100; at++) {
      const tried = await tryFrom('2001:db8:7:1::1', email)
      expect(tried).toMatchObject({ ok: true })
      if (tried.ok) await tried.giveBack()
    }
    expect(await sql('select 1 from rate_limit where points <> 0')).toEqual([])
  })
})

describe('where too many passwords wait to be checked', () => {
  test('known and unknown people are told to come again, and no try is lost', async () => {
    let end = () => {}
    const ended = new Promise<void>(resolve => {
      end = resolve
    })
    const usual = globalThis.habeasPasswordLine
    const line = new FewAtOnce({ atOnce: 1, mostWaiting: 0 })
    globalThis.habeasPasswordLine = line
    const holding = line.run(() => ended)
    for (let at = 0; at < 12; at++) {
      expect(await signIn({ email, password }, home)).toMatchObject({ kind: 'too-many' })
      expect(await signIn({ email: 'nobody@staff.example', password }, home)).toMatchObject({
        kind: 'too-many',
      })
    }
    end()
    await holding
    expect(await signIn({ email, password }, home)).toMatchObject({ kind: 'in' })
    globalThis.habeasPasswordLine = usual
  })
})

describe('a database that doesn’t answer is an error, and never a wrong password', () => {
  async function without(table: string, act: () => Promise<unknown>): Promise<void> {
    await sql(`alter table ${table} rename to away`)
    try {
      await expect(act()).rejects.toThrow()
    } finally {
      await sql(`alter table away rename to ${table}`)
    }
  }
  test.each(['staff', 'rate_limit', 'passkey', 'staff_session'])('without %s', async table => {
    await without(table, () => signIn({ email, password }, home))
  })
  test('between the password and the second factor', async () => {
    await signedIn(email)
    await without('sign_in_step', () => signInBySecondFactor(newSecret(), { code: '000000' }, home))
  })
})
