import { z } from 'zod'
import { requestTypeKeys } from '../handbook/request-types/index'
import { outcomes, states, waitingOns } from '../request/request'
import { ratingLevels } from '../risk/rating'

/** The views along the top of the queue. Each has an index of its own, so none reads the whole table. */
export const queueViews = [
  'needs-us',
  'new-messages',
  'mine',
  'unassigned',
  'waiting-on-requester',
  'due-soon',
  'overdue',
  'escalated',
  'on-hold',
  'closed',
  'all',
] as const
export type QueueView = (typeof queueViews)[number]

/** Calendar-free: counted in hours from the database's now. */
export const SOON_DAYS = 7

const MOST_PER_PAGE = 100
const PER_PAGE = 50

/** A day of the calendar; the database knows no year 0. */
const day = z.iso.date().refine(text => !text.startsWith('0000'), 'There is no year 0.')

/** Where a page of the queue ends: the last (or, going back, first) row's due time and id. */
export interface QueueCursor {
  dueOn: Date
  id: string
  /** Reads the rows before it instead of those after it. */
  back: boolean
}

const cursorShape = z.tuple([z.number().int().min(0).max(8.64e15), z.string().max(64), z.boolean()])

/** Opaque to callers; nothing personal in it. */
export const cursorText = ({ dueOn, id, back }: QueueCursor): string =>
  btoa(JSON.stringify([dueOn.getTime(), id, back]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const cursor = z
  .string()
  .max(300)
  .transform((text, context): QueueCursor => {
    try {
      const [due, id, back] = cursorShape.parse(
        JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))),
      )
      if (/^[\x20-\x7e]+$/.test(id)) return { dueOn: new Date(due), id, back }
    } catch {
      // Said below, in the same words for every way of being wrong.
    }
    context.addIssue({ code: 'custom', message: 'This is not a cursor of this list.' })
    return z.NEVER
  })

const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/)

/**
 * What the queue may be narrowed by, on the page and in the API alike; everything arrives as text. `q` is a reference,
 * email or username, exact or its beginning. `assignee` is a person's id, `me` or `none`.
 */
export const queueFilterSchema = z
  .object({
    view: z.enum(queueViews).default('all'),
    state: z.enum(states).optional(),
    outcome: z.enum(outcomes).optional(),
    type: z.enum(requestTypeKeys).optional(),
    risk: z.enum(ratingLevels).optional(),
    waitingOn: z.enum(waitingOns).optional(),
    assignee: key.optional(),
    due: z.union([z.enum(['soon', 'overdue']), day]).optional(),
    q: z.string().trim().max(320).optional(),
    limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(PER_PAGE),
    cursor: cursor.optional(),
  })
  .strict()
export type QueueFilter = z.output<typeof queueFilterSchema>

/** Closed and all run from the newest due date back, the working views from the most pressing one on. */
export const runsBackwards = (view: QueueView): boolean => view === 'closed' || view === 'all'
