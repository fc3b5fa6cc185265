import { randomUUID } from 'node:crypto'
import { env } from '@/lib/env'
import { keyedHash, limitHash, looksLikeSecret } from '@/lib/secrets'
import { type Database, database, transaction } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { openJson, sealJson } from '../database/sealing'
import { type MostDrafts, makeRoom } from './drafts-room'

/** How long what wasn't sent from a person's own page is kept, in hours. */
export const DRAFT_HOURS = 24

/** The same for the public form, counted from its last page: the next person at a shared computer must not find it. */
export const FORM_HOURS = 2

/**
 * What all drafts of the public forms together may take. Reached only where many networks fill it at once, as each may begin so
 * many; then the oldest of the network with the most make room, so that nobody can push out what somebody else is typing.
 */
export const mostDrafts = { bytes: 256 * 1024 * 1024, rows: 20_000 } as const satisfies MostDrafts

export interface StoredDraft {
  id: string
  /** Sending the draft any number of times is this one command. */
  commandId: string
  /** Of the request that it became. */
  reference: string | null
  /** As it was saved; the caller checks its shape. */
  payload: unknown
}

type Row = Omit<StoredDraft, 'payload'> & { payload: Uint8Array }

const opened = (row: Row): StoredDraft => ({
  ...row,
  payload: openJson(row.payload, 'intake draft', env().key, row.id),
})

/** The draft of a secret (a cookie's value, say), or null where there is none, or none any more. */
export async function findDraft(secret: unknown, db: Database = database()): Promise<StoredDraft | null> {
  if (!looksLikeSecret(secret)) return null
  const [row] = await db.$queryRaw<Row[]>`
    select id, command_id as "commandId", reference, payload from intake_draft
    where token_hash = ${keyedHash('intake draft', secret)} and expires_at > clock_timestamp()`
  return row ? opened(row) : null
}

/**
 * Keeps a payload, encrypted, under a secret, in place of what was kept there; and forgets some whose time is over.
 * @param kept.network of whom it is, as limits name it; without it, everybody's own
 */
export async function keepDraft(
  secret: string,
  payload: unknown,
  kept: { hours?: number; network?: string; most?: MostDrafts } = {},
  db: Database = database(),
): Promise<void> {
  const { hours = DRAFT_HOURS, network, most = mostDrafts } = kept
  const id = randomUUID()
  const sealed = sealJson(payload, 'intake draft', env().key, id)
  await db.$executeRaw`
    delete from intake_draft where id in (
      select id from intake_draft where expires_at <= clock_timestamp() limit 50 for update skip locked)`
  await db.$executeRaw`
    insert into intake_draft (id, token_hash, payload, command_id, expires_at, network)
    values (${id}, ${keyedHash('intake draft', secret)}, ${sealed}, ${randomUUID()},
      clock_timestamp() + make_interval(hours => ${hours}::int),
      ${network === undefined ? '' : limitHash(`drafts:${network}`)})
    on conflict (token_hash) do update set id = excluded.id, payload = excluded.payload, reference = null,
      command_id = excluded.command_id, expires_at = excluded.expires_at`
  // A person's own page has no network here: their visit keeps one draft, in place of the one before.
  if (network !== undefined) await makeRoom(id, most, db)
}

/** What a draft holds from now on, and with `reference` the request that it became. */
export interface DraftChange {
  payload: unknown
  reference?: string
}

/**
 * Changes a draft of the public form. Of two that change it at once, the second gets what the first has left.
 * @param change is given the draft as it is now, with nobody else changing it, and may be asked again; null leaves it as it is
 * @param most that all drafts may take afterwards; others make room
 * @returns whether it was changed: not where it is gone, became a request, or was to be left
 */
export async function changeDraft(
  id: string,
  change: (draft: StoredDraft) => DraftChange | null,
  most: MostDrafts = mostDrafts,
): Promise<boolean> {
  const changed = await transaction(tx => changeDraftIn(tx, id, change))
  // What was begun small may have grown, and nothing else counts that.
  if (changed) await makeRoom(id, most, database())
  return changed
}

/** As {@link changeDraft}, in a transaction of the caller's. */
export async function changeDraftIn(
  tx: AnyTx,
  id: string,
  change: (draft: StoredDraft) => DraftChange | null,
): Promise<boolean> {
  const prisma = prismaOf(tx)
  const [row] = await prisma.$queryRaw<Row[]>`
    select id, command_id as "commandId", reference, payload from intake_draft where id = ${id} for update`
  if (!row || row.reference !== null) return false
  const changed = change(opened(row))
  if (!changed) return false
  await prisma.$executeRaw`
    update intake_draft set payload = ${sealJson(changed.payload, 'intake draft', env().key, id)},
      reference = ${changed.reference ?? null},
      expires_at = clock_timestamp() + make_interval(hours => ${FORM_HOURS}::int)
    where id = ${id}`
  return true
}

/** Forgets a draft at once. @returns what it was in the end; null where somebody else has forgotten it */
export async function deleteDraft(id: string, db: Database = database()): Promise<StoredDraft | null> {
  const [row] = await db.$queryRaw<Row[]>`
    delete from intake_draft where id = ${id}
    returning id, command_id as "commandId", reference, payload`
  return row ? opened(row) : null
}
