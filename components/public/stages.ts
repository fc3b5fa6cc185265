import { dayWords } from '@/components/ui/date-labels'
import type { LineStep } from '@/components/ui/steps-line'
import { worksDone } from '@/lib/core/derived/done-items'
import type { RequestType } from '@/lib/core/handbook/request-types/request-type'
import { currentRequirement, requirementsOf } from '@/lib/core/machine/requirements/index'
import { openHolds } from '@/lib/core/request/current'
import type { PrivacyRequest, State } from '@/lib/core/request/request'
import { endingOf } from './endings'

/** One part of the way, told before, during and after. */
interface Stage {
  isNow(request: PrivacyRequest): boolean
  before: string
  after: string
  detail?: string
}

const during =
  (...states: State[]) =>
  (request: PrivacyRequest) =>
    states.includes(request.state)
/** The parts of a type's way between the confirmation and the end. */
function stagesOf(type: RequestType): Stage[] {
  const own = requirementsOf(type).flatMap(({ key, stage }): Stage[] => {
    const isNow = (request: PrivacyRequest) =>
      request.state === 'verifying' && currentRequirement(request)?.key === key
    return stage ? [{ ...stage, isNow }] : []
  })
  const found: Stage = {
    isNow: request =>
      request.state === 'checking' ||
      (request.state === 'verifying' && !own.some(stage => stage.isNow(request))),
    // A person who asks for somebody else learns only at the end whether there is an account.
    ...(type.about === 'me'
      ? { before: 'We check that the account is yours', after: 'We checked that the account is yours' }
      : { before: 'We look for the account', after: 'We looked for the account' }),
  }
  const work: Stage = {
    isNow: during('processing'),
    before: type.processingAs.ahead,
    after: type.processingAs.done,
    ...(type.tasks.filter(task => task.team !== 'system').length > 1 && {
      detail: 'Several teams do this, one system after the other.',
    }),
  }
  return [...(type.looksUp ? [found] : []), ...own, work]
}

/** The work has its turn, and something keeps it from beginning. */
const waits = (request: PrivacyRequest) =>
  request.state === 'processing' && request.erasureBegunAt === null && openHolds(request).length > 0

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
  const stages = type ? stagesOf(type) : []
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
export const stepsAhead = (type: RequestType): LineStep[] => [
  {
    title: 'You confirm',
    detail: 'Open the link in the email within 7 days. Until then, nothing happens.',
    state: 'plain',
  },
  ...stagesOf(type).map(
    ({ before, detail }): LineStep => ({ title: before, state: 'plain', ...(detail && { detail }) }),
  ),
  {
    title: 'We tell you that it is done',
    detail: 'The law sets the latest day. Once you have confirmed, the page of your request names it.',
    state: 'plain',
  },
]
