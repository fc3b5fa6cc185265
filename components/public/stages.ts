import { dayWords } from '@/components/ui/date-labels'
import type { LineStep } from '@/components/ui/steps-line'
import { worksDone } from '@/lib/core/derived/tasks/done-items'
import type { RequestType, RequirementKey } from '@/lib/core/handbook/request-types/request-type'
import { currentRequirement, requirementsOf } from '@/lib/core/machine/requirements/index'
import type { Requirement } from '@/lib/core/machine/requirements/requirement'
import { openHolds, reviewOf, verificationOf } from '@/lib/core/request/current'
import type { Acting, PrivacyRequest } from '@/lib/core/request/request'
import { endingOf } from './endings'

/** One part of the way, told before, during and after. */
interface Stage {
  isNow(request: PrivacyRequest): boolean
  before: string
  after: string
  detail?: string
}

const isAt = (request: PrivacyRequest, key: RequirementKey): boolean =>
  request.state === 'verifying' && currentRequirement(request)?.key === key

/** Something was asked or looked at for this requirement, which has no stage of its own. */
const hasBegun: Partial<Record<RequirementKey, (request: PrivacyRequest) => boolean>> = {
  'verification-questions': request => verificationOf(request) !== null,
  'security-review': request => reviewOf(request) !== null,
}

/**
 * What a type's requirements are to the person: those with a stage of their own, and between or after them one for the rest,
 * where there is anything of it. In the order in which they are met, so that the line never moves back.
 * @returns how many of the first ones belong to the look at the account, and the stages after it
 */
function ofRequirements(keys: readonly Requirement[], request?: PrivacyRequest) {
  const first = keys.findIndex(({ stage }) => stage)
  const withChecks = first === -1 ? keys : keys.slice(0, first)
  const stages: Stage[] = []
  let rest: RequirementKey[] = []
  const closeRest = () => {
    const of = rest
    rest = []
    const isNow = (asked: PrivacyRequest) => of.some(key => isAt(asked, key))
    if (request && of.some(key => isAt(request, key) || hasBegun[key]?.(request)))
      stages.push({ isNow, before: 'We check a few more details', after: 'We checked a few more details' })
  }
  for (const { key, stage } of keys.slice(withChecks.length)) {
    if (!stage) rest.push(key)
    else {
      closeRest()
      if (stage.isPart?.(request ?? null) ?? true) stages.push({ ...stage, isNow: asked => isAt(asked, key) })
    }
  }
  closeRest()
  return { withChecks: withChecks.map(({ key }) => key), stages }
}

/** The parts of a request's way between the confirmation and the end; without a request, those that every one of its type has. */
function stagesOf(type: RequestType, acting: Acting, request?: PrivacyRequest): Stage[] {
  const isOwn = type.about === 'me' && acting === 'self'
  const { withChecks, stages } = ofRequirements(requirementsOf({ type: type.key, actingAs: acting }), request)
  const found: Stage = {
    isNow: asked => asked.state === 'checking' || withChecks.some(key => isAt(asked, key)),
    // A person who asks for somebody else learns only at the end whether there is an account.
    ...(isOwn
      ? { before: 'We check that the account is yours', after: 'We checked that the account is yours' }
      : { before: 'We look for the account', after: 'We looked for the account' }),
  }
  const told = { ...type.processingAs, ...(!isOwn && type.processingAs.ofAnother) }
  const work: Stage = {
    // Everything is settled, and a hold is all that the work waits for.
    isNow: asked =>
      asked.state === 'processing' ||
      (asked.state === 'verifying' && currentRequirement(asked) === undefined),
    before: told.ahead,
    after: told.done,
    ...(type.tasks.filter(task => task.team !== 'system').length > 1 && {
      detail: 'Several teams do this, one system after the other.',
    }),
  }
  return [...(type.looksUp ? [found] : []), ...stages, work]
}

/** The work has its turn, and something keeps it from beginning. */
const waits = (request: PrivacyRequest) =>
  (request.state === 'processing' || currentRequirement(request) === undefined) &&
  request.erasureBegunAt === null &&
  openHolds(request).length > 0

const answered: LineStep = { title: 'We tell you that it is done', state: 'next' }

/** The steps from asking to the end, with what is happening now. @param timeZone of the days */
export function stepsOf(
  request: PrivacyRequest,
  type: RequestType | undefined,
  timeZone: string,
): LineStep[] {
  const { state, confirmedAt, receivedAt } = request
  const asked: LineStep = { title: 'You asked', detail: dayWords(receivedAt, timeZone), state: 'done' }
  const confirmed: LineStep = {
    title: confirmedAt ? 'You confirmed it' : 'You confirm it',
    detail: confirmedAt ? dayWords(confirmedAt, timeZone) : 'By the link in our email.',
    state: confirmedAt ? 'done' : 'now',
  }
  if (state === 'closed') {
    const { done, ...ending } = endingOf(
      request,
      (type?.destroys.length ?? 0) > 0,
      worksDone(request).length > 0,
    )
    return [asked, ...(confirmedAt ? [confirmed] : []), { ...ending, state: done ? 'done' : 'stopped' }]
  }
  const stages = type ? stagesOf(type, request.actingAs, request) : []
  const now = stages.findIndex(stage => stage.isNow(request))
  const line = stages.map(({ before, after, detail }, at): LineStep => {
    if (at < now) return { title: after, state: 'done' }
    if (at !== now) return { title: before, state: 'next' }
    const words = waits(request) ? 'This is waiting. Until it continues, nothing is done here.' : detail
    return { title: before, state: 'now', ...(words && { detail: words }) }
  })
  return [asked, confirmed, ...line, answered]
}

/** What will happen to a request that was just sent. */
export const stepsAhead = (type: RequestType, acting: Acting = 'self'): LineStep[] => [
  {
    title: 'You confirm',
    detail: 'Open the link in the email within 7 days. Until then, nothing happens.',
    state: 'plain',
  },
  ...stagesOf(type, acting).map(
    ({ before, detail }): LineStep => ({ title: before, state: 'plain', ...(detail && { detail }) }),
  ),
  {
    title: 'We tell you that it is done',
    detail: 'The law sets the latest day. Once you have confirmed, the page of your request names it.',
    state: 'plain',
  },
]
