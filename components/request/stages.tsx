import { dayWords } from '@/components/ui/date-words'
import { Icon } from '@/components/ui/icon'
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

interface Stage {
  title: string
  detail: string | undefined
  state: 'done' | 'now' | 'next'
}

const looks = {
  done: { icon: 'circle-check', mark: 'text-done', said: 'Done: ' },
  now: { icon: 'circle-dot', mark: 'text-accent', said: 'Now: ' },
  next: { icon: 'circle', mark: 'text-ink-faint', said: 'Later: ' },
} as const

/** The stages of a request as a line: what is behind it, where it stands, what is to come. */
export function Stages({ request, timeZone }: { request: Request; timeZone: string }) {
  const at = states.indexOf(reached(request))
  const closed = request.state === 'closed'
  const dates: Partial<Record<State, Date | null>> = {
    submitted: request.receivedAt,
    checking: request.confirmedAt,
    closed: request.closedAt,
  }
  const steps = states.map((state, index): Stage => {
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
      <ol className="flex flex-wrap gap-x-2 gap-y-3">
        {steps.map((step, index) => (
          <li
            key={step.title}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className="flex min-w-28 flex-1 flex-col gap-0.5"
          >
            <span className="flex items-center gap-2">
              <Icon name={looks[step.state].icon} className={`size-5 ${looks[step.state].mark}`} />
              {index < steps.length - 1 && (
                <span
                  aria-hidden="true"
                  className={`h-0.5 grow ${step.state === 'done' ? 'bg-done' : 'bg-line'}`}
                />
              )}
            </span>
            <span className={step.state === 'next' ? 'text-ink-soft' : 'font-semibold'}>
              <span className="sr-only">{looks[step.state].said}</span>
              {step.title}
            </span>
            {step.detail && <span className="text-sm text-ink-soft">{step.detail}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
