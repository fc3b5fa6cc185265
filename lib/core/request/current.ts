import type { AccountFacts, CheckRound } from '../account/checks'
import type { RiskRating } from '../risk/rating'
import type { Appeal, Authority, Escalation, OwnerPermission } from './proceedings'
import type {
  FileRecord,
  Hold,
  Request,
  ResponseWindow,
  SecurityReview,
  Task,
  Verification,
  WindowReason,
} from './request'

/** The frozen answers of the present round; a fresh look before a deletion does not replace them. */
export const checksOf = (request: Request): CheckRound | null =>
  request.checks.findLast(one => one.round === request.round && one.purpose === 'intake') ?? null

export const accountOf = (request: Request): AccountFacts | null => checksOf(request)?.facts.account ?? null

export const ratingOf = (request: Request): RiskRating | null =>
  request.ratings.findLast(one => one.round === request.round) ?? null

export const verificationOf = (request: Request): Verification | null =>
  request.verifications.findLast(one => one.round === request.round) ?? null

export const reviewOf = (request: Request): SecurityReview | null =>
  request.reviews.findLast(one => one.round === request.round) ?? null

export const permissionOf = (request: Request): OwnerPermission | null =>
  request.ownerPermissions.findLast(one => one.round === request.round) ?? null

export const authorityOf = (request: Request): Authority | null =>
  request.authorities.findLast(one => one.round === request.round) ?? null

export const openEscalation = (request: Pick<Request, 'escalations'>): Escalation | undefined =>
  request.escalations.findLast(one => one.state === 'open')

export const openAppeal = (request: Pick<Request, 'appeals'>): Appeal | undefined =>
  request.appeals.findLast(one => !one.answeredAt)

/** Files of a task that are still there. */
export const filesOf = (request: Request, taskId: string): FileRecord[] =>
  request.files.filter(one => one.taskId === taskId && !one.removedAt)

export const openHolds = (request: Request): Hold[] => request.holds.filter(one => !one.releasedAt)

export const openWindows = (request: Request): ResponseWindow[] =>
  request.windows.filter(one => !one.closedAt)

export const openWindow = (request: Request, reason: WindowReason): ResponseWindow | undefined =>
  request.windows.find(one => one.reason === reason && !one.closedAt)

export const taskOf = (request: Request, key: string): Task | undefined =>
  request.tasks.find(one => one.key === key)

export const openTasks = (request: Request): Task[] => request.tasks.filter(one => one.state === 'open')

/** An exception ends or stops the request, except on Zendesk/cDot where it names the one system that held data. */
export const blockingExceptions = (request: Request): Task[] =>
  request.tasks.filter(
    one => one.state === 'resolved' && one.resolution === 'exception' && !namesOneSystem(one),
  )

const namesOneSystem = (task: Task): boolean =>
  task.found !== null && Boolean(task.found.zendesk) !== Boolean(task.found.customersPortal)

type Arrived = Pick<Request, 'id' | 'receivedAt'>

/** Of two duplicates the earlier is the original, and whose turn it is on it doesn't depend on the later. */
export const comesBefore = (one: Arrived, other: Arrived): boolean =>
  one.receivedAt < other.receivedAt || (+one.receivedAt === +other.receivedAt && one.id < other.id)

/** The earlier, still open originals that this request repeats, oldest first; unconfirmed ones don't count. */
export const originalsOf = (request: Request) =>
  request.siblings
    .filter(one => one.state !== 'submitted' && one.state !== 'closed')
    .filter(one => comesBefore(one, request))
    .toSorted((one, other) => +one.receivedAt - +other.receivedAt)
