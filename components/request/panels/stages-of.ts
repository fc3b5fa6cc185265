import { dayWords } from '@/components/ui/date-labels'
import { requirementKeysOf } from '@/lib/core/derived/acting'
import { typeOf } from '@/lib/core/handbook/request-types/type-of'
import { currentRequirement } from '@/lib/core/machine/requirements/index'
import type { PrivacyRequest, State } from '@/lib/core/request/request'
import { states } from '@/lib/core/request/request'
import { outcomeName, stateName } from '../labels/labels'

export interface Stage {
  title: string
  detail: string | undefined
  state: 'done' | 'now' | 'next'
}

/** The stages that requests of a type pass: those that look nothing up skip the checks, those that ask for nothing the verifying. */
function stagesFor(request: PrivacyRequest): readonly State[] {
  const { looksUp } = typeOf(request)
  const requirements = requirementKeysOf(request)
  return states.filter(
    state => (state !== 'checking' || looksUp) && (state !== 'verifying' || requirements.length > 0),
  )
}

/** How far a closed request had come, from what is left of it. */
function reached(request: PrivacyRequest): State {
  if (request.state !== 'closed') return request.state
  if (!request.confirmedAt) return 'submitted'
  if (request.outcome === 'fulfilled' || request.erasureBegunAt || request.handled) return 'processing'
  if (typeOf(request).looksUp && (request.checks.length === 0 || request.tasks.length === 0))
    return 'checking'
  return currentRequirement(request) ? 'verifying' : 'processing'
}

/** The stages of a request: done, current, to come. @param timeZone of the days */
export function stagesOf(request: PrivacyRequest, timeZone: string): Stage[] {
  const passed = stagesFor(request)
  const at = passed.indexOf(reached(request))
  const closed = request.state === 'closed'
  const dates: Partial<Record<State, Date | null>> = {
    submitted: request.receivedAt,
    [passed[1] ?? 'closed']: request.confirmedAt,
    closed: request.closedAt,
  }
  return passed.map((state, index): Stage => {
    const date = dates[state]
    const detail = date ? dayWords(date, timeZone) : undefined
    if (state === 'closed') {
      const title = request.outcome ? `Closed: ${outcomeName(request.outcome).toLowerCase()}` : 'Closed'
      return { title, detail, state: closed ? 'done' : 'next' }
    }
    const title = state === 'submitted' ? 'Submitted' : stateName(state, request.type)
    const past = closed ? index <= at : index < at
    if (closed && index > at) return { title, detail: 'Not reached', state: 'next' }
    return { title, detail, state: past ? 'done' : index === at ? 'now' : 'next' }
  })
}
