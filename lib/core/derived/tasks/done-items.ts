import { requestTypes } from '../../handbook/request-types/index'
import { doneByConnected } from '../../handbook/tasks/by-connected'
import { taskPlans } from '../../handbook/tasks/index'
import type { PrivacyRequest } from '../../request/request'
import type { Resolution, Task } from '../../request/task'
import { asksForAnother } from '../acting'

/** What was really done, in words for the person. */
export const worksDone = (request: PrivacyRequest): string[] =>
  request.tasks.flatMap(wordsFor(request, 'complete'))

function wordsFor(request: PrivacyRequest, resolution: Resolution, stopped = false) {
  const toSomebodyElse = requestTypes.has(request.type) && asksForAnother(request)
  return (task: Task) => {
    const plan = taskPlans.get(task.key)
    const untouched =
      (request.handled !== null && plan?.erasesAccount) || plan?.didSomething?.(task, request) === false
    const said = toSomebodyElse ? { ...plan, ...plan?.ofAnother } : plan
    const connected = doneByConnected(task)
    const byConnected = connected && said?.connectedWords?.[connected]
    const done = byConnected || (stopped && said?.stoppedWords) || said?.doneWords
    const words = resolution === 'complete' ? done : said?.notFoundWords
    return task.resolution === resolution && words && !untouched ? [words] : []
  }
}

/** What Privacy let be, and why. */
function acceptedWords(request: PrivacyRequest) {
  const ofAnother = requestTypes.has(request.type) && asksForAnother(request)
  return ({ key, acceptedWords }: Task) => {
    const plan = taskPlans.get(key)
    const what = (ofAnother && plan?.ofAnother?.notDoneWords) || plan?.notDoneWords
    return what && acceptedWords ? [`${what}: ${acceptedWords}`] : []
  }
}

/** That nothing was done, in words that fit what was asked for. */
export function nothingDone({ type }: Pick<PrivacyRequest, 'type'>): string {
  const action = requestTypes.get(type)?.action
  return action === 'rectification' || action === 'objection'
    ? 'Nothing was changed.'
    : 'Nothing was deleted or handed over.'
}

/** The messages that end a request before everything was done, and say what was. */
const endsBefore: readonly string[] = [
  'request-refused',
  'request-closed',
  'failed-verification',
  'no-enterprise-admin-permission-deletion',
  'security-review-denied',
]

/** What a message may name as done and as not done. @param key the message's */
export const itemsIn = (request: PrivacyRequest, key: string): ReturnType<typeof doneItems> =>
  doneItems(request, endsBefore.includes(key))

/**
 * What a closing message may name: only what was really done, and what was looked for and not there.
 * @param stopped the request ends before all of it was done; then nothing is said of searches, as it may end unverified
 */
export function doneItems(
  request: PrivacyRequest,
  stopped = false,
): { done_items: string[]; not_done_items: string[] } {
  const done = request.tasks.flatMap(wordsFor(request, 'complete', stopped))
  const notThere = request.tasks.flatMap(wordsFor(request, 'not_found'))
  const accepted = request.tasks.flatMap(acceptedWords(request))
  if (stopped) return { done_items: done, not_done_items: accepted }
  // All that there was to do was let be: having looked is what was done.
  if (done.length === 0 && notThere.length === 0 && accepted.length > 0)
    return { done_items: ['We searched our systems for the data and found some.'], not_done_items: accepted }
  // Having searched and found nothing is what was done, where it is all that was done.
  return done.length > 0
    ? { done_items: done, not_done_items: [...notThere, ...accepted] }
    : { done_items: notThere, not_done_items: accepted }
}
