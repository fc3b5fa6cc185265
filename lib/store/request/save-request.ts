import { emailKey, usernameKey } from '@/lib/core/account/matching'
import { nextReminderAt } from '@/lib/core/deadlines/reminders'
import { shownRatingOf } from '@/lib/core/derived/authority-given'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { isUnread, openAppeal, openEscalation, openHolds } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { TaskStep } from '@/lib/core/request/task'
import { unreadSince } from '@/lib/core/request/unread'
import { env } from '@/lib/env'
import { Prisma } from '@/prisma/generated/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** Columns of the request itself, with those derived for the queue. */
function columns(request: PrivacyRequest) {
  const {
    checks,
    ratings,
    verifications,
    reviews,
    ownerPermissions,
    authorities,
    escalations,
    appeals,
    pauses,
    files,
    tasks,
    holds,
    windows,
    messages,
    links,
    related,
    calendar,
    ...own
  } = request
  return {
    ...own,
    calendar: json(calendar),
    emailKey: emailKey(own.email),
    usernameKey: own.username ? usernameKey(own.username) : null,
    waitingOn: waitingOn(request),
    onHold: openHolds(request).length > 0,
    risk: shownRatingOf(request)?.rating ?? null,
    requesterKey: emailKey(own.requesterEmail),
    unreadAt: unreadSince(request),
    escalatedAt: openEscalation(request)?.askedAt ?? null,
    escalationAnsweredAt: request.escalations.findLast(isUnread)?.answeredAt ?? null,
    appealDueOn: openAppeal(request)?.dueOn ?? null,
    // Kept for the record of requests when the place itself is erased with the content.
    ...(own.contentErasedAt === null && { usState: own.country === 'US' ? own.region : null }),
    deadlineReminderAt: nextReminderAt(request, env().orgTimeZone),
  }
}

const json = (value: object | null) => (value === null ? Prisma.DbNull : { ...value })
const list = (value: readonly object[]) => value.map(entry => ({ ...entry }))

interface Table<Row> {
  create(row: Row): Promise<unknown>
  update(row: Row): Promise<unknown>
}

/** Writes only what is new or was replaced; the core never changes a row in place, so identity tells. */
async function saveList<Row extends { id: string }>(
  before: readonly Row[],
  after: readonly Row[],
  table: Table<Row>,
): Promise<void> {
  const known = new Map(before.map(row => [row.id, row]))
  for (const row of after) {
    const was = known.get(row.id)
    if (!was) await table.create(row)
    else if (was !== row) await table.update(row)
  }
}

/** Inserts a new request with its parts. Its messages are inserted by the code that renders them. */
export async function insertRequest(tx: AnyTx, request: PrivacyRequest): Promise<void> {
  await prismaOf(tx).request.create({ data: columns(request) })
  await saveParts(tx, null, request)
}

/** Saves the difference between two states of one request and raises its version, unless told to keep it. @returns the version */
export async function saveRequest(
  tx: AnyTx,
  before: PrivacyRequest,
  after: PrivacyRequest,
  { keepsVersion = false } = {},
): Promise<number> {
  const version = keepsVersion ? before.version : before.version + 1
  await prismaOf(tx).request.update({ where: { id: after.id }, data: { ...columns(after), version } })
  await saveParts(tx, before, after)
  return version
}

async function saveParts(tx: AnyTx, before: PrivacyRequest | null, after: PrivacyRequest): Promise<void> {
  const prisma = prismaOf(tx)
  const requestId = after.id
  await saveList(before?.checks ?? [], after.checks, {
    create: ({ facts, ...row }) =>
      prisma.check.create({
        data: {
          ...row,
          requestId,
          facts: { ...facts, account: facts.account ? { ...facts.account } : null },
        },
      }),
    update: () => Promise.reject(new Error('Checks are frozen')),
  })
  await saveList(before?.ratings ?? [], after.ratings, {
    create: ({ signals, ...row }) =>
      prisma.riskRating.create({ data: { ...row, requestId, signals: list(signals) } }),
    update: () => Promise.reject(new Error('Ratings are frozen')),
  })
  await saveList(before?.verifications ?? [], after.verifications, {
    create: ({ questions, answers, ...row }) =>
      prisma.verification.create({
        data: { ...row, requestId, questions: list(questions), answers: json(answers) },
      }),
    update: ({ id, questions, answers, ...row }) =>
      prisma.verification.update({
        where: { id },
        data: { ...row, questions: list(questions), answers: json(answers) },
      }),
  })
  await saveList(before?.reviews ?? [], after.reviews, {
    create: row => prisma.securityReview.create({ data: { ...row, requestId } }),
    update: ({ id, ...row }) => prisma.securityReview.update({ where: { id }, data: row }),
  })
  await saveList(before?.holds ?? [], after.holds, {
    create: ({ basis, ...row }) => prisma.hold.create({ data: { ...row, requestId, basis: json(basis) } }),
    update: ({ id, basis, ...row }) =>
      prisma.hold.update({ where: { id }, data: { ...row, basis: json(basis) } }),
  })
  await saveList(before?.windows ?? [], after.windows, {
    create: row => prisma.responseWindow.create({ data: { ...row, requestId } }),
    update: ({ id, ...row }) => prisma.responseWindow.update({ where: { id }, data: row }),
  })
  await saveList(before?.ownerPermissions ?? [], after.ownerPermissions, {
    create: row => prisma.ownerPermission.create({ data: { ...row, requestId } }),
    update: ({ id, ...row }) => prisma.ownerPermission.update({ where: { id }, data: row }),
  })
  await saveList(before?.authorities ?? [], after.authorities, {
    create: row => prisma.authority.create({ data: { ...row, requestId } }),
    update: ({ id, ...row }) => prisma.authority.update({ where: { id }, data: row }),
  })
  await saveList(before?.escalations ?? [], after.escalations, {
    create: row => prisma.escalation.create({ data: { ...row, requestId } }),
    update: ({ id, ...row }) => prisma.escalation.update({ where: { id }, data: row }),
  })
  await saveList(before?.appeals ?? [], after.appeals, {
    create: row => prisma.appeal.create({ data: { ...row, requestId } }),
    update: ({ id, ...row }) => prisma.appeal.update({ where: { id }, data: row }),
  })
  await saveList(before?.pauses ?? [], after.pauses, {
    create: row => prisma.pause.create({ data: { ...row, requestId } }),
    update: ({ id, ...row }) => prisma.pause.update({ where: { id }, data: row }),
  })
  await saveList(before?.links ?? [], after.links, {
    create: row => prisma.requestLink.create({ data: { ...row, requestId } }),
    update: () => Promise.resolve(),
  })
  await saveTasks(tx, before, after)
  const known = new Map(before?.messages.map(row => [row.id, row]))
  for (const row of after.messages) {
    const was = known.get(row.id)
    if (was && was !== row) {
      await prisma.message.update({
        where: { id: row.id },
        data: {
          delivery: row.delivery,
          deliveryAt: row.deliveryAt,
          deliveryReason: row.deliveryReason ?? null,
          readAt: row.readAt,
        },
      })
    }
  }
}

async function saveTasks(tx: AnyTx, before: PrivacyRequest | null, after: PrivacyRequest): Promise<void> {
  const prisma = prismaOf(tx)
  const requestId = after.id
  await saveList(before?.tasks ?? [], after.tasks, {
    create: ({ steps, found, ...row }) =>
      prisma.task.create({
        data: { ...row, requestId, found: json(found), steps: { create: steps.map(withRun) } },
      }),
    update: async ({ id, steps, found, ...row }) => {
      await prisma.task.update({ where: { id }, data: { ...row, found: json(found) } })
      const was = before?.tasks.find(task => task.id === id)
      await saveList(was?.steps ?? [], steps, {
        create: step => prisma.taskStep.create({ data: { ...withRun(step), taskId: id } }),
        update: ({ id: stepId, ...step }) =>
          prisma.taskStep.update({ where: { id: stepId }, data: withRun(step) }),
      })
    },
  })
}

const withRun = <Step extends { run: TaskStep['run'] }>(step: Step) => ({ ...step, run: json(step.run) })
