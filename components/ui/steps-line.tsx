import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface LineStep {
  title: string
  detail?: ReactNode
  /** `plain` numbers the steps of something that hasn't begun. */
  state: 'done' | 'now' | 'next' | 'stopped' | 'plain'
}

const marks: Record<LineStep['state'], string> = {
  done: 'border-done bg-done text-surface',
  now: 'border-accent bg-surface text-accent',
  next: 'border-line-strong bg-surface text-ink-faint',
  stopped: 'border-overdue bg-surface text-overdue',
  plain: 'border-line-strong bg-surface text-ink',
}

const stateLabels: Record<LineStep['state'], string> = {
  done: 'Done: ',
  now: 'Now: ',
  next: 'Later: ',
  stopped: 'Stopped: ',
  plain: '',
}

function Mark({ state, number }: { state: LineStep['state']; number: number }) {
  if (state === 'done') return <Icon name="check" className="size-[1.1em]" />
  if (state === 'stopped') return <Icon name="x" className="size-[1.1em]" />
  if (state === 'now')
    return <span className="size-[0.6em] rounded-full bg-accent forced-colors:bg-[Highlight]" />
  return <span aria-hidden="true">{number}</span>
}

/**
 * A vertical line of steps in plain words: what happens, or how far something is.
 * @example <StepsLine steps={[{ title: 'We have your request', state: 'done' }, { title: 'We check', state: 'now' }]} />
 */
export function StepsLine({ steps }: { steps: readonly LineStep[] }) {
  return (
    <ol className="flex flex-col">
      {steps.map((step, at) => (
        <li
          key={step.title}
          aria-current={step.state === 'now' ? 'step' : undefined}
          className="relative grid grid-cols-[1.75em_1fr] gap-x-4 pb-6 last:pb-0 in-data-[face=desk]:gap-x-2.5 in-data-[face=desk]:pb-3"
        >
          {at < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={`absolute start-[calc(0.875em-1px)] top-[1.75em] bottom-0 w-0.5 ${
                step.state === 'done' ? 'bg-done' : 'bg-line'
              }`}
            />
          )}
          <span
            className={`relative grid size-[1.75em] place-items-center rounded-full border-2 font-semibold ${marks[step.state]}`}
          >
            <Mark state={step.state} number={at + 1} />
          </span>
          <div className="min-w-0">
            <p className={step.state === 'next' ? 'text-ink-soft' : 'font-semibold'}>
              <span className="sr-only">{stateLabels[step.state]}</span>
              {step.title}
            </p>
            {step.detail && <div className="max-w-measure text-ink-soft">{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
