import { describe, expect, it } from 'vitest'
import { lookUpAccount } from '@/lib/store/accounts/accounts'
import { csv, importDirectory, robin, someone } from './accounts-file'

const { sql, importing, loading, directory } = await importDirectory()

describe('accounts import', () => {
  it('loads what a file says, and an empty cell is not known', async () => {
    const sam = someone('Sam_Ö', {
      email: 'Sam@Bücher.example',
      secondary_emails: '"old@people.example; Work@People.Example"',
      private_projects: '',
      two_factor: '',
      created_on: '',
      country: '',
      plan: '',
      state: 'banned',
      blocked_reason: 'abuse',
      successor_emails: 'Heir@People.Example;heir2@people.example',
    })
    expect(await loading([robin, sam])).toBe('2 accounts loaded: 2 new, 0 known before.')
    expect(await lookUpAccount('old@people.example', '@sam_ö')).toMatchObject({
      sameAccount: true,
      account: {
        accountId: 'sam_ö',
        username: 'Sam_Ö',
        email: 'Sam@Bücher.example',
        accountState: 'banned',
        blockedReason: 'abuse',
        privateProjects: null,
        twoFactor: null,
        createdOn: null,
        plan: null,
        country: null,
      },
    })
    expect(await lookUpAccount('robin@people.example', 'robin')).toMatchObject({
      account: { privateProjects: 3, twoFactor: true, createdOn: '2020-02-29', lastActiveOn: '2026-11-01' },
    })
    expect(await sql('select successor_emails from account order by username_key')).toEqual([
      { successor_emails: [] },
      { successor_emails: ['heir@people.example', 'heir2@people.example'] },
    ])
  })

  it('takes a byte order mark, CRLF, quotes, empty lines, any order of columns and no last line end', async () => {
    const [names, ...rows] = csv([robin, someone('sam')])
      .trimEnd()
      .split('\n')
    const turned = [names, ...rows].map(line =>
      line
        ?.split(',')
        .reverse()
        .map(cell => `"${cell}"`)
        .join(','),
    )
    const said = await importing(`\ufeff${turned.join('\r\n\r\n')}`)
    expect(said).toMatchObject({ code: 0, out: ['2 accounts loaded: 2 new, 0 known before.'] })
  })

  it('changes the accounts that it knows by username, and leaves the others alone', async () => {
    await loading([robin, someone('sam')])
    const out = await loading([someone('ROBIN', { email: 'new@people.example', private_projects: '9' })])
    expect(out).toBe('1 account loaded: 0 new, 1 known before.')
    expect(await directory()).toEqual([
      { id: 'robin', username: 'ROBIN', addresses: ['new@people.example'] },
      { id: 'sam', username: 'sam', addresses: ['sam@people.example'] },
    ])
  })

  it('knows an account by its id before its username', async () => {
    await loading([someone('robin', { account_id: '7' }), someone('sam', { account_id: '8' })])
    await loading([
      someone('sam', { account_id: '7', email: 'sam@people.example' }),
      someone('robin', { account_id: '8', email: 'robin@people.example' }),
    ])
    expect(await directory()).toEqual([
      { id: '8', username: 'robin', addresses: ['robin@people.example'] },
      { id: '7', username: 'sam', addresses: ['sam@people.example'] },
    ])
  })

  it('keeps an account the same when ids come later, and when they are left out again', async () => {
    await loading([robin, someone('sam')])
    expect(await loading([someone('robin', { account_id: '7' })])).toContain('0 new, 1 known before')
    expect(await loading([robin])).toContain('0 new, 1 known before')
    expect(await directory()).toEqual([
      { id: '7', username: 'robin', addresses: ['robin@people.example'] },
      { id: 'sam', username: 'sam', addresses: ['sam@people.example'] },
    ])
  })

  it('with --replace removes who is not in the file', async () => {
    await loading([robin, someone('sam'), someone('kim')])
    const out = await loading(
      [someone('lee', { secondary_emails: 'sam@people.example' }), robin],
      '--replace',
    )
    expect(out).toBe('2 accounts loaded: 1 new, 1 known before, 2 removed.')
    expect((await directory()).map(account => account.username)).toEqual(['lee', 'robin'])
  })

  it('says the same when it runs twice', async () => {
    await loading([robin, someone('sam', { secondary_emails: 'old@people.example' })])
    const before = await directory()
    await loading([robin, someone('sam', { secondary_emails: 'old@people.example' })])
    expect(await directory()).toEqual(before)
  })

  it('moves an address from one account of the file to another', async () => {
    await loading([someone('robin', { secondary_emails: 'shared@people.example' }), someone('sam')])
    await loading([someone('robin'), someone('sam', { secondary_emails: 'shared@people.example' })])
    expect((await directory()).map(account => account.addresses.length)).toEqual([1, 2])
    expect(await lookUpAccount('shared@people.example', 'sam')).toMatchObject({ sameAccount: true })
  })

  it('takes an address that an account repeats', async () => {
    await loading([someone('robin', { secondary_emails: 'ROBIN@people.example;robin@people.example' })])
    expect((await directory())[0]?.addresses).toEqual(['robin@people.example'])
  })
})

describe('its progress', () => {
  it('is one line that is written over, for a terminal only', async () => {
    const { out, err } = await importing(csv([robin]), [], true)
    const over = '\u001b[1A\r\u001b[K'
    expect(err).toEqual([
      'Reading 1 line …',
      `${over}Checking 1 line …`,
      `${over}Loading 1 line …`,
      `${over}\u001b[1A`,
    ])
    expect(out).toHaveLength(1)
  })
})
