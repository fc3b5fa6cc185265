import { describe, expect, it } from 'vitest'
import {
  columnNames,
  directoryRowSchema,
  headerProblem,
  optionalColumns,
  requiredColumns,
  wordProblems,
} from '@/lib/core/account/directory-row'
import fc from '@/tests/support/property'
import { anyText } from './any-text'

const robin = {
  username: 'Robin',
  email: 'Robin@People.Example',
  secondary_emails: '',
  state: 'active',
  blocked_reason: '',
  enterprise: 'false',
  private_projects: '0',
  sole_owned_groups: '0',
  plan: 'free',
  subscription_ends_on: '',
  two_factor: 'true',
  created_on: '2020-02-29',
  last_active_on: '2026-11-01',
  country: 'DE',
}
const problems = (change: Record<string, string>) => {
  const parsed = directoryRowSchema.safeParse({ ...robin, ...change })
  return parsed.success ? null : wordProblems(parsed.error)
}
const row = (change: Record<string, string> = {}) => directoryRowSchema.parse({ ...robin, ...change })

describe('a line of the directory file', () => {
  it('becomes an account, in its own spelling and with keys to compare by', () => {
    expect(
      row({
        account_id: ' 42 ',
        secondary_emails: ' Old@People.Example; robin@people.example ;old@people.EXAMPLE',
      }),
    ).toEqual({
      accountId: '42',
      username: 'Robin',
      usernameKey: 'robin',
      addresses: [
        { key: 'robin@people.example', email: 'Robin@People.Example' },
        { key: 'old@people.example', email: 'Old@People.Example' },
      ],
      accountState: 'active',
      blockedReason: null,
      enterprise: false,
      privateProjects: 0,
      soleOwnedGroups: 0,
      plan: 'free',
      subscriptionEndsOn: null,
      twoFactor: true,
      createdOn: '2020-02-29',
      lastActiveOn: '2026-11-01',
      country: 'DE',
      region: null,
      successorEmails: [],
      leftOut: ['region', 'successor_emails'],
    })
  })

  it('takes empty for not known', () => {
    const empty = {
      private_projects: '',
      sole_owned_groups: ' ',
      plan: '',
      two_factor: '',
      created_on: '',
      last_active_on: '',
      country: '',
      account_id: '',
    }
    expect(row(empty)).toMatchObject({
      accountId: null,
      privateProjects: null,
      soleOwnedGroups: null,
      plan: null,
      twoFactor: null,
      createdOn: null,
      lastActiveOn: null,
      country: null,
    })
  })

  it('takes words in capitals, as a spreadsheet writes them', () => {
    expect(row({ enterprise: 'TRUE', two_factor: 'False', state: 'Active', country: 'de' })).toMatchObject({
      enterprise: true,
      twoFactor: false,
      accountState: 'active',
      country: 'DE',
    })
  })

  it.each([
    ['true', 'TRUE', 't', 'Yes', 'y', '1', 'WAHR', 'Vrai', 'VERDADERO', 'verdadeiro'],
    ['false', 'FALSE', 'f', 'No', 'n', '0', 'FALSCH', 'Faux', 'FALSO', 'falso'],
  ])('takes each word for %s that can mean nothing else', (meant, ...written) => {
    for (const enterprise of written) expect(row({ enterprise }).enterprise).toBe(meant === 'true')
  })

  it('takes what a database writes for not known', () => {
    for (const nothing of ['NULL', 'null', '\\N'])
      expect(
        row({ account_id: nothing, secondary_emails: nothing, plan: nothing, created_on: nothing }),
      ).toMatchObject({ accountId: null, addresses: [{ key: 'robin@people.example' }], plan: null })
    expect(problems({ email: 'NULL' })).not.toBeNull()
  })

  it('takes a text that was kept from a spreadsheet', () => {
    expect(row({ account_id: '="00042"', enterprise: '="TRUE"' })).toMatchObject({
      accountId: '00042',
      enterprise: true,
    })
  })

  it('takes whole numbers that a program has written with decimals', () => {
    expect(row({ private_projects: '3.0', sole_owned_groups: '0.00' })).toMatchObject({
      privateProjects: 3,
      soleOwnedGroups: 0,
    })
  })

  it('takes an id that looks like a number with an exponent, but isn’t one of a spreadsheet', () => {
    expect(row({ account_id: '12e5' })).toMatchObject({ accountId: '12e5' })
  })

  it('takes letters beyond ASCII', () => {
    expect(row({ username: 'zoë_1', email: 'jörg-1@bücher.example' })).toMatchObject({
      usernameKey: 'zoë_1',
      addresses: [{ key: 'jörg-1@xn--bcher-kva.example', email: 'jörg-1@bücher.example' }],
    })
  })

  it.each([
    [{ state: 'asleep' }, 'state: "asleep" is not one of active, blocked, banned, deactivated, deleted'],
    [{ state: '' }, 'state: empty is not one of active, blocked, banned, deactivated, deleted'],
    [
      { blocked_reason: 'spam', state: 'banned' },
      'blocked_reason: "spam" is not one of self_deletion, abuse, other',
    ],
    [{ blocked_reason: 'abuse' }, 'blocked_reason: only for an account that is blocked or banned'],
    [{ enterprise: '' }, 'enterprise: empty is not true or false'],
    [{ enterprise: 'perhaps' }, 'enterprise: "perhaps" is not true or false'],
    [{ two_factor: '2' }, 'two_factor: "2" is not true or false'],
    [{ enterprise: '-1' }, 'enterprise: "-1" is not true or false'],
    [{ private_projects: '1,234' }, 'private_projects: what it says is not a whole number from 0'],
    [{ country: 'EU' }, 'country: "EU" is not a country of ISO 3166-1'],
    [{ country: 'zz' }, 'country: "zz" is not a country of ISO 3166-1'],
    [{ private_projects: '-1' }, 'private_projects: "-1" is not a whole number from 0'],
    [{ private_projects: '1.5' }, 'private_projects: "1.5" is not a whole number from 0'],
    [{ sole_owned_groups: '2147483648' }, 'sole_owned_groups: "2147483648" is not a whole number from 0'],
    [{ created_on: '2026-02-30' }, 'created_on: "2026-02-30" is not a date like 2026-01-31'],
    [{ created_on: '2025-02-29' }, 'created_on: "2025-02-29" is not a date like 2026-01-31'],
    [{ created_on: '0000-01-01' }, 'created_on: "0000-01-01" is not a date like 2026-01-31'],
    [{ last_active_on: '31.01.2026' }, 'last_active_on: "31.01.2026" is not a date like 2026-01-31'],
    [
      { last_active_on: '2026-01-31T00:00:00Z' },
      'last_active_on: what it says is not a date like 2026-01-31',
    ],
    [{ country: 'Germany' }, 'country: "Germany" is not a country of two letters, like DE'],
    [{ country: 'UK' }, 'country: "UK" is not a country of ISO 3166-1'],
    [{ email: 'robin' }, 'email: not an email address'],
    [{ email: 'a@b.test, c@d.test' }, 'email: not an email address'],
    [
      { secondary_emails: 'a@b.test,c@d.test' },
      'secondary_emails: has something that is not an email address (separate them by ;)',
    ],
    [{ username: 'two words' }, 'username: not a username'],
    [{ username: '' }, 'username: not a username'],
    [{ account_id: 'two words' }, 'account_id: not an id: at most 255 characters, without spaces'],
    [
      { account_id: '1.23457E+15' },
      'account_id: a number that a spreadsheet has shortened; save this column as text',
    ],
    [{ username: '1E+10' }, 'username: a number that a spreadsheet has shortened; save this column as text'],
    [
      { account_id: '1.23457E15' },
      'account_id: a number that a spreadsheet has shortened; save this column as text',
    ],
    [{ account_id: '1234.0' }, 'account_id: a number that was given decimals; save this column as text'],
    [
      { account_id: '#####' },
      'account_id: what a spreadsheet shows where a column is too narrow; make it wider',
    ],
    [{ account_id: '#REF!' }, 'account_id: an error of a spreadsheet, not a value'],
    [{ username: '#N/A' }, 'username: an error of a spreadsheet, not a value'],
    [{ plan: '<b>' }, 'plan: at most 60 letters, digits, spaces and . _ + - ( ) /'],
    [
      { state: 'x', enterprise: 'z' },
      'state: "x" is not one of active, blocked, banned, deactivated, deleted; enterprise: "z" is not true or false',
    ],
  ])('with %j is refused: %s', (change, words) => {
    expect(problems(change)).toBe(words)
  })

  it.each(['1,234', '12,345,678', '1.234.567', "1'234"])(
    'refuses the id %s, a number with separators',
    id => {
      expect(problems({ account_id: id })).toBe(
        'account_id: a number that was given separators for thousands; save this column as text',
      )
    },
  )

  it('is never quoted where it could be an address or a control sequence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...requiredColumns), anyText, (name, text) => {
        for (const value of [`robin${text}@people.example`, `\u001b]0;${text}`]) {
          expect(problems({ [name]: value }) ?? '').not.toMatch(/@|\p{C}/u)
        }
      }),
    )
  })

  it('never makes a row that the database could refuse', () => {
    fc.assert(
      fc.property(fc.constantFrom(...requiredColumns, ...optionalColumns), anyText, (name, text) => {
        const parsed = directoryRowSchema.safeParse({ ...robin, [name]: text })
        if (parsed.success) expect(JSON.stringify(parsed.data)).not.toMatch(/\\u0000|\\ud[89a-f]/)
      }),
    )
  })
})

describe('the names of the columns', () => {
  it('may come in any order, with or without the optional ones', () => {
    expect(headerProblem([...requiredColumns].reverse())).toBeNull()
    expect(headerProblem([...optionalColumns, ...requiredColumns])).toBeNull()
  })

  it('may be written in capitals or with spaces, and be followed by empty ones', () => {
    expect(columnNames(['Username', ' PRIVATE PROJECTS ', 'Two-Factor', '', ' '])).toEqual([
      'username',
      'private_projects',
      'two_factor',
    ])
    expect(
      columnNames(['\ufeffUser Name', 'E-mail', 'privateProjects', 'ACCOUNT ID', 'Favourite colour']),
    ).toEqual(['username', 'email', 'private_projects', 'account_id', 'favourite_colour'])
  })

  it('that are missing, unknown or there twice are named', () => {
    const columns = [...requiredColumns.filter(name => name !== 'plan'), 'email', 'colour', '']
    expect(headerProblem(columns)).toBe(
      'columns missing: plan; not known: colour, (a name that is none); there more than once: email',
    )
  })

  it('that are all missing get one sentence, and an account found there instead isn’t quoted', () => {
    const names = requiredColumns.join(',')
    expect(headerProblem(Object.values(robin))).toBe(`the first line must name the columns: ${names}`)
    for (const separator of [';', '\t', '|'])
      expect(headerProblem(columnNames([requiredColumns.join(separator)]))).toBe(
        `the first line must name the columns, separated by commas: ${names}`,
      )
  })
})
