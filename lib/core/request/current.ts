import type { AccountFacts, CheckRound } from '../account/checks'
import type { RiskRating } from '../risk/rating'
import type { FileRecord } from './file-record'
import type { Hold } from './hold'
import type { Appeal, Authority, Escalation, OwnerPermission } from './proceedings'
import { siblingsOf } from './related'
import type { PrivacyRequest } from './request'
import type { ResponseWindow, WindowReason } from './response-window'
import type { Task } from './task'
import type { SecurityReview, Verification } from './verification'

/** The frozen answers of the present round; a fresh look before a deletion does not replace them. */
export const checksOf = (request: PrivacyRequest): CheckRound | null =>
  request.checks.findLast(check => check.round === request.round && check.purpose === 'intake') ?? null

export const accountOf = (request: PrivacyRequest): AccountFacts | null =>
  checksOf(request)?.facts.account ?? null

export const ratingOf = (request: PrivacyRequest): RiskRating | null =>
  request.ratings.findLast(rating => rating.round === request.round) ?? null

export const verificationOf = (request: PrivacyRequest): Verification | null =>
  request.verifications.findLast(verification => verification.round === request.round) ?? null

export const reviewOf = (request: PrivacyRequest): SecurityReview | null =>
  request.reviews.findLast(review => review.round === request.round) ?? null

export const permissionOf = (request: PrivacyRequest): OwnerPermission | null =>
  request.ownerPermissions.findLast(permission => permission.round === request.round) ?? null

export const authorityOf = (request: PrivacyRequest): Authority | null =>
  request.authorities.findLast(authority => authority.round === request.round) ?? null

/** Privacy said something, and nobody has read it yet. */
export const isUnread = ({ state, readAt }: Escalation): boolean => state !== 'open' && readAt === null

export const openEscalation = (request: Pick<PrivacyRequest, 'escalations'>): Escalation | undefined =>
  request.escalations.findLast(escalation => escalation.state === 'open')

export const openAppeal = (request: Pick<PrivacyRequest, 'appeals'>): Appeal | undefined =>
  request.appeals.findLast(appeal => !appeal.answeredAt)

/** Files of a task that are still there. */
export const filesOf = (request: PrivacyRequest, taskId: string): FileRecord[] =>
  request.files.filter(file => file.taskId === taskId && !file.removedAt)

export const openHolds = (request: PrivacyRequest): Hold[] => request.holds.filter(hold => !hold.releasedAt)

export const openWindows = (request: PrivacyRequest): ResponseWindow[] =>
  request.windows.filter(window => !window.closedAt)

export const openWindow = (request: PrivacyRequest, reason: WindowReason): ResponseWindow | undefined =>
  request.windows.find(window => window.reason === reason && !window.closedAt)

/** The request's task of this plan. It takes the plan itself, so that a name spelt wrong doesn't compile. */
export const taskOf = (request: PrivacyRequest, { key }: { readonly key: string }): Task | undefined =>
  request.tasks.find(task => task.key === key)

export const openTasks = (request: PrivacyRequest): Task[] =>
  request.tasks.filter(task => task.state === 'open')

/**
 * An exception ends or stops the request, except on Zendesk/cDot where it names the one system that held data, and where
 * Privacy has accepted it.
 */
export const blockingExceptions = (request: PrivacyRequest): Task[] =>
  request.tasks.filter(
    task =>
      task.state === 'resolved' &&
      task.resolution === 'exception' &&
      !task.acceptedAt &&
      !namesOneSystem(task),
  )

const namesOneSystem = (task: Task): boolean =>
  task.found !== null && Boolean(task.found.zendesk) !== Boolean(task.found.customersPortal)

type Arrived = Pick<PrivacyRequest, 'id' | 'receivedAt'>

/** Of two duplicates the earlier is the original, and whose turn it is on it doesn't depend on the later. */
export const comesBefore = (request: Arrived, other: Arrived): boolean =>
  request.receivedAt < other.receivedAt ||
  (+request.receivedAt === +other.receivedAt && request.id < other.id)

/**
 * The earlier, still open originals of the same requester that this request repeats, oldest first; unconfirmed ones don't count.
 * Somebody else's earlier request is no original: it must not stop this one. A deletion that has begun repeats nothing any more.
 */
export const originalsOf = (request: PrivacyRequest) =>
  request.erasureBegunAt ? [] : earlierOfRequester(request)

/** The same, also where the deletion has begun. */
export const earlierOfRequester = (request: PrivacyRequest) =>
  siblingsOf(request)
    .filter(sibling => sibling.sameRequester && comesBefore(sibling, request))
    .toSorted((a, b) => +a.receivedAt - +b.receivedAt)
