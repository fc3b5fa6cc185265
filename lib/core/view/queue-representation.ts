import { zoneOf } from '../deadlines/days'
import { standsIn } from '../deadlines/law-basis'
import type { StaffActor } from '../people/actor'
import { sight } from '../people/permissions'
import type { LawBasis } from '../request/request'
import { timeIn } from './representation'
import type { QueueItemView } from './request-view'

/** What one row of the queue knows of a request, as the store reads it for this actor. */
export interface QueuedRequest {
  reference: string
  type: string
  subjectType: QueueItemView['subjectType']
  state: QueueItemView['state']
  outcome: QueueItemView['outcome']
  waitingOn: QueueItemView['waitingOn']
  onHold: boolean
  unread: boolean
  risk: QueueItemView['risk']
  lawBasis: LawBasis
  receivedAt: Date
  dueOn: Date
  appealDueOn: Date | null
  closedAt: Date | null
  /** The person's own, where known; due dates were counted in it. */
  timeZone: string | null
  assigneeId: string | null
  email: string | null
  username: string | null
  name: string | null
}

/** A row of the queue as this actor's role may see it. */
export function representRow(row: QueuedRequest, actor: StaffActor, timeZone: string): QueueItemView {
  const { reference, type, subjectType, state, outcome, waitingOn, onHold, email, username, name } = row
  const zone = zoneOf(row, timeZone)
  const seesPerson = sight[actor.role] !== 'no-personal-data'
  return {
    reference,
    type,
    subjectType,
    state,
    outcome,
    waitingOn,
    onHold,
    unread: row.unread,
    risk: seesPerson ? row.risk : null,
    lawStandsIn: standsIn(row.lawBasis),
    receivedAt: timeIn(timeZone, row.receivedAt),
    dueOn: timeIn(zone, row.dueOn),
    appealDueOn: row.appealDueOn && timeIn(zone, row.appealDueOn),
    closedAt: row.closedAt && timeIn(timeZone, row.closedAt),
    assignee: row.assigneeId,
    ...(seesPerson ? { email, username, name } : { email: null, username: null, name: null }),
  }
}
