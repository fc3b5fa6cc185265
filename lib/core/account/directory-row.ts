import { z } from 'zod'
import type { AccountFacts } from './checks'
import {
  column,
  country,
  type DirectoryAddress,
  date,
  email,
  emailList,
  id,
  optional,
  region,
  truth,
  username,
  whole,
  word,
  words,
} from './directory-cell'
import { visible } from './invisible'
import { usernameKey } from './matching'

/** One account as a directory file tells it: the product's own id where the file gives one, and every address. */
export interface DirectoryRow extends Omit<AccountFacts, 'accountId' | 'email'> {
  accountId: string | null
  usernameKey: string
  /** Each address once, the primary one first. */
  addresses: DirectoryAddress[]
  /** In canonical form, for comparing with who asks. */
  successorEmails: string[]
  /** Columns that the file doesn't have: what is known of them stays. */
  leftOut: readonly ('region' | 'successor_emails')[]
}

const states = ['active', 'blocked', 'banned', 'deactivated', 'deleted'] as const
const blockedReasons = ['self_deletion', 'abuse', 'other'] as const

const cells = {
  username: column(username),
  email: column(email),
  secondary_emails: column(emailList),
  state: column(word(states)),
  blocked_reason: column(optional(word(blockedReasons))),
  enterprise: column(truth),
  private_projects: column(optional(whole)),
  sole_owned_groups: column(optional(whole)),
  plan: column(optional(words)),
  subscription_ends_on: column(optional(date)),
  two_factor: column(optional(truth)),
  created_on: column(optional(date)),
  last_active_on: column(optional(date)),
  country: column(optional(country)),
}
const optionalCells = {
  account_id: column(optional(id)),
  successor_emails: column(emailList),
  region: column(optional(region)),
}

/** Columns that a directory file must have. */
export const requiredColumns: readonly string[] = Object.keys(cells)
/** Columns that it may have besides. */
export const optionalColumns: readonly string[] = Object.keys(optionalCells)

/** One line of a directory file by column, as text; the output is a {@link DirectoryRow}. */
export const directoryRowSchema = z
  .object({
    ...cells,
    account_id: optionalCells.account_id.optional(),
    successor_emails: optionalCells.successor_emails.optional(),
    region: optionalCells.region.optional(),
  })
  .refine(row => row.blocked_reason === null || row.state === 'blocked' || row.state === 'banned', {
    path: ['blocked_reason'],
    error: 'only for an account that is blocked or banned',
  })
  .refine(({ region, country }) => !region || !country || region.startsWith(`${country}-`), {
    path: ['region'],
    error: 'in another country than the account',
  })
  .transform(
    (row): DirectoryRow => ({
      accountId: row.account_id ?? null,
      username: row.username,
      usernameKey: usernameKey(row.username),
      addresses: [row.email, ...row.secondary_emails.filter(secondary => secondary.key !== row.email.key)],
      accountState: row.state,
      blockedReason: row.blocked_reason,
      enterprise: row.enterprise,
      privateProjects: row.private_projects,
      soleOwnedGroups: row.sole_owned_groups,
      plan: row.plan,
      subscriptionEndsOn: row.subscription_ends_on,
      twoFactor: row.two_factor,
      createdOn: row.created_on,
      lastActiveOn: row.last_active_on,
      country: row.country ?? row.region?.slice(0, 2) ?? null,
      region: row.region ?? null,
      successorEmails: (row.successor_emails ?? []).map(email => email.key),
      leftOut: (['region', 'successor_emails'] as const).filter(name => row[name] === undefined),
    }),
  )

/** What is wrong with a line, one text for all of it: `state: "asleep" is not one of active, blocked, …`. */
export function wordProblems(error: z.ZodError): string {
  return error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}

/** Letters and digits decide: `Private projects`, `privateProjects` and `E-mail` name the same as our spelling. */
const lettersOf = (name: string) =>
  visible(name)
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
const byLetters = new Map([...requiredColumns, ...optionalColumns].map(name => [lettersOf(name), name]))

/**
 * The columns that a first line names: in any capitals, with spaces, hyphens or nothing for `_`. Empty ones at the end, which
 * a spreadsheet adds, are none.
 */
export function columnNames(header: readonly string[]): string[] {
  const names = header.map(
    name =>
      byLetters.get(lettersOf(name)) ??
      name
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
  )
  return names.slice(0, names.findLastIndex(name => name !== '') + 1)
}

/** What is wrong with the names of the columns, as one text; null where a file can be read. */
export function headerProblem(columns: readonly string[]): string | null {
  const known = [...requiredColumns, ...optionalColumns]
  if (!columns.some(name => known.includes(name))) {
    // The first line may be an account, so the message doesn't quote it.
    const separated = columns.some(name => /[;|]|username_email/.test(name)) ? ', separated by commas' : ''
    return `the first line must name the columns${separated}: ${requiredColumns.join(',')}`
  }
  const list = (names: readonly string[]) => names.map(shownColumn).join(', ')
  const missing = requiredColumns.filter(name => !columns.includes(name))
  const unknown = columns.filter(name => !known.includes(name))
  const twice = [
    ...new Set(columns.filter((name, at) => known.includes(name) && columns.indexOf(name) !== at)),
  ]
  const problems = [
    ...(missing.length > 0 ? [`missing: ${list(missing)}`] : []),
    ...(unknown.length > 0 ? [`not known: ${list(unknown)}`] : []),
    ...(twice.length > 0 ? [`there more than once: ${list(twice)}`] : []),
  ]
  return problems.length > 0 ? `columns ${problems.join('; ')}` : null
}

function shownColumn(name: string): string {
  return /^[\w -]{1,40}$/.test(name) ? name : '(a name that is none)'
}
