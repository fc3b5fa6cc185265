import type { Actor, SystemActor } from '@/lib/core/people/actor'
import type { FileRecord } from '@/lib/core/request/file-record'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { readRequest } from './requests'

/** A file with the request that it belongs to, and where its bytes are. */
export interface StoredFile {
  request: PrivacyRequest
  file: FileRecord
  storageKey: string
}

/** A file of a request that this actor may see; whether they may have it is for the rules to say. Null where it doesn't exist or isn't theirs. */
export async function readFile(
  actor: Actor,
  id: string,
  db: Database = database(),
): Promise<StoredFile | null> {
  const row = await db.file.findUnique({
    where: { id },
    select: { storageKey: true, request: { select: { reference: true } } },
  })
  const request = row && (await readRequest(actor, row.request.reference, db))
  const file = request?.files.find(file => file.id === id && !file.removedAt)
  return request && file ? { request, file, storageKey: row.storageKey } : null
}

/** True where the same bytes lie on a task of another request, to be handed over there. @param sha256 of the bytes */
export async function liesElsewhere(
  sha256: string,
  reference: string,
  db: Database = database(),
): Promise<boolean> {
  const same = await db.file.findFirst({
    where: { sha256, purpose: 'hand-over', removedAt: null, request: { reference: { not: reference } } },
    select: { id: true },
  })
  return same !== null
}

/** References of other requests that came with the same proofs as this one, at most 20; for Privacy. */
export async function sameProofs(
  actor: Actor,
  requestId: string,
  db: Database = database(),
): Promise<string[]> {
  if (actor.kind !== 'staff' || actor.role !== 'privacy') return []
  const own = await db.file.findMany({
    where: { requestId, purpose: 'proof', removedAt: null },
    select: { sha256: true },
  })
  const others = await db.request.findMany({
    where: {
      id: { not: requestId },
      files: { some: { purpose: 'proof', sha256: { in: own.map(({ sha256 }) => sha256) } } },
    },
    select: { reference: true },
    orderBy: { receivedAt: 'asc' },
    take: 20,
  })
  return others.map(({ reference }) => reference)
}

/** Keeps the row of a file whose bytes are in the storage already. */
export async function keepFile(
  tx: AnyTx,
  requestId: string,
  file: FileRecord & { storageKey: string; sha256: string },
): Promise<void> {
  await prismaOf(tx).file.create({ data: { ...file, requestId } })
}

/** Erases a file's name and keeps its row. The caller or the orphans sweep removes the bytes. */
export async function eraseFileName(tx: AnyTx, id: string, at: Date): Promise<void> {
  await prismaOf(tx).file.update({ where: { id }, data: { removedAt: at, name: 'removed' } })
}

/** Which of these keys belong to a file of some request. */
export async function keptKeys(
  _actor: SystemActor,
  keys: readonly string[],
  db: Database = database(),
): Promise<Set<string>> {
  const rows = await db.file.findMany({
    where: { storageKey: { in: [...keys] }, removedAt: null },
    select: { storageKey: true },
  })
  return new Set(rows.map(row => row.storageKey))
}
