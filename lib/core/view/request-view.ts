import { z } from 'zod'
import { outcomes, resolutions, states, subjectTypes, waitingOns } from '../request/request'
import { appealView } from './appeal-view'
import { authorityView, ownerPermissionView } from './authority-view'
import { clockView } from './clock-view'
import { escalationView } from './escalation-view'
import { fileView } from './file-view'
import { riskLevels } from './queue-filter'
import { text, time, timeOrNull } from './view-scalars'

/** A JSON Schema; what is in it is for programs that read schemas. */
const jsonSchema = z.record(z.string(), z.unknown())

const checksView = z.object({
  emailExists: z.boolean(),
  usernameExists: z.boolean(),
  sameAccount: z.boolean(),
  enterprise: z.boolean().nullable(),
  accountState: text,
  privateProjects: z.number().nullable(),
  blockedReason: text,
  soleOwnedGroups: z.number().nullable(),
  plan: text,
  subscriptionEndsOn: text,
  twoFactor: z.boolean().nullable(),
  createdOn: text,
  lastActiveOn: text,
  country: text,
  at: time,
  source: z.string(),
})

const riskView = z.object({
  rating: z.enum(riskLevels),
  score: z.number(),
  signals: z.array(
    z.object({ key: z.string(), points: z.number(), why: z.string(), byDefault: z.boolean().optional() }),
  ),
  policyVersion: z.number().int(),
})

const holdView = z.object({
  id: z.string(),
  kind: z.string(),
  /** The kind, or for `other` what was given as the reason. */
  reason: z.string(),
  until: timeOrNull,
  placedAt: time,
  placedBy: z.string(),
})

const windowView = z.object({ reason: z.string(), opensAt: time, endsAt: time, days: z.number().int() })

const taskView = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  team: z.string(),
  state: z.enum(['open', 'resolved', 'cancelled']),
  resolution: z.enum(resolutions).nullable(),
  note: text,
  found: z.object({ zendesk: z.boolean().optional(), customersPortal: z.boolean().optional() }).nullable(),
  assignee: text,
  openedAt: time,
  resolvedAt: timeOrNull,
  steps: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      help: text,
      destructive: z.boolean(),
      done: z.boolean(),
    }),
  ),
})

const nextStepView = z.object({
  command: z.string(),
  label: z.string(),
  why: z.string(),
  taskId: z.string().optional(),
  input: jsonSchema,
})

/**
 * A request as the API answers it. Times are ISO 8601 with offset, in the organisation's time zone, so that the first ten
 * characters are the day as people there know it. Fields that the role may not see are null or empty.
 */
export const requestView = z.object({
  reference: z.string(),
  type: z.string(),
  subjectType: z.enum(subjectTypes),
  state: z.enum(states),
  outcome: z.enum(outcomes).nullable(),
  waitingOn: z.enum(waitingOns),
  version: z.number().int(),
  receivedAt: time,
  confirmedAt: timeOrNull,
  closedAt: timeOrNull,
  /** When its content was taken out, for it was no longer needed. */
  contentErasedAt: timeOrNull,
  dueOn: time,
  ...clockView,
  assignee: text,
  source: z.string(),
  email: text,
  username: text,
  name: text,
  country: text,
  region: text,
  details: text,
  locale: text,
  requesterEmail: text,
  relationship: text,
  forumProfile: text,
  forumUsername: text,
  checks: checksView.nullable(),
  /** The checks could not be reached; a person has to act. */
  checksFailedAt: timeOrNull,
  lateReplyAt: timeOrNull,
  /** Somebody who reads the account's own mailbox objected. */
  objectedAt: timeOrNull,
  helpAskedAt: timeOrNull,
  ownerPermission: ownerPermissionView.nullable(),
  authority: authorityView.nullable(),
  escalations: z.array(escalationView),
  appeals: z.array(appealView),
  files: z.array(fileView),
  risk: riskView.nullable(),
  holds: z.array(holdView),
  windows: z.array(windowView),
  tasks: z.array(taskView),
  nextSteps: z.array(nextStepView),
  duplicates: z.array(z.object({ reference: z.string(), state: z.enum(states) })),
})
export type RequestView = z.output<typeof requestView>

/** One row of the queue. */
const queueItemView = z.object({
  reference: z.string(),
  type: z.string(),
  subjectType: z.enum(subjectTypes),
  state: z.enum(states),
  outcome: z.enum(outcomes).nullable(),
  waitingOn: z.enum(waitingOns),
  onHold: z.boolean(),
  risk: z.enum(riskLevels).nullable(),
  receivedAt: time,
  /** Of the open appeal where the row is there for that, else of the request. */
  dueOn: time,
  appealDueOn: timeOrNull,
  closedAt: timeOrNull,
  assignee: text,
  email: text,
  username: text,
  name: text,
})
export type QueueItemView = z.output<typeof queueItemView>

/** A page of the queue; `next` is the cursor of the one after it. */
export const queueView = z.object({ items: z.array(queueItemView), next: text })

/** What was said on a request: mails, answers and internal notes, oldest first. */
export const messagesView = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      direction: z.enum(['in', 'out', 'note']),
      sender: z.string(),
      subject: text,
      body: z.string(),
      at: time,
      late: z.boolean(),
      delivery: text,
      taskId: z.string().optional(),
    }),
  ),
})

/** What happened to a request, oldest first; ids and keys only. */
export const auditView = z.object({
  items: z.array(
    z.object({
      at: time,
      actor: z.object({ kind: z.string(), id: text, role: text }),
      command: z.string(),
      result: z.string(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
})
