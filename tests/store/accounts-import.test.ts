import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { run } from '@/lib/cli/accounts-import'
import { lookUpAccount } from '@/lib/store/accounts'
import { testDatabase } from '../support/database'

const { db, sql, url } = await testDatabase()
vi.mock('@/lib/env', () => ({ env: () => ({ databaseUrl: url }) }))

const folder = mkdtempSync(join(tmpdir(), 'habeas-import-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(async () => {
  await db.account.deleteMany()
})

const columns =
  'username,email,secondary_emails,state,blocked_reason,enterprise,private_projects,sole_owned_groups,plan,subscription_ends_on,two_factor,created_on,last_active_on,country'
const robin = {
  username: 'robin',
  email: 'robin@people.example',
  secondary_emails: '',
  state: 'active',
  blocked_reason: '',
  enterprise: 'false',
  private_projects: '3',
  sole_owned_groups: '0',
  plan: 'free',
  subscription_ends_on: '',
  two_factor: 'true',
  created_on: '2020-02-29',
  last_active_on: '2026-11-01',
  country: 'DE',
}
type Change = Partial<typeof robin> & { account_id?: string; successor_emails?: string }

/** Somebody with a username and an address of their own. */
const someone = (username: string, change: Change = {}): Change => ({
  ...robin,
  username,
  email: `${username}@people.example`,
  ...change,
})

/** The text of a file with these accounts; columns beyond the usual ones where an account has them. */
function csv(rows: Change[], ends = '\n'): string {
  const extra = ['account_id', 'successor_emails'].filter(name => rows.some(row => name in row))
  const names = [...columns.split(','), ...extra]
  const lines = rows.map(row => {
    const cells = new Map(Object.entries(row))
    return names.map(name => cells.get(name) ?? '').join(',')
  })
  return [names.join(','), ...lines, ''].join(ends)
}

async function importing(content: string | Uint8Array, ...options: string[]) {
  const file = join(folder, 'accounts.csv')
  writeFileSync(file, content)
  const said = { out: '', err: '' }
  const code = await run([file, ...options], {
    out: text => {
      said.out += text
    },
    err: text => {
      said.err += text
    },
    isTTY: false,
  })
  return { code, ...said }
}
const loading = async (rows: Change[], ...options: string[]) => {
  const said = await importing(csv(rows), ...options)
  expect(said).toMatchObject({ code: 0, err: '' })
  return said.out
}
const directory = () =>
  sql<{ id: string; username: string; addresses: string[] }>(`
    select account.id, username, array_agg(email_key order by is_primary desc, email_key) as addresses
    from account join account_address on account_id = account.id group by account.id order by username_key`)

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
    expect(await loading([robin, sam])).toBe('2 accounts loaded: 2 new, 0 known before.\n')
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
    expect(said).toMatchObject({ code: 0, out: '2 accounts loaded: 2 new, 0 known before.\n' })
  })

  it('changes the accounts that it knows by username, and leaves the others alone', async () => {
    await loading([robin, someone('sam')])
    const out = await loading([someone('ROBIN', { email: 'new@people.example', private_projects: '9' })])
    expect(out).toBe('1 account loaded: 0 new, 1 known before.\n')
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
    expect(out).toBe('2 accounts loaded: 1 new, 1 known before, 2 removed.\n')
    expect((await directory()).map(one => one.username)).toEqual(['lee', 'robin'])
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
    expect((await directory()).map(one => one.addresses.length)).toEqual([1, 2])
    expect(await lookUpAccount('shared@people.example', 'sam')).toMatchObject({ sameAccount: true })
  })

  it('takes an address that an account repeats', async () => {
    await loading([someone('robin', { secondary_emails: 'ROBIN@people.example;robin@people.example' })])
    expect((await directory())[0]?.addresses).toEqual(['robin@people.example'])
  })
})

describe('accounts import refuses, and loads nothing of,', () => {
  beforeEach(async () => {
    await loading([someone('before', { account_id: '1', secondary_emails: 'other@people.example' })])
  })

  async function refused(content: string | Uint8Array, lines: string, ...options: string[]) {
    const before = await directory()
    expect(await importing(content, ...options)).toEqual({
      code: 1,
      out: '',
      err: `${lines}\nNothing was loaded.\n`,
    })
    expect(await directory()).toEqual(before)
  }

  it('a file with a bad line, and names it', () =>
    refused(
      csv([robin, someone('sam', { state: 'asleep' })]),
      'line 3: state: "asleep" is not one of active, blocked, banned, deactivated, deleted\n1 bad line.',
    ))

  it('lines with too few or too many fields', () =>
    refused(
      `${csv([robin])}sam,sam@people.example\n`,
      'line 3: 2 fields, but the first line names 14 columns\n1 bad line.',
    ))

  it('an account that is there twice', () =>
    refused(
      csv([
        robin,
        someone('sam', { account_id: '7' }),
        someone('kim', { account_id: '7' }),
        someone('Robin', { email: 'r2@people.example' }),
      ]),
      'line 4: account_id: the same account as on line 3\nline 5: username: the same account as on line 2\n2 bad lines.',
    ))

  it('a username on two accounts', () =>
    refused(
      csv([
        someone('sam', { account_id: '7' }),
        someone('SAM', { account_id: '8', email: 'sam2@people.example' }),
      ]),
      'line 3: username: also on line 2\n1 bad line.',
    ))

  it('an address on two accounts of the file, in any spelling', () =>
    refused(
      csv([
        someone('jörg', { email: 'jörg@bücher.example' }),
        someone('sam', { secondary_emails: 'JÖRG@xn--bcher-kva.example' }),
        someone('kim', { email: 'Sam@People.Example' }),
      ]),
      [
        'line 3: secondary_emails: also an address of the account on line 2',
        'line 4: email: also an address of the account on line 3',
        '2 bad lines.',
      ].join('\n'),
    ))

  it('an address or a username of an account that stays', () =>
    refused(
      csv([
        someone('sam', { secondary_emails: 'OTHER@people.example' }),
        someone('before', { account_id: '2', email: 'x@people.example' }),
      ]),
      [
        'line 2: secondary_emails: belongs to another account, which this file leaves as it is',
        'line 3: username: belongs to another account, which this file leaves as it is',
        '2 bad lines.',
      ].join('\n'),
    ))

  it('a username that is the id of another account', () =>
    refused(
      csv([someone('1')]),
      'line 2: username: is the account_id of another account; give this one an account_id, too\n1 bad line.',
    ))

  it('many bad lines, of which it lists fifty in order', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      someone(`u${at}`, at % 2 === 0 ? { enterprise: 'no' } : { email: 'same@people.example' }),
    )
    const { code, err } = await importing(csv(rows))
    const told = err.split('\n').filter(line => line.startsWith('line '))
    expect(code).toBe(1)
    expect(told.map(line => Number(/\d+/.exec(line)?.[0]))).toEqual([
      2,
      ...Array.from({ length: 49 }, (_, at) => at + 4),
    ])
    expect(err).toContain('\n… and 9 more; the first 50 are listed\n59 bad lines.\n')
  })

  it.each([
    ['nothing', '', 'the file is empty'],
    ['a header alone', `${columns}\n`, 'The file has no accounts.'],
    ['a missing column', `${columns.replace(',plan', '')}\n`, 'line 1: columns missing: plan'],
    ['an unknown column', `${columns},colour\n`, 'line 1: columns not known: colour'],
    ['a column twice', `${columns},plan\n`, 'line 1: columns there more than once: plan'],
    [
      'UTF-16',
      Buffer.from(`\ufeff${csv([robin])}`, 'utf16le'),
      'the file is UTF-16; save it as CSV in UTF-8',
    ],
    [
      'Latin-1',
      Buffer.from(csv([robin, someone('zoë')]), 'latin1'),
      'line 3: not UTF-8; save the file as CSV in UTF-8',
    ],
    [
      'a quote left open',
      csv([robin, someone('sam', { plan: '"free' }), someone('kim')]),
      'line 4: a quote is opened on this line or before it, and never closed',
    ],
    [
      'a quote inside a field',
      csv([robin, someone('s"am')]),
      'line 3: a quote inside a field; put the field in quotes and double those in it',
    ],
    [
      'an endless line',
      `${columns}\n${'x'.repeat(300_000)}\n`,
      'line 2: more than 256 kB to here; perhaps a quote is never closed',
    ],
    [
      'an endless line without an end',
      `${columns}\n${'x'.repeat(3_000_000)}`,
      'a line is longer than 256 kB',
    ],
  ])('%s', (_what, content, lines) => refused(content, lines))

  it('an empty file even with --replace', () =>
    refused(`${columns}\n`, 'The file has no accounts.', '--replace'))

  it('while another import runs', async () => {
    const held = sql('select pg_advisory_lock(7212027)')
    await held
    try {
      await refused(csv([robin]), 'Another import is running; try again when it has finished.')
    } finally {
      await sql('select pg_advisory_unlock_all()')
      await sql('select pg_advisory_unlock_all()')
    }
  })

  it('a file that is not there', async () => {
    let err = ''
    const io = {
      out: () => undefined,
      err: (text: string) => {
        err += text
      },
      isTTY: false,
    }
    expect(await run([join(folder, 'nowhere.csv')], io)).toBe(1)
    expect(err).toBe('there is no such file\nNothing was loaded.\n')
  })

  it('words that make no sense', async () => {
    const io = { out: () => undefined, err: () => undefined, isTTY: false }
    expect(await run([], io)).toBe(2)
    expect(await run(['a.csv', 'b.csv'], io)).toBe(2)
    expect(await run(['a.csv', '--force'], io)).toBe(2)
  })
})

describe('line numbers', () => {
  it('count every line of the file, empty ones and those between quotes too', async () => {
    for (const end of ['\n', '\r\n']) {
      const lines = csv(
        [robin, someone('kim', { plan: `"two${end}lines"` }), someone('sam', { state: 'asleep' })],
        end,
      ).split(end)
      lines.splice(2, 0, '', '')
      const { err } = await importing(lines.join(end))
      expect(err).toMatch(/^line 5: plan: .*\nline 7: state: /)
    }
  })
})

describe('progress', () => {
  it('is one line that is written over, for a terminal only', async () => {
    const file = join(folder, 'accounts.csv')
    writeFileSync(file, csv([robin]))
    let err = ''
    const io = {
      out: () => undefined,
      err: (text: string) => {
        err += text
      },
      isTTY: true,
    }
    await run([file], io)
    const over = '\r\u001b[K'
    expect(err).toBe(`${over}Reading 1 line …${over}Checking 1 line …${over}Loading 1 line …${over}`)
  })
})
