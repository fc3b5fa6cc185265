import { dayWords } from '@/components/ui/date-words'
import { type LineStep, StepsLine } from '@/components/ui/steps-line'
import type { Request, State } from '@/lib/core/request'
import { states } from '@/lib/core/request'
import { Panel } from './panel'
import { outcomeName, stateName } from './words'

/** How far a closed request had come, from what is left of it. */
function reached(request: Request): State {
  if (request.state !== 'closed') return request.state
  if (!request.confirmedAt) return 'submitted'
  if (request.checks.length === 0 || request.tasks.length === 0) return 'checking'
  if (request.outcome === 'fulfilled' || request.erasureBegunAt || request.handled) return 'processing'
  return 'verifying'
}

/** The stages of a request as a line: what is behind it, where it stands, what is to come. */
export function Stages({ request, timeZone }: { request: Request; timeZone: string }) {
  const at = states.indexOf(reached(request))
  const closed = request.state === 'closed'
  const dates: Partial<Record<State, Date | null>> = {
    submitted: request.receivedAt,
    checking: request.confirmedAt,
    closed: request.closedAt,
  }
  const steps = states.map((state, index): LineStep => {
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
  return (
    <Panel id="stages" title="Stages">
      <StepsLine steps={steps} />
    </Panel>
  )
}
