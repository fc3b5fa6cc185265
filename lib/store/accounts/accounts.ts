import { z } from 'zod'
import { type Answers, checkFacts } from '@/lib/core/account/checks'
import { emailKey, usernameKey } from '@/lib/core/account/matching'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** What the one query below answers; it is always exactly one row. */
const answerSchema = checkFacts.pick({ account: true }).extend({
  holder: z.string().nullable(),
  emails: z.array(z.string()),
})

/**
 * Asks Habeas's own account directory the four automated checks. An account is found when ONE account holds both
 * the address (primary or secondary) and the username; a deleted account counts as found. Case and surrounding
 * space never matter, and `%` or `_` match nothing but themselves.
 *
 * One statement with three index look-ups, with or without a match: the time tells nobody whether a person is known, and
 * an import that commits meanwhile can't show the address before and the username after it.
 * @throws when the database doesn't answer; that is never "no account"
 */
export async function lookUpAccount(
  email: string,
  username: string,
  db: Database | AnyTx = database(),
): Promise<Answers> {
  const rows = await prismaOf(db).$queryRaw`
    select
      address.account_id as holder,
      case when account.id is not null then json_build_object(
        'accountId', account.id,
        'email', account.email,
        'username', account.username,
        'enterprise', account.enterprise,
        'accountState', account.state,
        'blockedReason', account.blocked_reason,
        'privateProjects', account.private_projects,
        'soleOwnedGroups', account.sole_owned_groups,
        'plan', account.plan,
        'subscriptionEndsOn', to_char(account.subscription_ends_on, 'YYYY-MM-DD'),
        'twoFactor', account.two_factor,
        'createdOn', to_char(account.created_on, 'YYYY-MM-DD'),
        'lastActiveOn', to_char(account.last_active_on, 'YYYY-MM-DD'),
        'country', account.country,
        'region', account.region
      ) end as account,
      array(
        select known.email from account_address known where known.account_id = account.id
        order by known.is_primary desc, known.email_key
      ) as emails
    from (select ${searchable(emailKey(email))}::text as email_key, ${searchable(usernameKey(username))}::text as username_key) asked
    left join account_address address on address.email_key = asked.email_key
    left join account on account.username_key = asked.username_key`
  const [{ holder, account, emails }] = z.tuple([answerSchema]).parse(rows)
  const sameAccount = account !== null && holder === account.accountId
  return {
    emailExists: holder !== null,
    usernameExists: account !== null,
    sameAccount,
    account: sameAccount ? account : null,
    emails: sameAccount ? emails : [],
  }
}

/** The database refuses NUL in a text; no key in it has one, so a question that has one simply finds nothing. */
function searchable(key: string): string {
  return key.replaceAll('\0', '\ufffd')
}

/**
 * Every other address of an account, in canonical form and alphabetical order: where warnings go when somebody
 * confirmed through one of them. Empty when the account is not there (any more).
 */
export async function otherAddresses(
  accountId: string,
  exceptEmail: string,
  db: Database | AnyTx = database(),
): Promise<string[]> {
  const rows = await prismaOf(db).accountAddress.findMany({
    where: { accountId, emailKey: { not: emailKey(exceptEmail) } },
    orderBy: { emailKey: 'asc' },
    select: { emailKey: true },
  })
  return rows.map(row => row.emailKey)
}

/**
 * Takes an account and all its addresses out of the directory. Safe to repeat.
 * @returns whether it was there
 */
export async function eraseAccount(accountId: string, db: Database | AnyTx = database()): Promise<boolean> {
  const { count } = await prismaOf(db).account.deleteMany({ where: { id: accountId } })
  return count > 0
}

/** The primary address of the account with this username, in canonical form, or null. */
export async function primaryAddress(
  username: string,
  db: Database | AnyTx = database(),
): Promise<string | null> {
  const row = await prismaOf(db).account.findUnique({
    where: { usernameKey: searchable(usernameKey(username)) },
    select: { addresses: { where: { isPrimary: true }, select: { emailKey: true } } },
  })
  return row?.addresses[0]?.emailKey ?? null
}

/** True where the account of this username names the address as its successor's. */
export async function isSuccessorAddress(
  username: string,
  email: string,
  db: Database | AnyTx = database(),
): Promise<boolean> {
  const found = await prismaOf(db).account.count({
    where: { usernameKey: searchable(usernameKey(username)), successorEmails: { has: emailKey(email) } },
  })
  return found > 0
}
