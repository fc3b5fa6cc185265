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
  request.checks.findLast(check => check.round === request.round && check.purpose === 'intake') ?? null

export const accountOf = (request: Request): AccountFacts | null => checksOf(request)?.facts.account ?? null

export const ratingOf = (request: Request): RiskRating | null =>
  request.ratings.findLast(rating => rating.round === request.round) ?? null

export const verificationOf = (request: Request): Verification | null =>
  request.verifications.findLast(verification => verification.round === request.round) ?? null

export const reviewOf = (request: Request): SecurityReview | null =>
  request.reviews.findLast(review => review.round === request.round) ?? null

export const permissionOf = (request: Request): OwnerPermission | null =>
  request.ownerPermissions.findLast(permission => permission.round === request.round) ?? null

export const authorityOf = (request: Request): Authority | null =>
  request.authorities.findLast(authority => authority.round === request.round) ?? null

export const openEscalation = (request: Pick<Request, 'escalations'>): Escalation | undefined =>
  request.escalations.findLast(escalation => escalation.state === 'open')

export const openAppeal = (request: Pick<Request, 'appeals'>): Appeal | undefined =>
  request.appeals.findLast(appeal => !appeal.answeredAt)

/** Files of a task that are still there. */
export const filesOf = (request: Request, taskId: string): FileRecord[] =>
  request.files.filter(file => file.taskId === taskId && !file.removedAt)

export const openHolds = (request: Request): Hold[] => request.holds.filter(hold => !hold.releasedAt)

export const openWindows = (request: Request): ResponseWindow[] =>
  request.windows.filter(window => !window.closedAt)

export const openWindow = (request: Request, reason: WindowReason): ResponseWindow | undefined =>
  request.windows.find(window => window.reason === reason && !window.closedAt)

export const taskOf = (request: Request, key: string): Task | undefined =>
  request.tasks.find(task => task.key === key)

export const openTasks = (request: Request): Task[] => request.tasks.filter(task => task.state === 'open')

/** An exception ends or stops the request, except on Zendesk/cDot where it names the one system that held data. */
export const blockingExceptions = (request: Request): Task[] =>
  request.tasks.filter(
    task => task.state === 'resolved' && task.resolution === 'exception' && !namesOneSystem(task),
  )

const namesOneSystem = (task: Task): boolean =>
  task.found !== null && Boolean(task.found.zendesk) !== Boolean(task.found.customersPortal)

type Arrived = Pick<Request, 'id' | 'receivedAt'>

/** Of two duplicates the earlier is the original, and whose turn it is on it doesn't depend on the later. */
export const comesBefore = (request: Arrived, other: Arrived): boolean =>
  request.receivedAt < other.receivedAt ||
  (+request.receivedAt === +other.receivedAt && request.id < other.id)

/** The earlier, still open originals that this request repeats, oldest first; unconfirmed ones don't count. */
export const originalsOf = (request: Request) =>
  request.siblings
    .filter(sibling => sibling.state !== 'submitted' && sibling.state !== 'closed')
    .filter(sibling => comesBefore(sibling, request))
    .toSorted((a, b) => +a.receivedAt - +b.receivedAt)
