import { z } from 'zod'
import {
  deliveries,
  holdReasons,
  outcomes,
  type Request,
  resolutions,
  states,
  subjectTypes,
  teams,
  windowReasons,
} from '@/lib/core/request'

const when = z.date()
const maybeWhen = z.date().nullable()
const maybe = z.string().nullable()

const account = z.object({
  accountId: z.string(),
  email: z.string(),
  username: z.string(),
  enterprise: z.boolean(),
  accountState: z.enum(['active', 'blocked', 'banned', 'deactivated', 'deleted']),
  blockedReason: z.enum(['self_deletion', 'abuse', 'other']).nullable(),
  privateProjects: z.number().nullable(),
  soleOwnedGroups: z.number().nullable(),
  plan: maybe,
  subscriptionEndsOn: maybe,
  twoFactor: z.boolean().nullable(),
  createdOn: maybe,
  lastActiveOn: maybe,
  country: maybe,
})
const checkFacts = z.object({
  emailExists: z.boolean(),
  usernameExists: z.boolean(),
  sameAccount: z.boolean(),
  account: account.nullable(),
})
const check = z.object({
  id: z.string(),
  round: z.number(),
  purpose: z.enum(['intake', 'fresh']),
  source: z.string(),
  note: maybe,
  recordedById: maybe,
  at: when,
  facts: checkFacts,
})
const rating = z.object({
  id: z.string(),
  round: z.number(),
  rating: z.enum(['low', 'medium', 'high']),
  score: z.number(),
  signals: z.array(z.object({ key: z.string(), points: z.number(), why: z.string() })),
  policyVersion: z.number(),
  at: when,
})
const verification = z.object({
  id: z.string(),
  round: z.number(),
  level: z.enum(['medium', 'high']),
  questions: z.array(z.object({ key: z.string(), text: z.string(), fact: z.string() })),
  answers: z.record(z.string(), z.string()).nullable(),
  askedAt: when,
  answeredAt: maybeWhen,
  result: z.enum(['passed', 'failed']).nullable(),
  judgedAt: maybeWhen,
  judgedById: maybe,
})
const review = z.object({
  id: z.string(),
  round: z.number(),
  issue: z.string(),
  requestedAt: when,
  result: z.enum(['unblocked', 'denied']).nullable(),
  recordedAt: maybeWhen,
})
const step = z.object({
  id: z.string(),
  key: z.string(),
  label: z.string(),
  help: maybe,
  destructive: z.boolean(),
  position: z.number(),
  doneAt: maybeWhen,
  doneById: maybe,
})
const task = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  team: z.enum([...teams, 'system']),
  position: z.number(),
  state: z.enum(['open', 'resolved', 'cancelled']),
  resolution: z.enum(resolutions).nullable(),
  note: maybe,
  found: z.object({ zendesk: z.boolean().optional(), customersPortal: z.boolean().optional() }).nullable(),
  openedAt: when,
  resolvedAt: maybeWhen,
  resolvedById: maybe,
  assigneeId: maybe,
  steps: z.array(step),
})
const hold = z.object({
  id: z.string(),
  reason: z.enum(holdReasons),
  note: maybe,
  placedAt: when,
  placedBy: z.string(),
  until: maybeWhen,
  basis: z.record(z.string(), z.string()).nullable(),
  releasedAt: maybeWhen,
  releasedBy: maybe,
  releasedNote: maybe,
})
const window = z.object({
  id: z.string(),
  reason: z.enum(windowReasons),
  days: z.number(),
  opensAt: when,
  endsAt: when,
  remindAt: maybeWhen,
  remindedAt: maybeWhen,
  closedAt: maybeWhen,
  closedBy: maybe,
})
const message = z.object({
  id: z.string(),
  key: z.string(),
  direction: z.enum(['in', 'out']),
  sender: z.string(),
  late: z.boolean(),
  at: when,
  delivery: z.enum(deliveries),
  deliveryAt: maybeWhen,
})
const link = z.object({ id: z.string(), otherId: z.string(), kind: z.enum(['duplicate-of', 'follows']) })
const sibling = z.object({
  id: z.string(),
  reference: z.string(),
  state: z.enum(states),
  onHold: z.boolean(),
  receivedAt: when,
})

const stored = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  type: z.string(),
  subjectType: z.enum(subjectTypes),
  state: z.enum(states),
  outcome: z.enum(outcomes).nullable(),
  round: z.number(),
  email: z.string(),
  username: maybe,
  name: maybe,
  country: maybe,
  region: maybe,
  details: maybe,
  locale: z.string(),
  requesterEmail: z.string(),
  source: z.enum(['privacy-center', 'api', 'staff']),
  accountId: maybe,
  receivedAt: when,
  confirmedAt: maybeWhen,
  closedAt: maybeWhen,
  dueOn: when,
  dueRule: z.string(),
  erasureBegunAt: maybeWhen,
  handled: z.enum(['own-deletion', 'already-deleted']).nullable(),
  checksFailedAt: maybeWhen,
  lateReplyAt: maybeWhen,
  assigneeId: maybe,
  checks: z.array(check),
  ratings: z.array(rating),
  verifications: z.array(verification),
  reviews: z.array(review),
  tasks: z.array(task),
  holds: z.array(hold),
  windows: z.array(window),
  messages: z.array(message),
  links: z.array(link),
  siblings: z.array(sibling),
})

/** Rows of the database as the core's aggregate; a row that the core doesn't know the shape of throws. */
export const toRequest = (row: unknown): Request => stored.parse(row)
