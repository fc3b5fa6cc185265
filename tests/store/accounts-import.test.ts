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

  it('keeps the region of an account, in the country that it names', async () => {
    const rows = [
      { ...robin, country: 'us', region: 'us-ca' },
      someone('sam', { country: '', region: 'CA-QC' }),
      someone('kim', { country: 'DE', region: '' }),
    ]
    expect(await loading(rows)).toBe('3 accounts loaded: 3 new, 0 known before.')
    expect(await sql('select country, region from account order by username_key')).toEqual([
      { country: 'DE', region: null },
      { country: 'US', region: 'US-CA' },
      { country: 'CA', region: 'CA-QC' },
    ])
    expect(await lookUpAccount('robin@people.example', 'robin')).toMatchObject({
      account: { region: 'US-CA' },
    })
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
      '--yes',
    )
    expect(out).toBe('2 accounts loaded: 1 new, 1 known before, 2 removed.')
    expect((await directory()).map(account => account.username)).toEqual(['lee', 'robin'])
  })

  const many = (count: number) => Array.from({ length: count }, (_, at) => someone(`user${at}`))

  it('with --replace doesn’t remove more than one account in twenty, unless it is told to', async () => {
    await loading(many(140))
    const cutOff = csv(many(1))
    expect(await importing(cutOff, ['--replace'])).toEqual({
      code: 1,
      out: [],
      err: [
        '139 of 140 accounts would be removed: is the file complete? If it is, say --yes as well.',
        'Nothing was loaded.',
      ],
    })
    expect(await directory()).toHaveLength(140)
    expect(await importing(csv(many(132)), ['--replace'])).toMatchObject({ code: 1 })
    expect(await loading(many(133), '--replace')).toContain('7 removed')
    expect(await loading(many(1), '--replace', '--yes')).toContain('132 removed')
  })

  it('takes no more than one address in twenty from accounts that stay, nor so many accounts for deleted, unless it is told to', async () => {
    const second = (at: number) => ({ secondary_emails: `second${at}@people.example` })
    const both = many(30).map((account, at) => ({ ...account, ...second(at) }))
    await loading(both)
    const addresses = async () => (await sql('select count(*)::int as count from account_address'))[0]
    expect(await importing(csv(many(30)))).toEqual({
      code: 1,
      out: [],
      err: [
        '30 of 60 addresses would be taken from accounts that stay: does the file have all addresses? If it has, say --yes as well.',
        'Nothing was loaded.',
      ],
    })
    expect(await addresses()).toEqual({ count: 60 })
    const gone = both.map(account => ({ ...account, state: 'deleted' }))
    expect((await importing(csv(gone))).err[0]).toBe(
      '30 of 30 accounts would become deleted: is the column state right? If it is, say --yes as well.',
    )
    expect(await importing(csv([...gone.slice(0, 10), ...both.slice(10)]))).toMatchObject({ code: 0 })
    expect(await importing(csv(many(30)), ['--yes'])).toMatchObject({ code: 0 })
    expect(await addresses()).toEqual({ count: 30 })
  })

  it('keeps what is known where a file doesn’t have the column, and empties it where the cell is empty', async () => {
    const kept = () => sql('select country, region, successor_emails from account')
    const known = { country: 'US', region: 'US-CA', successor_emails: 'heir@people.example' }
    await loading([someone('robin', known)])
    await loading([someone('robin', { country: 'US' })], '--replace')
    expect(await kept()).toEqual([{ ...known, successor_emails: ['heir@people.example'] }])
    await loading([someone('robin', { country: '' })])
    expect(await kept()).toMatchObject([{ region: 'US-CA' }])
    await loading([someone('robin', { country: 'DE' })])
    expect(await kept()).toMatchObject([{ country: 'DE', region: null }])
    await loading([someone('robin', { successor_emails: '', region: '' })])
    expect(await kept()).toMatchObject([{ successor_emails: [], region: null }])
  })

  it('takes an id that was kept from a spreadsheet, with its first zeros', async () => {
    await loading([someone('robin', { account_id: '"=""00042"""' })])
    expect(await directory()).toMatchObject([{ id: '00042' }])
  })

  it('takes a file that says in front what it is separated by', async () => {
    expect(await importing(`sep=,\r\n${csv([robin], '\r\n')}`)).toMatchObject({ code: 0 })
  })

  it('takes what a spreadsheet saves: capitals, empty columns at the end, rows that were emptied', async () => {
    const [header = '', ...rows] = csv([
      robin,
      someone('sam', { enterprise: 'TRUE', two_factor: 'FALSE' }),
    ]).split('\n')
    const shouted = [
      header.toUpperCase().replace('PRIVATE_PROJECTS', 'Private Projects'),
      ...rows.filter(Boolean),
    ]
    const saved = [...shouted.map(line => `${line},,`), ',,,,,,,,,,,,,,,', ',,', ''].join('\r\n')
    expect(await importing(saved)).toMatchObject({ code: 0, err: [] })
    expect(await lookUpAccount('sam@people.example', 'sam')).toMatchObject({ sameAccount: true })
    expect(await directory()).toHaveLength(2)
  })

  it('takes addresses with dots where no standard has them, as telephone companies gave them out', async () => {
    await loading([
      someone('taro', { email: 'taro..yamada@mobile.example.org' }),
      someone('hanako', { email: 'hanako.@mobile.example.org' }),
    ])
    expect(await lookUpAccount('Taro..Yamada@mobile.example.org', 'taro')).toMatchObject({
      sameAccount: true,
    })
    expect(await lookUpAccount('hanako.@mobile.example.org', 'hanako')).toMatchObject({ sameAccount: true })
  })

  it('takes an address that no mail can go to, and keeps nobody else out for it', async () => {
    const odd = { email: '"""hanako suzuki""@mobile.example.org"', secondary_emails: 'hanako@people.example' }
    expect(await loading([robin, someone('hanako', odd), someone('kim')])).toContain('3 accounts loaded')
    expect(await lookUpAccount('hanako@people.example', 'hanako')).toMatchObject({
      sameAccount: true,
      account: { email: '"hanako suzuki"@mobile.example.org' },
    })
  })

  it('with --skip-bad loads every line that can be read, and names the others', async () => {
    const rows = csv([robin, someone('sam', { email: 'no address' }), someone('kim')])
    expect(await importing(rows, ['--skip-bad'])).toEqual({
      code: 0,
      out: [
        '2 accounts loaded: 2 new, 0 known before.',
        'Left out: 1 line.',
        'line 3: email: not an email address',
      ],
      err: [],
    })
    expect((await directory()).map(account => account.username)).toEqual(['kim', 'robin'])
    const allBad = csv([someone('sam', { email: 'no address' })])
    expect(await importing(allBad, ['--skip-bad'])).toMatchObject({ code: 1, out: [] })
  })

  it('names the requests that were closed as no-account, though the account is there', async () => {
    await sql(`
      insert into request (id, reference, type, subject_type, state, outcome, version, round, email, email_key, username,
        username_key, locale, requester_email, source, received_at, closed_at, due_on, due_rule, waiting_on)
      select 'r' || reference, reference, 'data-access', 'individual', 'closed', outcome, 1, 1, 'robin@people.example',
        'robin@people.example', 'robin', 'robin', 'en', 'robin@people.example', 'privacy-center', now(), now(), now(),
        'gdpr@2026-11-01', 'nobody'
      from (values ('PR-TDAY-TDAY', 'no-account'), ('PR-DNEE-DNEE', 'withdrawn')) as made (reference, outcome)`)
    const out = await loading([robin, someone('sam')])
    expect(out).toContain('Closed as no-account, though the directory has the account now: PR-TDAY-TDAY.')
    await sql('delete from request')
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
