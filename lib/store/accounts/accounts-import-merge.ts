import type pg from 'pg'
import { z } from 'zod'

/** How many accounts the import made, changed (or found unchanged) and removed. */
export interface Merged {
  created: number
  updated: number
  removed: number
}

const facts = [
  'username',
  'username_key',
  'email',
  'state',
  'blocked_reason',
  'enterprise',
  'private_projects',
  'sole_owned_groups',
  'plan',
  'subscription_ends_on',
  'two_factor',
  'created_on',
  'last_active_on',
  'country',
  'region',
]

/** Accounts that went by their username get the id that the file gives them; their addresses follow. */
const adopt = 'update account set id = adopted.new_id from adopted where account.id = adopted.old_id'

const removeAbsent = `
  delete from account where not exists (select from incoming where incoming.id = account.id)`

const removalSchema = z.object({ removes: z.coerce.number(), known: z.coerce.number() })

/** How many accounts would go with a file that replaces the directory, and how many are known. */
export async function toBeRemoved(client: pg.Client): Promise<{ removes: number; known: number }> {
  const counted = await client.query(`
    select count(*) filter (where not exists (select from incoming where incoming.id = account.id)
        and not exists (select from adopted where adopted.old_id = account.id)) as removes,
      count(*) as known
    from account`)
  return removalSchema.parse(counted.rows[0])
}

const lossSchema = z.object({
  addresses: z.coerce.number(),
  knownAddresses: z.coerce.number(),
  accounts: z.coerce.number(),
  knownAccounts: z.coerce.number(),
})

/**
 * What accounts that stay would lose: addresses that the file no longer gives them, and accounts that it says are deleted. A
 * column that was left out shows here.
 */
export async function toBeLost(client: pg.Client): Promise<z.output<typeof lossSchema>> {
  const counted = await client.query(`
    select
      (select count(*) from account_address held join incoming on incoming.id = held.account_id
        where not exists (select from incoming_address given where given.email_key = held.email_key)) as addresses,
      (select count(*) from account_address) as "knownAddresses",
      (select count(*) from account join incoming using (id)
        where account.state <> 'deleted' and incoming.state = 'deleted') as accounts,
      (select count(*) from account where state <> 'deleted') as "knownAccounts"`)
  return lossSchema.parse(counted.rows[0])
}

/**
 * References of requests from the last 90 days that were closed because there was no account, and whose account is there
 * now: somebody was told something wrong.
 */
export async function wronglyTold(client: pg.Client): Promise<string[]> {
  const found = await client.query(`
    select distinct request.reference
    from request
    join account on account.username_key = request.username_key and account.state <> 'deleted'
    join account_address address on address.account_id = account.id and address.email_key = request.email_key
    where request.outcome = 'no-account' and request.closed_at > now() - interval '90 days'
      and request.content_erased_at is null
    order by request.reference limit 50`)
  return z
    .array(z.object({ reference: z.string() }))
    .parse(found.rows)
    .map(row => row.reference)
}

/** Two accounts may have swapped usernames. No real key has a control character, so these are out of the way. */
const parkUsernames = `
  update account set username_key = chr(1) || account.id
  from incoming
  where incoming.id = account.id and incoming.username_key <> account.username_key`

/** A column that the file doesn't have says nothing, so what is known stays; a region only in the account's country. */
const keepLeftOut = [
  `update incoming set region = account.region from account
  where account.id = incoming.id and incoming.region_left_out and account.region is not null
    and left(account.region, 2) = coalesce(incoming.country, account.country)`,
  `update incoming set successor_emails = array_to_string(account.successor_emails, ';') from account
  where account.id = incoming.id and incoming.successors_left_out and account.successor_emails <> '{}'`,
]

const upsert = `
  insert into account (id, ${facts.join(', ')}, successor_emails, imported_at)
  select id, ${facts.join(', ')}, coalesce(string_to_array(nullif(successor_emails, ''), ';'), '{}'), now()
  from incoming
  on conflict (id) do update set
    ${facts.map(name => `${name} = excluded.${name}`).join(', ')},
    successor_emails = excluded.successor_emails, imported_at = excluded.imported_at`

const removeOldAddresses = `
  delete from account_address held
  using incoming
  where held.account_id = incoming.id
    and not exists (select from incoming_address address where address.email_key = held.email_key)`

/** An address that another account in the file had until now changes hands. */
const upsertAddresses = `
  insert into account_address (email_key, account_id, email, is_primary)
  select address.email_key, incoming.id, address.email, address.is_primary
  from incoming_address address join incoming using (line)
  on conflict (email_key) do update
    set account_id = excluded.account_id, email = excluded.email, is_primary = excluded.is_primary
    where (account_address.account_id, account_address.email, account_address.is_primary)
      is distinct from (excluded.account_id, excluded.email, excluded.is_primary)`

/** Turns the checked lines into accounts. Accounts before addresses, the order in which erasing locks them, too. */
export async function merge(client: pg.Client, replace: boolean): Promise<Merged> {
  await client.query(adopt)
  const removed = replace ? ((await client.query(removeAbsent)).rowCount ?? 0) : 0
  const { rows } = await client.query(
    'select count(*)::integer as known from incoming join account using (id)',
  )
  const updated = z.object({ known: z.number() }).parse(rows[0]).known
  for (const kept of keepLeftOut) await client.query(kept)
  await client.query(parkUsernames)
  const all = (await client.query(upsert)).rowCount ?? 0
  await client.query(removeOldAddresses)
  await client.query(upsertAddresses)
  return { created: all - updated, updated, removed }
}
