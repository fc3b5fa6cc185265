import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Facts } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import { env } from '@/lib/env'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { auditKeyId, codesOf, headText } from './audit-keys'

export interface AuditRow {
  scope: string
  seq: number
  at: Date
  command: string
  commandId: string
  actorKind: string
  actorId: string | null
  actorRole: string | null
  /** `done`, or the reason of a refusal that had to be remembered. */
  result: string
  facts: unknown
}

/** The chain for changes outside any request: sign-ins, people, settings. */
export const organisationScope = 'organisation'

/** Advisory locks: appenders share the first, and a reader takes it exclusively to wait for them; one checkpoint at a time. */
export const APPENDING = 4202
export const CHECKPOINTING = 4201

/**
 * SHA-256 over the former hash and the row as canonical JSON (RFC 8785), so that others can verify the log; hex.
 * @throws where a text or number has no canonical form: half a character, NaN
 */
export function auditHash(prevHash: string, row: AuditRow): string {
  const { scope, seq, at, command, commandId, actorKind, actorId, actorRole, result, facts } = row
  const content = canonicalize({
    scope,
    seq,
    at: at.toISOString(),
    command,
    commandId,
    actorKind,
    actorId,
    actorRole,
    result,
    facts,
  })
  if (content === undefined) throw new Error('an audit row has no canonical form')
  return createHash('sha256').update(prevHash).update(content).digest('hex')
}

export interface AuditInput {
  scope: string
  at: Date
  command: string
  /** One effect per id: unique over the whole log. */
  commandId: string
  actor: Actor
  result?: string
  /** Ids, keys and numbers; never personal data. */
  facts: Facts
}

/**
 * Appends a row to its chain, in the transaction of the change itself. Row and head carry codes that the database's own roles
 * can't make.
 */
export async function appendAudit(
  tx: AnyTx,
  { scope, at, command, commandId, actor, result = 'done', facts }: AuditInput,
): Promise<void> {
  const prisma = prismaOf(tx)
  await prisma.$executeRaw`select pg_advisory_xact_lock_shared(${APPENDING}::bigint)`
  await prisma.$executeRaw`insert into audit_head (scope, seq, hash) values (${scope}, 0, '') on conflict (scope) do nothing`
  const [head] = await prisma.$queryRaw<{ seq: number; hash: string }[]>`
    select seq, hash from audit_head where scope = ${scope} for update`
  if (!head) throw new Error('the audit chain has no head')
  const staff = actor.kind === 'staff' ? actor : null
  const row: AuditRow = {
    scope,
    seq: head.seq + 1,
    at,
    command,
    commandId,
    actorKind: staff ? (staff.via === 'token' ? 'token' : 'staff') : actor.kind,
    actorId: staff?.id ?? null,
    actorRole: staff?.role ?? null,
    result,
    facts,
  }
  const hash = auditHash(head.hash, row)
  const { key } = env()
  const proof = { keyId: auditKeyId(key), mac: codesOf(key, 'audit row')(hash) }
  await prisma.auditEntry.create({ data: { ...row, facts, prevHash: head.hash, hash, ...proof } })
  const mac = codesOf(key, 'audit head')(headText({ scope, seq: row.seq, hash }))
  await prisma.auditHead.update({ where: { scope }, data: { seq: row.seq, hash, mac } })
}

/** Lets the same command id run only once at a time, until the transaction ends. */
export async function lockCommand(tx: AnyTx, commandId: string): Promise<void> {
  await prismaOf(tx).$executeRaw`select pg_advisory_xact_lock(hashtextextended(${commandId}, 7))`
}

/** The command that ran under this id before and its result, or null. */
export async function findReplay(
  commandId: string,
  tx: AnyTx | Database = database(),
): Promise<{ scope: string; command: string; result: string } | null> {
  return await prismaOf(tx).auditEntry.findUnique({
    where: { commandId },
    select: { scope: true, command: true, result: true },
  })
}

/** A chain in order; the caller has made sure that the actor may see its request. */
export async function readAudit(
  _actor: Actor,
  scope: string,
  db: Database = database(),
): Promise<AuditRow[]> {
  return await db.auditEntry.findMany({ where: { scope }, orderBy: { seq: 'asc' }, take: 1000 })
}
