import { waitsFor } from '../derived/tasks/waits-for'
import type { StaffActor } from '../people/actor'
import { sight } from '../people/permissions'
import { earlierRequests, openRelated } from '../request/related'
import type { PrivacyRequest } from '../request/request'
import type { RequestView } from './request-view'
import type { At } from './view-scalars'

type Relations = Pick<RequestView, 'related' | 'earlier' | 'waitsFor'>

/** Requests about the same account or address. Teams that see only their own requests get none: the others might not be theirs. */
export function relationsOf(request: PrivacyRequest, actor: StaffActor, at: At): Relations {
  if (sight[actor.role] === 'own-team') return { related: [], earlier: [], waitsFor: null }
  return {
    related: openRelated(request).map(({ reference, type, state, onHold, sameRequester, receivedAt }) => {
      return { reference, type, state, onHold, sameRequester, receivedAt: at(receivedAt) }
    }),
    earlier: earlierRequests(request).map(({ reference, type, outcome, sameRequester, ...row }) => {
      const closedAt = row.closedAt && at(row.closedAt)
      return { reference, type, outcome, sameRequester, receivedAt: at(row.receivedAt), closedAt }
    }),
    waitsFor: waitsFor(request)?.reference ?? null,
  }
}
