import { beforeEach, describe, expect, it } from 'vitest'
import { eraseAccount, lookUpAccount, otherAddresses } from '@/lib/store/accounts/accounts'
import { testDatabase } from '../support/database'

const { db, sql } = await testDatabase()

/** Robin has a primary and two other addresses; Sam has little that is known. */
beforeEach(async () => {
  await db.account.deleteMany()
  await db.account.create({
    data: {
      id: '42',
      username: 'Robin_R',
      usernameKey: 'robin_r',
      email: 'Robin@People.Example',
      state: 'blocked',
      blockedReason: 'self_deletion',
      enterprise: false,
      privateProjects: 3,
      soleOwnedGroups: 1,
      plan: 'premium',
      subscriptionEndsOn: new Date('2027-01-31T00:00:00Z'),
      twoFactor: true,
      createdOn: new Date('2020-02-29T00:00:00Z'),
      lastActiveOn: new Date('2026-11-01T00:00:00Z'),
      country: 'DE',
      successorEmails: [],
      addresses: {
        create: [
          { emailKey: 'robin@people.example', email: 'Robin@People.Example', isPrimary: true },
          { emailKey: 'old@people.example', email: 'Old@People.Example', isPrimary: false },
          { emailKey: 'jörg@xn--bcher-kva.example', email: 'Jörg@Bücher.example', isPrimary: false },
        ],
      },
    },
  })
  await db.account.create({
    data: {
      id: 'sam',
      username: 'sam',
      usernameKey: 'sam',
      email: 'sam@people.example',
      state: 'active',
      enterprise: true,
      addresses: { create: { emailKey: 'sam@people.example', email: 'sam@people.example', isPrimary: true } },
    },
  })
})

const robin = {
  accountId: '42',
  email: 'Robin@People.Example',
  username: 'Robin_R',
  enterprise: false,
  accountState: 'blocked',
  blockedReason: 'self_deletion',
  privateProjects: 3,
  soleOwnedGroups: 1,
  plan: 'premium',
  subscriptionEndsOn: '2027-01-31',
  twoFactor: true,
  createdOn: '2020-02-29',
  lastActiveOn: '2026-11-01',
  country: 'DE',
  region: null,
}

describe('looking an account up', () => {
  it.each([
    ['robin@people.example', 'robin_r'],
    [' ROBIN@People.example ', ' @ROBIN_r'],
    ['old@people.example', 'Robin_R'],
    ['jörg@BÜCHER.example', 'robin_r'],
    ['jörg@xn--bcher-kva.example', 'robin_r'],
    ['robin＠people.example', 'robin_r'],
  ])('finds it by %j and %j', async (email, username) => {
    expect(await lookUpAccount(email, username)).toEqual({
      emailExists: true,
      usernameExists: true,
      sameAccount: true,
      account: robin,
      emails: ['Robin@People.Example', 'Jörg@Bücher.example', 'Old@People.Example'],
    })
  })

  it.each([
    ['robin@people.example', 'sam', true, true],
    ['robin@people.example', 'nobody', true, false],
    ['nobody@people.example', 'robin_r', false, true],
    ['nobody@people.example', 'nobody', false, false],
    ['%', '%', false, false],
    ['_____@people.example', 'robin__', false, false],
    ['%@people.example', 'rob%', false, false],
    ['robin@people.example,sam@people.example', 'sam', false, true],
    ["' or 1=1 --", "' or 1=1 --", false, false],
    ['robin@people.example\0', 'robin_r\0', false, false],
    ['', '', false, false],
  ])('with %j and %j finds no account', async (email, username, emailExists, usernameExists) => {
    expect(await lookUpAccount(email, username)).toEqual({
      emailExists,
      usernameExists,
      sameAccount: false,
      account: null,
      emails: [],
    })
  })

  it('keeps what is not known apart from no', async () => {
    const { account } = await lookUpAccount('sam@people.example', 'sam')
    expect(account).toMatchObject({
      enterprise: true,
      privateProjects: null,
      plan: null,
      twoFactor: null,
      createdOn: null,
      country: null,
    })
  })

  it('asks the database once, whether a person is known or not', async () => {
    const asked: string[] = []
    const client = new Proxy(db, {
      get(target, name) {
        // Prisma asks itself for its own parts, too.
        if (!/^_|Internal$/.test(String(name))) asked.push(String(name))
        return Reflect.get(target, name)
      },
    })
    await lookUpAccount('robin@people.example', 'robin_r', client)
    await lookUpAccount('nobody@people.example', 'nobody', client)
    expect(asked).toEqual(['$queryRaw', '$queryRaw'])
  })
})

describe('an account', () => {
  it('tells its other addresses, in canonical form', async () => {
    expect(await otherAddresses('42', ' OLD@people.example')).toEqual([
      'jörg@xn--bcher-kva.example',
      'robin@people.example',
    ])
    expect(await otherAddresses('nobody', 'old@people.example')).toEqual([])
  })

  it('is erased with every address, once', async () => {
    expect(await eraseAccount('42')).toBe(true)
    expect(await eraseAccount('42')).toBe(false)
    expect(await sql('select email_key from account_address')).toEqual([{ email_key: 'sam@people.example' }])
    expect(await lookUpAccount('robin@people.example', 'robin_r')).toMatchObject({ emailExists: false })
  })
})
