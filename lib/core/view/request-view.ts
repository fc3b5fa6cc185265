import { z } from 'zod'
import { accountFacts, checkFacts } from '../account/checks'
import { replyChannels } from '../request/channel'
import { hold } from '../request/hold'
import { grounds, responses } from '../request/record'
import { relatedRequest } from '../request/related'
import { type PersonalField, privacyRequest, states, waitingOns } from '../request/request'
import { responseWindow } from '../request/response-window'
import { searchRecord, task, taskStep } from '../request/task'
import { ratingLevels, riskRating } from '../risk/rating'
import { appealView } from './appeal-view'
import { authorityView, ownerPermissionView } from './authority-view'
import { clockView } from './clock-view'
import { escalationView } from './escalation-view'
import { fileView } from './file-view'
import { text, time, timeOrNull } from './view-scalars'

/** A JSON Schema; what is in it is for programs that read schemas. */
const jsonSchema = z.record(z.string(), z.unknown())

const checksView = checkFacts.omit({ account: true }).extend({
  ...accountFacts.omit({ accountId: true, email: true, username: true, enterprise: true, accountState: true })
    .shape,
  enterprise: z.boolean().nullable(),
  accountState: text,
  blockedReason: text,
  at: time,
  source: z.string(),
})

const riskView = riskRating.pick({ rating: true, score: true, signals: true, policyVersion: true })

const holdView = hold.pick({ id: true, placedBy: true }).extend({
  kind: z.string(),
  /** The kind, or for `other` what was given as the reason. */
  reason: z.string(),
  until: timeOrNull,
  placedAt: time,
})

const windowView = responseWindow
  .pick({ days: true })
  .extend({ reason: z.string(), opensAt: time, endsAt: time, endsTooLate: z.boolean() })

const stepView = taskStep
  .pick({ key: true, label: true, help: true, destructive: true, asks: true, given: true })
  .extend({
    done: z.boolean(),
    /** What connected systems can do of it, and under which label; null where only people can. */
    doable: z.object({ system: z.string(), label: z.string() }).nullable(),
    /** Connected systems are doing it. */
    running: z.boolean(),
    /** Why they couldn't, and what is left to a person. */
    problem: text,
    /** What the product or a connected system saw of it. */
    evidence: z.array(z.object({ at: time, system: z.string(), what: z.string(), result: z.string() })),
  })

const taskView = task
  .pick({ id: true, key: true, name: true, state: true, resolution: true, note: true, found: true })
  .extend({
    team: z.string(),
    assignee: text,
    openedAt: time,
    resolvedAt: timeOrNull,
    /** When Privacy accepted its exception: it counts as done. */
    acceptedAt: timeOrNull,
    /** What connected systems found before somebody decides. */
    searches: z.array(searchRecord),
    steps: z.array(stepView),
  })

const nextStepView = z.object({
  command: z.string(),
  label: z.string(),
  why: z.string(),
  taskId: z.string().optional(),
  input: jsonSchema,
})

/** Null where the role may not see the data subject. */
const personView = {
  email: text,
  username: text,
  name: text,
  country: text,
  region: text,
  details: text,
  locale: text,
  requesterEmail: text,
  relationship: text,
  actingAs: text,
  forumProfile: text,
  forumUsername: text,
  whatIsWrong: text,
  whatIsRight: text,
} satisfies Record<PersonalField, typeof text>

/**
 * A request as the API answers it. Times are ISO 8601 with offset, in the organisation's time zone, so that the first ten
 * characters are the day as people there know it. Fields that the role may not see are null or empty.
 */
export const requestView = z.object({
  ...privacyRequest.pick({
    reference: true,
    type: true,
    subjectType: true,
    state: true,
    outcome: true,
    version: true,
    givenType: true,
    givenSubjectType: true,
  }).shape,
  waitingOn: z.enum(waitingOns),
  receivedAt: time,
  confirmedAt: timeOrNull,
  closedAt: timeOrNull,
  /** How much of what was asked the answer gave, on which ground it was refused, and when it was sent. */
  response: z.enum(responses).nullable(),
  ground: z.enum(grounds).nullable(),
  respondedAt: timeOrNull,
  /** When its content was erased, at the end of its retention period. */
  contentErasedAt: timeOrNull,
  dueOn: time,
  /** Of the open appeal or complaint. */
  appealDueOn: timeOrNull,
  ...clockView,
  assignee: text,
  source: z.string(),
  ...personView,
  /** Where to search and delete: every address of the account, until the request is closed. */
  account: z.object({ emails: z.array(z.string()) }).nullable(),
  checks: checksView.nullable(),
  /** The checks could not be reached; a person has to act. */
  checksFailedAt: timeOrNull,
  lateReplyAt: timeOrNull,
  /** Since when something that the person wrote waits to be read. */
  unread: z.boolean(),
  unreadSince: timeOrNull,
  /** Somebody who reads the account's own mailbox objected. */
  objectedAt: timeOrNull,
  helpAskedAt: timeOrNull,
  /** When the address was put on the list of those who get no marketing. */
  optedOutAt: timeOrNull,
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
  /** Open requests of the same person for the same thing. */
  duplicates: z.array(z.object({ reference: z.string(), state: z.enum(states) })),
  /** Every other open request about the same account or address, and whether the same person made it. */
  related: z.array(
    relatedRequest
      .pick({ reference: true, type: true, state: true, onHold: true, sameRequester: true })
      .extend({ receivedAt: time }),
  ),
  /** Requests about the same account or address that have ended. */
  earlier: z.array(
    relatedRequest
      .pick({ reference: true, type: true, outcome: true, sameRequester: true })
      .extend({ receivedAt: time, closedAt: timeOrNull }),
  ),
  /** The open access or export that this deletion waits for. */
  waitsFor: text,
})
export type RequestView = z.output<typeof requestView>

/** One row of the queue. */
const queueItemView = z.object({
  ...privacyRequest.pick({ reference: true, type: true, subjectType: true, state: true, outcome: true })
    .shape,
  waitingOn: z.enum(waitingOns),
  onHold: z.boolean(),
  /** The person wrote something that nobody has read. */
  unread: z.boolean(),
  risk: z.enum(ratingLevels).nullable(),
  receivedAt: time,
  /** Of the request itself. */
  dueOn: time,
  /** No law of the place where the person lives is known; the due date is another law's. */
  lawStandsIn: z.boolean(),
  /** Privacy answered a question, and nobody has read it yet. */
  privacyAnsweredAt: timeOrNull,
  /** Of the open appeal or complaint. */
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
      /** Why a mail came back; `null` where it didn't. */
      deliveryReason: z.string().nullable(),
      /** On which road it came in, and the day on which it was said where staff recorded it. */
      channel: z.enum(replyChannels).nullable(),
      saidOn: text,
      /** Came in, and nobody has read it. */
      unread: z.boolean(),
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
