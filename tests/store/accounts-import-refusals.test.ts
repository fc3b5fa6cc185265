import { beforeEach, describe, expect, it } from 'vitest'
import { aWorkbook } from '../files/workbooks'
import { columns, csv, importDirectory, robin, someone } from './accounts-file'

const spreadsheet =
  'this is a spreadsheet or an archive, not a CSV file; open it, and save the sheet as CSV in UTF-8'

const { sql, command, importing, loading, directory } = await importDirectory()

describe('accounts import refuses, and loads nothing of,', () => {
  beforeEach(async () => {
    await loading([someone('before', { account_id: '1', secondary_emails: 'other@people.example' })])
  })

  async function refused(content: string | Uint8Array, lines: string, ...options: string[]) {
    const before = await directory()
    expect(await importing(content, options)).toEqual({
      code: 1,
      out: [],
      err: [...lines.split('\n'), 'Nothing was loaded.'],
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

  it('an id that a spreadsheet has spoilt', async () => {
    await loading([
      someone('zero', { account_id: '00042' }),
      someone('long', { account_id: '1234567890123456789' }),
    ])
    await refused(
      csv([
        someone('zero', { account_id: '42' }),
        someone('long', { account_id: '1234567890123450000' }),
        someone('sam', { account_id: '1.23457E+18' }),
      ]),
      [
        'line 2: account_id: has lost zeros at its beginning; save this column as text',
        'line 3: account_id: has lost its last digits; save this column as text',
        'line 4: account_id: a number that a spreadsheet has shortened; save this column as text',
        '3 bad lines.',
      ].join('\n'),
      '--replace',
    )
  })

  it('ids of which a spreadsheet has made the last digits zeros, of new accounts, too', () =>
    refused(
      csv([
        someone('robin', { account_id: '12345678901234500000' }),
        someone('sam', { account_id: '12345678901234600000' }),
        someone('kim', { account_id: '8' }),
      ]),
      [
        'line 2: account_id: has lost its last digits; save this column as text',
        'line 3: account_id: has lost its last digits; save this column as text',
        '2 bad lines.',
      ].join('\n'),
    ))

  it('none of them because one long id ends in zeros', async () => {
    await loading([
      someone('robin', { account_id: '12345678901234500000' }),
      someone('sam', { account_id: '12345678901234567890' }),
    ])
    await loading([someone('kim', { account_id: '1234567890123450' })])
  })

  it('a first line that names no columns, in one sentence', () =>
    refused('robin,robin@people.example\n', `line 1: the first line must name the columns: ${columns}`))

  it('a username that is the id of another account', () =>
    refused(
      csv([someone('1')]),
      'line 2: username: is the account_id of another account; give this one an account_id, too\n1 bad line.',
    ))

  it('many bad lines, of which it lists fifty in order', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      someone(`u${at}`, at % 2 === 0 ? { enterprise: 'perhaps' } : { email: 'same@people.example' }),
    )
    const { code, err } = await importing(csv(rows))
    const told = err.filter(line => line.startsWith('line '))
    expect(code).toBe(1)
    expect(told.map(line => Number(/\d+/.exec(line)?.[0]))).toEqual([
      2,
      ...Array.from({ length: 49 }, (_, at) => at + 4),
    ])
    expect(err.slice(50)).toEqual([
      '… and 9 more; the first 50 are listed',
      '59 bad lines.',
      'Nothing was loaded.',
    ])
  })

  it.each([
    ['nothing', '', 'the file is empty'],
    ['a header alone', `${columns}\n`, 'The file has no accounts.'],
    ['a missing column', `${columns.replace(',plan', '')}\n`, 'line 1: columns missing: plan'],
    ['an unknown column', `${columns},colour\n`, 'line 1: columns not known: colour'],
    ['a column twice', `${columns},plan\n`, 'line 1: columns there more than once: plan'],
    ['XLSX, ODS or Numbers', aWorkbook([['username', 'email']]), spreadsheet],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), spreadsheet],
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
    await sql('select pg_advisory_lock(7212027)')
    await refused(csv([robin]), 'Another import is running; try again when it has finished.')
    await sql('select pg_advisory_unlock(7212027)')
    expect(await importing(csv([robin]))).toMatchObject({ code: 0 })
  })

  it('a file that is not there, or is a folder', async () => {
    expect((await command(['/nowhere/accounts.csv'])).err).toEqual([
      'there is no such file',
      'Nothing was loaded.',
    ])
    expect((await command(['/'])).err).toEqual(['that is a folder', 'Nothing was loaded.'])
  })

  it.each([
    [[]],
    [['a.csv', 'b.csv']],
    [['a.csv', '--force']],
    [['--replace']],
    [['a.csv', '--replace', '--skip-bad']],
  ])('words that make no sense: %j', async words => {
    expect(await command(words)).toMatchObject({ code: 2, out: [] })
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
      expect(err.slice(0, 2)).toEqual([
        expect.stringMatching(/^line 5: plan: /),
        expect.stringMatching(/^line 7: state: /),
      ])
    }
  })
})
