import { z } from 'zod'
import { waitingOn } from '../machine/waiting-on'
import { carriers } from '../people/actor'
import { outcomes, type PrivacyRequest, states, waitingOns } from '../request/request'
import { resolutions, type Task, task } from '../request/task'
import { timeIn } from './representation'

/** What other programs can be told of, in words for those who choose. */
export const happeningWords = {
  'request.opened': 'A request was opened',
  'request.confirmed': 'The person confirmed it',
  'request.waiting': 'It waits for somebody else now',
  'request.closed': 'A request was closed',
  'task.opened': 'A task was opened',
  'task.resolved': 'A task has ended',
} as const
export type HappeningType = keyof typeof happeningWords

const isHappeningType = (text: string): text is HappeningType => Object.hasOwn(happeningWords, text)
export const happeningTypes: readonly HappeningType[] = Object.keys(happeningWords).filter(isHappeningType)

const time = z.iso.datetime({ offset: true })

/** The request as it is afterwards. */
const ofRequest = z.object({
  reference: z.string(),
  at: time,
  requestType: z.string(),
  state: z.enum(states),
  outcome: z.enum(outcomes).nullable(),
  waitingOn: z.enum(waitingOns),
  dueOn: time,
})

const ofTask = ofRequest.extend({
  taskId: z.string(),
  taskKey: z.string(),
  taskName: z.string(),
  team: z.enum(carriers),
  taskState: task.shape.state,
  resolution: z.enum(resolutions).nullable(),
})

const typed = <Type extends HappeningType, Shape extends z.ZodRawShape>(
  type: Type,
  about: z.ZodObject<Shape>,
) => z.object({ type: z.literal(type), ...about.shape })

/** What is sent of each. A field has to be named here to leave: ids, keys, states and dates, never personal data or free text. */
export const happeningBodies = {
  'request.opened': typed('request.opened', ofRequest),
  'request.confirmed': typed('request.confirmed', ofRequest),
  'request.waiting': typed('request.waiting', ofRequest),
  'request.closed': typed('request.closed', ofRequest),
  'task.opened': typed('task.opened', ofTask),
  'task.resolved': typed('task.resolved', ofTask),
} as const satisfies Record<HappeningType, z.ZodType>

type RequestBody = z.output<typeof ofRequest>
type TaskBody = z.output<typeof ofTask>
export type Happening =
  | (RequestBody & { type: Extract<HappeningType, `request.${string}`> })
  | (TaskBody & { type: Extract<HappeningType, `task.${string}`> })

/** When it happened, and in whose time zone times are told: the organisation's, as the person's own would say where they live. */
export interface When {
  at: Date
  /** IANA name. */
  timeZone: string
}

const aboutRequest = (request: PrivacyRequest, { at, timeZone }: When): RequestBody => ({
  reference: request.reference,
  at: timeIn(timeZone, at),
  requestType: request.type,
  state: request.state,
  outcome: request.outcome,
  waitingOn: waitingOn(request),
  dueOn: timeIn(timeZone, request.dueOn),
})

const aboutTask = (request: PrivacyRequest, of: Task, when: When): TaskBody => ({
  ...aboutRequest(request, when),
  taskId: of.id,
  taskKey: of.key,
  taskName: of.name,
  team: of.team,
  taskState: of.state,
  resolution: of.resolution,
})

/** It is somebody else’s turn on a request, although nothing was done on it: what it waited for has happened elsewhere. */
export const turnPassed = (request: PrivacyRequest, when: When): Happening => ({
  type: 'request.waiting',
  ...aboutRequest(request, when),
})

/** A task that comes back is opened again; one that is cancelled ends without a resolution. */
function ofTasks(before: PrivacyRequest | null, after: PrivacyRequest, when: When): Happening[] {
  return after.tasks.flatMap((now): Happening[] => {
    const was = before?.tasks.find(({ id }) => id === now.id)
    const wasOpen = was?.state === 'open'
    const about = aboutTask(after, now, when)
    const opens = now.state === 'open' ? !wasOpen : !was && now.state === 'resolved'
    const ends =
      now.state === 'resolved'
        ? was?.state !== 'resolved' || was.resolution !== now.resolution
        : now.state === 'cancelled' && wasOpen
    return [
      ...(opens ? [{ type: 'task.opened' as const, ...about }] : []),
      ...(ends ? [{ type: 'task.resolved' as const, ...about }] : []),
    ]
  })
}

function ofWhole(
  before: PrivacyRequest | null,
  after: PrivacyRequest,
): (Happening['type'] & `request.${string}`)[] {
  if (!before) return after.state === 'closed' ? ['request.opened', 'request.closed'] : ['request.opened']
  const confirmed = after.confirmedAt !== null && before.confirmedAt === null
  const closed = after.state === 'closed' && before.state !== 'closed'
  const reopened = after.state !== 'closed' && before.state === 'closed'
  // That it waits for nobody any more is what closing says.
  const turned = !closed && (reopened || waitingOn(before) !== waitingOn(after))
  return [
    ...(confirmed ? (['request.confirmed'] as const) : []),
    ...(turned ? (['request.waiting'] as const) : []),
    ...(closed ? (['request.closed'] as const) : []),
  ]
}

/**
 * What a change of a request means for programs outside, in the order in which it happened: the request first, its end last.
 * @param before null where the request is new
 */
export function happeningsOf(before: PrivacyRequest | null, after: PrivacyRequest, when: When): Happening[] {
  const about = aboutRequest(after, when)
  const [whole, tasks] = [ofWhole(before, after), ofTasks(before, after, when)]
  const told = (types: typeof whole) => types.map((type): Happening => ({ type, ...about }))
  return [
    ...told(whole.filter(type => type !== 'request.closed')),
    ...tasks,
    ...told(whole.filter(type => type === 'request.closed')),
  ]
}
