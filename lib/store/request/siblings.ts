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

/**
 * The saved request with its current siblings. Who has to act depends on the earlier ones, so that the
 * queue's column is rewritten for it and for its later siblings, former ones included. A sibling that is locked
 * is skipped rather than waited for.
 */
export async function refreshDuplicates(
  tx: AnyTx,
  before: PrivacyRequest,
  saved: PrivacyRequest,
): Promise<PrivacyRequest> {
  if (!looksDifferent(before, saved)) return saved
  const met = { ...saved, related: await loadRelated(tx, saved, saved.accountId) }
  if (waitingOn(met) !== waitingOn(saved)) await writeTurn(tx, met)
  const later = [...siblingsOf(before), ...siblingsOf(met)]
    .filter(sibling => comesBefore(saved, sibling))
    .map(sibling => sibling.id)
  // Whose turn another attempt is depends on how many failed.
  if (saved.outcome === 'not-verified') later.push(...openRelated(met).map(({ id }) => id))
  if (later.length === 0) return met
  const free = await prismaOf(tx).$queryRaw<{ id: string }[]>`
    select id from request where id = any(${later}) and state <> 'closed' for update skip locked`
  for (const { id } of free) {
    const sibling = await loadRequest(tx, { id })
    if (sibling) await writeTurn(tx, sibling)
  }
  return met
}

const writeTurn = (tx: AnyTx, request: PrivacyRequest) =>
  prismaOf(tx).request.update({ where: { id: request.id }, data: { waitingOn: waitingOn(request) } })
