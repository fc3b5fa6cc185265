import type { Actor } from '@/lib/core/people/actor'
import { sight } from '@/lib/core/people/permissions'
import { referenceFrom } from '@/lib/core/request/reference'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Task } from '@/lib/core/request/task'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { loadRelated } from './related'
import { toRequest } from './stored-request'

const parts = {
  checks: { orderBy: { at: 'asc' } },
  ratings: { orderBy: { at: 'asc' } },
  verifications: { orderBy: { askedAt: 'asc' } },
  reviews: { orderBy: { requestedAt: 'asc' } },
  tasks: { orderBy: { position: 'asc' }, include: { steps: { orderBy: { position: 'asc' } } } },
  ownerPermissions: { orderBy: { askedAt: 'asc' } },
  authorities: { orderBy: { openedAt: 'asc' } },
  escalations: { orderBy: { askedAt: 'asc' } },
  appeals: { orderBy: { openedAt: 'asc' } },
  pauses: { orderBy: { from: 'asc' } },
  files: { orderBy: { addedAt: 'asc' } },
  holds: { orderBy: { placedAt: 'asc' } },
  windows: { orderBy: { opensAt: 'asc' } },
  messages: {
    orderBy: { at: 'asc' },
    select: {
      id: true,
      key: true,
      direction: true,
      sender: true,
      late: true,
      channel: true,
      saidOn: true,
      at: true,
      readAt: true,
      delivery: true,
      deliveryAt: true,
      deliveryReason: true,
    },
  },
  links: true,
} as const

/** Identifies the row, with the account that a look-up has just found, before the row has it. */
type Which = { id: string } | { reference: string }

/**
 * The whole aggregate in a fixed number of queries, or null. `accountId`: what a look-up has just found, so that others
 * about the same account are seen before the row knows its account.
 */
export async function loadRequest(
  tx: AnyTx | Database,
  which: Which,
  accountId?: string,
): Promise<PrivacyRequest | null> {
  const row = await prismaOf(tx).request.findUnique({ where: which, include: parts })
  if (!row) return null
  const account = accountId ?? row.accountId
  return toRequest({ ...row, related: await loadRelated(tx, row, account) })
}

/** Takes the request's lock for the rest of the transaction and answers its id, or null. The reference may be in any spelling. */
export async function lockRequest(tx: AnyTx, reference: string): Promise<string | null> {
  const rows = await prismaOf(tx).$queryRaw<
    { id: string }[]
  >`select id from request where reference = ${referenceFrom(reference)} for update`
  return rows[0]?.id ?? null
}

/** May this actor see this request? Teams see those with a task of theirs; the data subject only the request they have access to. */
export function maySee(actor: Actor, request: Pick<PrivacyRequest, 'id' | 'tasks'>): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'public') return false
  if (actor.kind === 'requester' || actor.kind === 'account-holder') return actor.requestId === request.id
  return sight[actor.role] !== 'own-team' || request.tasks.some(task => task.team === actor.role)
}

/** One request as this actor may see it at all, by its reference in any spelling; null where it doesn't exist or isn't theirs. */
export async function readRequest(
  actor: Actor,
  reference: string,
  db: Database = database(),
): Promise<PrivacyRequest | null> {
  const request = await loadRequest(db, { reference: referenceFrom(reference) })
  return request && maySee(actor, request) ? request : null
}

/** The request of a task, and the task. */
export async function readRequestByTask(
  actor: Actor,
  taskId: string,
  db: Database = database(),
): Promise<{ request: PrivacyRequest; task: Task } | null> {
  const reference = await referenceOfTask(taskId, db)
  const request = reference ? await readRequest(actor, reference, db) : null
  const task = request?.tasks.find(task => task.id === taskId)
  return request && task ? { request, task } : null
}

export async function referenceOfTask(
  taskId: string,
  db: Database | AnyTx = database(),
): Promise<string | null> {
  const row = await prismaOf(db).task.findUnique({
    where: { id: taskId },
    select: { request: { select: { reference: true } } },
  })
  return row?.request.reference ?? null
}

export async function referenceOf(
  requestId: string,
  db: Database | AnyTx = database(),
): Promise<string | null> {
  const row = await prismaOf(db).request.findUnique({ where: { id: requestId }, select: { reference: true } })
  return row?.reference ?? null
}

/** The request that a message belongs to. */
export async function referenceOfMessage(
  messageId: string,
  db: Database = database(),
): Promise<string | null> {
  const row = await db.message.findUnique({
    where: { id: messageId },
    select: { request: { select: { reference: true } } },
  })
  return row?.request.reference ?? null
}

/** A closed request of this reference, or null. */
export async function findClosedRequest(
  tx: AnyTx,
  reference: string,
): Promise<{ id: string; reference: string } | null> {
  return await prismaOf(tx).request.findFirst({
    where: { reference: referenceFrom(reference), state: 'closed' },
    select: { id: true, reference: true },
  })
}
