import type pg from 'pg'
import type { DirectoryAddress } from '@/lib/core/account/directory-cell'
import type { DirectoryRow } from '@/lib/core/account/directory-row'

interface Column<From> {
  name: string
  type: 'integer' | 'text' | 'boolean' | 'date'
  from(row: From): string | number | boolean | null
}

interface Line {
  line: number
  row: DirectoryRow
}
interface AddressLine {
  line: number
  address: DirectoryAddress
  isPrimary: boolean
}

const accountColumns: readonly Column<Line>[] = [
  { name: 'line', type: 'integer', from: ({ line }) => line },
  { name: 'id', type: 'text', from: ({ row }) => row.accountId ?? row.usernameKey },
  { name: 'id_given', type: 'boolean', from: ({ row }) => row.accountId !== null },
  { name: 'username', type: 'text', from: ({ row }) => row.username },
  { name: 'username_key', type: 'text', from: ({ row }) => row.usernameKey },
  { name: 'email', type: 'text', from: ({ row }) => row.addresses[0]?.email ?? null },
  { name: 'state', type: 'text', from: ({ row }) => row.accountState },
  { name: 'blocked_reason', type: 'text', from: ({ row }) => row.blockedReason },
  { name: 'enterprise', type: 'boolean', from: ({ row }) => row.enterprise },
  { name: 'private_projects', type: 'integer', from: ({ row }) => row.privateProjects },
  { name: 'sole_owned_groups', type: 'integer', from: ({ row }) => row.soleOwnedGroups },
  { name: 'plan', type: 'text', from: ({ row }) => row.plan },
  { name: 'subscription_ends_on', type: 'date', from: ({ row }) => row.subscriptionEndsOn },
  { name: 'two_factor', type: 'boolean', from: ({ row }) => row.twoFactor },
  { name: 'created_on', type: 'date', from: ({ row }) => row.createdOn },
  { name: 'last_active_on', type: 'date', from: ({ row }) => row.lastActiveOn },
  { name: 'country', type: 'text', from: ({ row }) => row.country },
  { name: 'region', type: 'text', from: ({ row }) => row.region },
  { name: 'region_left_out', type: 'boolean', from: ({ row }) => row.leftOut.includes('region') },
  // A list can't travel inside a list of rows; no address has a semicolon in it.
  { name: 'successor_emails', type: 'text', from: ({ row }) => row.successorEmails.join(';') },
  {
    name: 'successors_left_out',
    type: 'boolean',
    from: ({ row }) => row.leftOut.includes('successor_emails'),
  },
]

const addressColumns: readonly Column<AddressLine>[] = [
  { name: 'line', type: 'integer', from: ({ line }) => line },
  { name: 'email_key', type: 'text', from: ({ address }) => address.key },
  { name: 'email', type: 'text', from: ({ address }) => address.email },
  { name: 'is_primary', type: 'boolean', from: ({ isPrimary }) => isPrimary },
]

function tableOf<From>(name: string, columns: readonly Column<From>[]): string {
  return `create temporary table ${name} (${columns.map(column => `${column.name} ${column.type}`).join(', ')}) on commit drop`
}

/** One round trip for many rows: a list for each column. */
function insertInto<From>(
  name: string,
  columns: readonly Column<From>[],
  rows: readonly From[],
): pg.QueryConfig {
  const lists = columns.map((column, at) => `$${at + 1}::${column.type}[]`)
  return {
    name: `stage ${name}`,
    text: `insert into ${name} select * from unnest(${lists.join(', ')})`,
    values: columns.map(column => rows.map(row => column.from(row))),
  }
}

/** Makes the temporary tables `incoming` and `incoming_address`, which go when the transaction ends. */
export async function makeStaging(client: pg.Client): Promise<void> {
  await client.query(tableOf('incoming', accountColumns))
  await client.query(tableOf('incoming_address', addressColumns))
}

/** Adds lines to the temporary tables. */
export async function stage(client: pg.Client, lines: readonly Line[]): Promise<void> {
  await client.query(insertInto('incoming', accountColumns, lines))
  const addresses = lines.flatMap(({ line, row }) =>
    row.addresses.map((address, at) => ({ line, address, isPrimary: at === 0 })),
  )
  await client.query(insertInto('incoming_address', addressColumns, addresses))
}
