import { expect } from 'vitest'
import { deadlineOf } from '@/lib/core/deadlines/of-request'
import { shownRatingOf } from '@/lib/core/derived/authority-given'
import { deletedByOwner, questionsNeeded, questionsPassed } from '@/lib/core/derived/verification/needed'
import { declines } from '@/lib/core/derived/your-rights'
import { machineOf } from '@/lib/core/diagram/machine'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import type { Context, Effect } from '@/lib/core/machine/decision'
import {
  accountOf,
  authorityOf,
  blockingExceptions,
  openEscalation,
  openHolds,
  openTasks,
  openWindows,
  permissionOf,
  reviewOf,
} from '@/lib/core/request/current'
import { outcomes, type PrivacyRequest } from '@/lib/core/request/request'
import { hasDestroyed, type Task } from '@/lib/core/request/task'
import { unreadMessages } from '@/lib/core/request/unread'

const destroyed = (task: Task): string[] => task.steps.filter(hasDestroyed).map(step => step.id)

const deletesAccount = ['individual-deletion', 'enterprise-deletion', 'deceased-deletion']

/**
 * Every required verification has passed: the questions, the security review of a barred account, the owner's permission,
 * the authority of a person who acts for somebody who has died.
 */
function verified(request: PrivacyRequest): boolean {
  const { type, handled } = request
  const account = accountOf(request)
  const barred = account?.accountState === 'banned' || account?.accountState === 'blocked'
  const reviewed = !barred || deletedByOwner(request) || reviewOf(request)?.result === 'unblocked'
  const answered = questionsNeeded(request) === null || questionsPassed(request)
  // An account that went without us needs no permission any more: no question was required of the person.
  const permitted =
    type !== 'enterprise-deletion' || permissionOf(request)?.granted === true || handled !== null
  const authority = authorityOf(request)
  const acting = request.actingAs !== 'self' && requestTypes.get(type)?.mayBeActedFor
  const agreed = !authority?.confirmationAskedAt || authority.confirmedAt
  const entitled =
    (type !== 'deceased-deletion' && !acting) || (authority?.result === 'valid' && Boolean(agreed))
  const helped = type !== 'data-export' || request.helpAskedAt !== null
  return (
    answered &&
    permitted &&
    entitled &&
    helped &&
    (reviewed || handled !== null || !deletesAccount.includes(type))
  )
}

/** Files that went to the person with this change. */
const handedOver = (effects: readonly Effect[]): boolean =>
  effects.some(
    effect => effect.kind === 'message' && ['files-ready', 'project-export-complete'].includes(effect.key),
  )

const types = [...requestTypes.values()]
const machines = new Map(
  types.map(type => {
    const { states, moves } = machineOf(type, types)
    return [type.key, { states, edges: moves.map(({ from, to }) => `${from} → ${to}`) }]
  }),
)

/** What has to be true after every change, by any actor. @throws an assertion that names the rule */
export function holdsTrue(before: PrivacyRequest, request: PrivacyRequest, effects: readonly Effect[]): void {
  const closed = request.state === 'closed'
  const machine = machines.get(request.type)
  expect(machine?.states, 'no state outside the machine of its type').toContain(request.state)
  const edge = `${before.state} → ${request.state}`
  if (before.state !== request.state)
    expect(
      [before.type, request.type].flatMap(type => machines.get(type)?.edges ?? []),
      'no way that its machine doesn’t draw',
    ).toContain(edge)
  expect(
    request.outcome !== null && outcomes.includes(request.outcome),
    'an outcome exactly when closed',
  ).toBe(closed)
  expect(request.closedAt !== null, 'an end exactly when closed').toBe(closed)
  if (!closed) expect(request.lateReplyAt, 'a reply is late only after the end').toBeNull()
  if (closed) {
    expect(
      [openTasks(request), openWindows(request), openHolds(request)],
      'nothing open when closed',
    ).toEqual([[], [], []])
  }
  if (closed && before.state !== 'closed') {
    const told = effects.some(effect => effect.kind === 'message' && effect.declines)
    expect(told, 'who is declined is told their rights, and nobody else').toBe(declines(request))
  }
  if (closed && before.state !== 'closed')
    expect(openEscalation(request), 'no question is left behind').toBeUndefined()
  if (closed && before.state !== 'closed' && request.outcome === 'fulfilled')
    expect(verified(before) || verified(request), 'fulfilled only when verified').toBe(true)
  for (const task of request.tasks)
    if (task.resolution === 'exception') expect(task.note, 'an exception has a note').toBeTruthy()
  if (effects.some(effect => effect.kind === 'message' && effect.key === 'request-fulfilled')) {
    expect(openTasks(request), 'fulfilled only when everything is done').toEqual([])
    expect(blockingExceptions(request), 'fulfilled only when nothing blocks').toEqual([])
    const undone = request.tasks.filter(
      task => task.state !== 'resolved' && !/not part of/.test(task.note ?? ''),
    )
    expect(undone, 'fulfilled only when all of the type’s tasks were done').toEqual([])
  }
  const ticked = request.tasks.flatMap(destroyed).filter(id => !before.tasks.flatMap(destroyed).includes(id))
  const erased = effects.some(effect => effect.kind === 'erase-account' || effect.kind === 'suppress')
  if (ticked.length > 0 || erased || handedOver(effects)) {
    expect(before.state, 'nothing is destroyed or handed over outside processing').toBe('processing')
    expect(openHolds(before), 'nothing on hold').toEqual([])
    expect(openEscalation(before), 'nothing with a question to Privacy open').toBeUndefined()
    expect(blockingExceptions(before), 'nothing while an exception is open').toEqual([])
    expect(unreadMessages(before), 'nothing before what the person wrote is read').toEqual([])
    expect(verified(before), 'nothing unverified').toBe(true)
  }
  const contacted = request.ownerPermissions.filter(permission => permission.contactedAt)
  expect(
    contacted.every(permission => permission.consent === 'yes'),
    'no employer is told against a person’s will',
  ).toBe(true)
  if (request.type === 'deceased-deletion' && authorityOf(request)?.result !== 'valid')
    expect(shownRatingOf(request), 'no rating is shown before the authority is validated').toBeNull()
  if (before.state !== 'processing')
    expect(
      effects.some(effect => effect.kind === 'system-task') && !verified(request),
      'nothing runs unverified',
    ).toBe(false)
  if (request.erasureBegunAt) expect(verified(request), 'the deletion begins verified').toBe(true)
  if (before.erasureBegunAt)
    expect(request.erasureBegunAt, 'what is begun stays begun').toEqual(before.erasureBegunAt)
  expect(request.receivedAt, 'the legal clock counts from the submission').toEqual(before.receivedAt)
  const { pauses, type, country, region, windows, extendedAt } = before
  const moves = { pauses, type, country, region, windows, extendedAt }
  const stays = Object.entries(moves).every(([key, value]) => request[key as keyof typeof moves] === value)
  // The place that is corrected may be under another law, also where its correction ends the request.
  const isElsewhere = request.country !== country || request.region !== region
  const isPaused = before.pauses.some(({ to }) => !to)
  if ((stays && !isPaused) || (closed && !isElsewhere))
    expect(request.dueOn, 'the legal clock stays').toEqual(before.dueOn)
  // Until the answer comes, each day moves it on.
  else if (stays)
    expect(+request.dueOn, 'a paused clock never runs backwards').toBeGreaterThanOrEqual(+before.dueOn)
}

/** What was overdue stays so, by the same day or an earlier. @throws an assertion that says so */
export function staysOverdue(before: PrivacyRequest, request: PrivacyRequest, context: Context): void {
  const due = deadlineOf(before, context).dueOn
  if (due >= context.now) return
  expect(+deadlineOf(request, context).dueOn, 'overdue stays overdue').toBeLessThanOrEqual(+due)
  expect(+request.dueOn, 'overdue stays overdue').toBeLessThanOrEqual(+due)
}
