import { waitingOn } from '@/lib/core/machine/waiting-on'
import { comesBefore } from '@/lib/core/request/current'
import { openRelated, siblingsOf } from '@/lib/core/request/related'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { loadRelated } from './related'
import { loadRequest } from './requests'

const open = ({ state }: PrivacyRequest): boolean => state !== 'submitted' && state !== 'closed'

/** Whether others see this request differently now: it counts or no longer counts, or it is about something else. */
const looksDifferent = (before: PrivacyRequest, after: PrivacyRequest): boolean =>
  open(before) !== open(after) || before.type !== after.type || before.accountId !== after.accountId

interface Met {
  /** The saved request with its current siblings. */
  request: PrivacyRequest
  /** Others on which it is somebody else's turn now. */
  turned: PrivacyRequest[]
}

/**
 * Looks at a saved request and its siblings again. Who has to act depends on the earlier ones, so that the
 * queue's column is rewritten for it and for its later siblings, former ones included. A sibling that is locked
 * is skipped rather than waited for.
 */
export async function refreshDuplicates(
  tx: AnyTx,
  before: PrivacyRequest,
  saved: PrivacyRequest,
): Promise<Met> {
  if (!looksDifferent(before, saved)) return { request: saved, turned: [] }
  const met = { ...saved, related: await loadRelated(tx, saved, saved.accountId) }
  if (waitingOn(met) !== waitingOn(saved)) await writeTurn(tx, met)
  const later = [...siblingsOf(before), ...siblingsOf(met)]
    .filter(sibling => comesBefore(saved, sibling))
    .map(sibling => sibling.id)
  // Whose turn another attempt is depends on how many failed.
  if (saved.outcome === 'not-verified') later.push(...openRelated(met).map(({ id }) => id))
  if (later.length === 0) return { request: met, turned: [] }
  const free = await prismaOf(tx).$queryRaw<{ id: string; waitingOn: string }[]>`
    select id, waiting_on as "waitingOn" from request where id = any(${later}) and state <> 'closed' for update skip locked`
  const turned: PrivacyRequest[] = []
  for (const { id, waitingOn: turn } of free) {
    const sibling = await loadRequest(tx, { id })
    if (!sibling) continue
    await writeTurn(tx, sibling)
    if (waitingOn(sibling) !== turn) turned.push(sibling)
  }
  return { request: met, turned }
}

const writeTurn = (tx: AnyTx, request: PrivacyRequest) =>
  prismaOf(tx).request.update({ where: { id: request.id }, data: { waitingOn: waitingOn(request) } })
