import type pg from 'pg'
import { z } from 'zod'

/** The first bad lines in order, and how many there are in all. */
export interface Problems {
  badLines: { line: number; wrong: string }[]
  badCount: number
}

/**
 * Settles which account each line is about. Where a line gives no id, the account that has its username now keeps its
 * id. And where a line gives an id for an account that went by its username until now, `adopted` remembers that it is
 * to get that id.
 */
export async function resolveIds(client: pg.Client): Promise<void> {
  await client.query('analyze incoming; analyze incoming_address')
  await client.query(`
    update incoming set id = account.id
    from account
    where not incoming.id_given and account.username_key = incoming.username_key and account.id <> incoming.id
      and not exists (select from incoming given where given.id_given and given.id = account.id)`)
  await client.query(`
    create temporary table adopted on commit drop as
    select account.id as old_id, min(incoming.id) as new_id
    from incoming join account on account.username_key = incoming.username_key
    where incoming.id_given and account.id = account.username_key and account.id <> incoming.id
      and not exists (select from incoming same where same.id = account.id)
      and not exists (select from account taken where taken.id = incoming.id)
    group by account.id`)
}

// Each finds lines and says what is wrong with them. What two lines share is told on the later one.
const withinTheFile = [
  `select incoming.line, case when incoming.id_given then 'account_id' else 'username' end
      || ': the same account as on line ' || again.line
    from incoming
    join (select id, min(line) as line from incoming group by id having count(*) > 1) again using (id)
    where incoming.line <> again.line`,
  `select incoming.line, 'username: also on line ' || again.line
    from incoming
    join (select username_key, min(line) as line from incoming group by username_key having count(*) > 1) again
      using (username_key)
    join incoming earlier on earlier.line = again.line
    where incoming.id <> earlier.id`,
  `select address.line, case when address.is_primary then 'email' else 'secondary_emails' end
      || ': also an address of the account on line ' || again.line
    from incoming_address address
    join (select email_key, min(line) as line from incoming_address group by email_key having count(*) > 1) again
      using (email_key)
    join incoming on incoming.line = address.line
    join incoming earlier on earlier.line = again.line
    where incoming.id <> earlier.id`,
]

const staying = `not exists (select from incoming known where known.id = account.id)
      and not exists (select from adopted where adopted.old_id = account.id)`

const againstAccountsThatStay = [
  `select incoming.line, 'username: is the account_id of another account; give this one an account_id, too'
    from incoming join account using (id)
    where not incoming.id_given and account.username_key <> incoming.username_key`,
  `select incoming.line, 'username: belongs to another account, which this file leaves as it is'
    from incoming join account using (username_key)
    where account.id <> incoming.id and ${staying}`,
  `select address.line, case when address.is_primary then 'email' else 'secondary_emails' end
      || ': belongs to another account, which this file leaves as it is'
    from incoming_address address
    join account_address held using (email_key)
    join account on account.id = held.account_id
    where ${staying}`,
]

/** An id that a spreadsheet has taken for a number: without its first zeros, or with zeros from its sixteenth digit on. */
const mangledIds = [
  `select incoming.line, 'account_id: has lost zeros at its beginning; save this column as text'
    from incoming join account using (username_key)
    where incoming.id_given and account.id <> incoming.id and account.id ~ '^0+[0-9]+$'
      and ltrim(account.id, '0') = incoming.id`,
  `select incoming.line, 'account_id: has lost its last digits; save this column as text'
    from incoming join account using (username_key)
    where incoming.id_given and account.id <> incoming.id and account.id ~ '^[0-9]{16,}$'
      and length(account.id) = length(incoming.id) and left(account.id, 15) = left(incoming.id, 15)
      and substr(incoming.id, 16) ~ '^0+$'`,
  // Of accounts that are new, too: that so many digits are zeros in every long id is no chance.
  `select incoming.line, 'account_id: has lost its last digits; save this column as text'
    from incoming
    join (select bool_and(substr(id, 16) ~ '^0+$') and sum(length(id) - 15) > 3 as are_cut
      from incoming where id_given and id ~ '^[0-9]{16,}$') long on long.are_cut
    where incoming.id_given and incoming.id ~ '^[0-9]{16,}$'`,
]

const countSchema = z.object({ lines: z.coerce.number() })
const badLineSchema = z.object({ line: z.number(), wrong: z.string() })

/**
 * Finds what no line can know by itself: an account that is in the file twice, a username or an address on two
 * accounts. With `replace` no account stays that isn't in the file, so only the file can contradict itself.
 */
export async function checkIncoming(
  client: pg.Client,
  { replace, most }: { replace: boolean; most: number },
): Promise<Problems> {
  await client.query('create temporary table problem (line integer, wrong text) on commit drop')
  const findings = [...withinTheFile, ...mangledIds, ...(replace ? [] : againstAccountsThatStay)]
  for (const finding of findings) {
    await client.query(`insert into problem ${finding}`)
  }
  const counted = await client.query('select count(distinct line) as lines from problem')
  const first = await client.query(
    `select line, string_agg(distinct wrong, '; ' order by wrong) as wrong
     from problem group by line order by line limit $1`,
    [most],
  )
  return {
    badLines: z.array(badLineSchema).parse(first.rows),
    badCount: countSchema.parse(counted.rows[0]).lines,
  }
}
