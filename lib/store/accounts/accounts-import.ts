import pg from 'pg'
import type { DirectoryRow } from '@/lib/core/account/directory-row'
import { appConnectionString, CONNECT_MS } from '../database/role'
import { checkIncoming, type Problems, resolveIds } from './accounts-import-checks'
import { type Merged, merge, toBeLost, toBeRemoved, wronglyTold } from './accounts-import-merge'
import { makeStaging, stage } from './accounts-import-staging'

/** One line of a directory file: an account, or what is wrong with it. */
export type DirectoryLine = { line: number; row: DirectoryRow } | BadLine

export interface BadLine {
  line: number
  wrong: string
}

export type Imported =
  | ({ loaded: true; skipped: BadLine[]; skippedCount: number; wronglyTold: string[] } & Merged)
  | { loaded: false; why: 'bad-lines'; badLines: BadLine[]; badCount: number }
  | { loaded: false; why: 'empty' | 'busy' }
  /** Nobody has said that so many accounts are to go. */
  | { loaded: false; why: 'removes-many'; removes: number; known: number }
  /** The same of addresses of accounts that stay, or of accounts that the file says are deleted. */
  | { loaded: false; why: 'loses-many'; lost: 'addresses' | 'accounts'; loses: number; known: number }

export interface ImportOptions {
  /** Also removes the accounts that the file doesn't have. */
  replace: boolean
  /** Remove as many as there are; without it, more than {@link FEW} of all known accounts or addresses are refused. */
  removeMany?: boolean
  /** Leave lines out that can't be read, rather than load nothing. */
  skipBad?: boolean
  /** Told now and then how far it is; `lines` only while reading. */
  progress?: (phase: 'reading' | 'checking' | 'loading', lines: number) => void
}

/** Bad lines that are told in full; the rest is only counted. */
export const MOST_LISTED = 50
/** More than this part of the directory goes only when that is said: the file may be cut off, or lack a column. */
export const FEW = 0.05
/** In a small directory, so many accounts or addresses may change in one day. */
const ALWAYS = 10
const BATCH = 4000
/** Any number that nothing else in the database locks: one import at a time. */
const TURN = 7_212_027

/**
 * Loads a directory file, all of it or nothing, in one transaction: the lines go into temporary tables, are checked
 * against each other and against the accounts that stay, and then become the accounts. Memory doesn't grow with the
 * file, and look-ups meanwhile see the directory as it was. A file that leaves most of the directory out is refused.
 * @throws what `lines` throws, and when the database fails; nothing is loaded then
 */
export async function importAccounts(
  databaseUrl: string,
  lines: AsyncIterable<DirectoryLine>,
  options: ImportOptions,
): Promise<Imported> {
  const client = new pg.Client({
    connectionString: await appConnectionString(databaseUrl),
    connectionTimeoutMillis: CONNECT_MS,
  })
  await client.connect()
  try {
    // For the temporary tables and their joins; the rest of the server keeps its own settings.
    await client.query(`set temp_buffers = '64MB'; set work_mem = '64MB'`)
    await client.query('begin')
    const { rows } = await client.query('select pg_try_advisory_xact_lock($1) as free', [TURN])
    if (!rows[0]?.free) return { loaded: false, why: 'busy' }
    const imported = await load(client, lines, options)
    await client.query(imported.loaded ? 'commit' : 'rollback')
    return imported
  } finally {
    // Ends the transaction, too, where something threw.
    await client.end()
  }
}

async function load(
  client: pg.Client,
  lines: AsyncIterable<DirectoryLine>,
  { replace, removeMany = false, skipBad = false, progress }: ImportOptions,
): Promise<Imported> {
  await makeStaging(client)
  const unreadable = await stageAll(client, lines, read => progress?.('reading', read))
  if (unreadable.read === 0) return { loaded: false, why: 'empty' }
  progress?.('checking', unreadable.read)
  await resolveIds(client)
  const contradictions = await checkIncoming(client, { replace, most: MOST_LISTED })
  const badCount = (skipBad ? 0 : unreadable.badCount) + contradictions.badCount
  if (badCount > 0) {
    const badLines = [...(skipBad ? [] : unreadable.badLines), ...contradictions.badLines].sort(
      (a, b) => a.line - b.line,
    )
    return { loaded: false, why: 'bad-lines', badLines: badLines.slice(0, MOST_LISTED), badCount }
  }
  if (unreadable.read === unreadable.badCount) return { loaded: false, why: 'empty' }
  if (replace && !removeMany) {
    const { removes, known } = await toBeRemoved(client)
    if (removes > known * FEW) return { loaded: false, why: 'removes-many', removes, known }
  }
  const loses = removeMany ? null : await losesMany(client)
  if (loses) return loses
  progress?.('loading', unreadable.read)
  const merged = await merge(client, replace)
  const skipped = { skipped: unreadable.badLines, skippedCount: unreadable.badCount }
  return { loaded: true, ...merged, ...skipped, wronglyTold: await wronglyTold(client) }
}

async function losesMany(client: pg.Client): Promise<Extract<Imported, { why: 'loses-many' }> | null> {
  const { addresses, knownAddresses, accounts, knownAccounts } = await toBeLost(client)
  const many = (loses: number, known: number) => loses > Math.max(known * FEW, ALWAYS)
  if (many(addresses, knownAddresses))
    return { loaded: false, why: 'loses-many', lost: 'addresses', loses: addresses, known: knownAddresses }
  return many(accounts, knownAccounts)
    ? { loaded: false, why: 'loses-many', lost: 'accounts', loses: accounts, known: knownAccounts }
    : null
}

/** Fills the temporary tables; while the database takes one batch, the next one is read. */
async function stageAll(
  client: pg.Client,
  lines: AsyncIterable<DirectoryLine>,
  progress: (read: number) => void,
): Promise<Problems & { read: number }> {
  const badLines: BadLine[] = []
  let badCount = 0
  let read = 0
  let batch: { line: number; row: DirectoryRow }[] = []
  let before: Promise<void> = Promise.resolve()
  const flush = async () => {
    await before
    before = stage(client, batch)
    // Its failure is met at the next flush; until then it must not count as unhandled.
    before.catch(() => undefined)
    batch = []
    progress(read)
  }
  for await (const line of lines) {
    read += 1
    if ('row' in line) {
      batch.push(line)
      if (batch.length === BATCH) await flush()
    } else {
      badCount += 1
      if (badLines.length < MOST_LISTED) badLines.push(line)
    }
  }
  await flush()
  await before
  return { badLines, badCount, read }
}
